import { heads } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { reconcile } from '@ai-census/inventory'
import { type Event, event, settings, timed } from '@ai-census/inventory/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { HttpProblem } from '../http/problem.ts'
import { putReport } from '../ingest/put-report.ts'
import { receiveReport } from '../ingest/receive.ts'
import { startScan } from '../ingest/scans.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { dumpProjection } from '../testing/dump.ts'
import { finding, scanWith } from '../testing/requests.ts'
import { recordDecision } from '../triage/record-decision.ts'
import { loadFacts } from './load-facts.ts'
import { rebuildProjection } from './rebuild.ts'
import { reconcileLedger } from './reconcile-ledger.ts'

const operator = { type: 'operator' as const, user: 'ada' }
const HOUR = 3_600_000
/** `LAW_RUNS=20` tries so many times as many worlds, `LAW_SEED` others; by default always the same. */
const runs = Math.max(1, Math.round(6 * Number(process.env.LAW_RUNS ?? 1)))
const seed = Number(process.env.LAW_SEED ?? 7_001)

const ALIASES = [
  { type: 'host', from: 'one.openai.azure.com', to: 'two.openai.azure.com' },
  { type: 'gcp-project', from: 'acme-prod', to: '4711' },
  { type: 'arn', from: 'arn:aws:1', to: 'arn:aws:2' },
]

/** What happens, and how many hours pass before it. */
const step = fc.record({
  event,
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.constant(2) },
    { weight: 1, arbitrary: fc.constant(24 * 40) },
    { weight: 1, arbitrary: fc.constant(24 * 95) },
  ),
  /** The inventory follows, or lets more come first. */
  follows: fc.boolean(),
  /** Of a look: names that it says mean the same. */
  aliases: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.subarray(ALIASES) },
  ),
})
const story = fc.array(step, { minLength: 4, maxLength: 16 })

withDatabases('the inventory kept up to date in the database', (database) => {
  it('is what the pure core makes of the whole ledger, after whatever happens, and the same rebuilt', {
    timeout: 300_000,
  }, async () => {
    const property = fc.asyncProperty(story, async (steps) => {
      await database().empty()
      const collector = testCollector(database(), { settings })
      try {
        for (const [n, { event, hours, follows, aliases }] of steps.entries()) {
          const one = 'look' in event && aliases ? { look: { ...event.look, aliases } } : event
          collector.clock.pass(hours * HOUR)
          await play(collector, asSent(one), n)
          if (follows) await expectTrue(collector)
        }
        await expectTrue(collector)
        const live = await dumpProjection(database())
        await rebuildProjection(collector.deps)
        expect(await dumpProjection(database())).toEqual(live)
      } finally {
        await collector.stop()
      }
    })
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true })
  })

  it('is made anew, whole, when signatures or settings of today say otherwise', async () => {
    const collector = testCollector(database(), { settings })
    for (const [n, { event: one }] of fc.sample(story, { numRuns: 2, seed }).flat().entries()) {
      collector.clock.pass(HOUR)
      await play(collector, asSent(one), n)
    }
    await expectTrue(collector)
    const before = await readInventory(collector.deps)
    collector.deps.catalogue = {
      ...collector.deps.catalogue,
      version: 'newer',
      publisher: () => 'mistral',
      retiresOn: () => '2026-12-01',
    }
    await expectTrue(collector)
    const after = await readInventory(collector.deps)
    expect(after).not.toEqual(before)
    expect(after.models.every(({ publisher }) => publisher === 'mistral')).toBe(true)
    await collector.stop()
  })

  it('follows the calendar without any news', async () => {
    const collector = testCollector(database(), { settings })
    const usage = finding('calls', { kind: 'usage', grade: 'used' })
    await scanWith(collector, { findings: [finding('a', { model: { id: 'gpt-4o' } }), usage] })
    const statesOf = async () => (await readInventory(collector.deps)).flags.map(({ id }) => id)
    expect(await statesOf()).not.toContain('coverage-gap')
    collector.clock.pass(31 * 24 * HOUR)
    await expectTrue(collector)
    expect(await statesOf()).toContain('coverage-gap')
    collector.clock.pass(60 * 24 * HOUR)
    await expectTrue(collector)
    await collector.stop()
  })
})

/** As it comes over the wire: plain objects. */
const asSent = (one: Event): Event => JSON.parse(JSON.stringify(one))

async function play({ deps, clock }: TestCollector, one: Event, n: number): Promise<void> {
  if ('look' in one) {
    const scan = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
    const report = { ...timed(one.look, n), finishedAt: clock.now().toISOString() }
    const { scanner, version, catalogue } = report
    await startScan(
      deps,
      scan,
      { scanner, version, catalogue, source: 'any', startedAt: report.startedAt },
      operator,
    )
    const received = await receiveReport(report)
    await putReport(deps, scan, received, operator)
    await received.close()
    return
  }
  try {
    await recordDecision(deps, { body: one.decision }, 'ada')
  } catch (error) {
    // Nobody can decide about what is not there.
    if (!(error instanceof HttpProblem)) throw error
  }
}

async function expectTrue({ deps }: TestCollector): Promise<void> {
  await reconcileLedger(deps)
  const stored = await readInventory(deps)
  const made = await deps.database.orm.transaction(async (tx) => {
    const [head] = await tx.select().from(heads).where(eq(heads.name, 'inventory'))
    if (!head) throw new Error('the inventory has no head')
    return reconcile(await loadFacts(deps, tx, { run: 0, ...head }))
  })
  expect(stored).toEqual(made)
}
