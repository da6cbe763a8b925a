import { randomUUID } from 'node:crypto'
import { heads } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { putReport } from '../../../apps/collector/src/ingest/put-report.ts'
import { receiveReport } from '../../../apps/collector/src/ingest/receive.ts'
import { startScan } from '../../../apps/collector/src/ingest/scans.ts'
import { reconcileLedger } from '../../../apps/collector/src/reconcile/reconcile-ledger.ts'
import { runTo } from '../../../apps/collector/src/reconcile/run.ts'
import { type TestCollector, testCollector } from '../../../apps/collector/src/testing/collector.ts'
import type { Bench } from '../bench.ts'
import { FINDINGS_PER_REPOSITORY, reportOf } from './estate.ts'

const operator = { type: 'operator' as const, user: 'bench' }
/** Findings in each estate; `AI_CENSUS_BENCH_FINDINGS=10000,100000,1000000` for others. */
const sizes = (process.env.AI_CENSUS_BENCH_FINDINGS ?? '10000,100000').split(',').map(Number)
const CHANGED = 1000

class RolledBack extends Error {}

/** An estate of so many findings that the inventory has followed, with a thousand changed ones that it has not. */
async function grown(
  findings: number,
): Promise<{ run: () => Promise<void>; close: () => Promise<void>; seconds: string }> {
  const database = await openTestDatabase('postgres')
  const collector = testCollector(database, { reconciles: false })
  const repositories = findings / FINDINGS_PER_REPOSITORY
  const started = performance.now()
  await putAll(collector, repositories, 0, 0)
  const put = performance.now()
  await reconcileLedger(collector.deps)
  const reconciled = performance.now()
  await database.pool.query('vacuum analyze')
  await putAll(collector, CHANGED / FINDINGS_PER_REPOSITORY, 1, 1)
  return {
    run: () => reconcileAndForget(database, collector),
    close: async () => {
      await collector.stop()
      await database.close()
    },
    seconds: `${((put - started) / 1000).toFixed(1)} s taking in, ${((reconciled - put) / 1000).toFixed(1)} s reconciling`,
  }
}

async function putAll(
  { deps }: TestCollector,
  repositories: number,
  edition: number,
  day: number,
): Promise<void> {
  const scan = randomUUID()
  const { scanner, version, catalogue, startedAt } = reportOf(0)
  await startScan(deps, scan, { scanner, version, catalogue, source: 'bench', startedAt }, operator)
  for (let n = 0; n < repositories; n++)
    await putReport(deps, scan, await receiveReport(reportOf(n, edition, day)), operator)
}

/** The same reconciliation again and again: its transaction is rolled back. */
async function reconcileAndForget({ orm }: TestDatabase, { deps }: TestCollector): Promise<void> {
  try {
    await orm.transaction(async (tx) => {
      const [done] = await tx.select().from(heads).where(eq(heads.name, 'inventory')).for('update')
      const [ledger] = await tx.select().from(heads).where(eq(heads.name, 'ledger'))
      if (!done || !ledger) throw new Error('the database has no heads')
      const { written } = await runTo(
        deps,
        tx,
        { run: 1_000_000, position: ledger.position, at: ledger.at },
        done,
      )
      if (written < CHANGED / 2) throw new Error(`only ${written} rows were written`)
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
}

export const bench: Bench = {
  title: 'reconciling a thousand changed findings as the estate grows',
  async prepare() {
    const estates: ({ size: number } & Awaited<ReturnType<typeof grown>>)[] = []
    const setting: Record<string, string> = {}
    for (const size of sizes) {
      const estate = await grown(size)
      estates.push({ size, ...estate })
      setting[`${size.toLocaleString('en')} findings`] = estate.seconds
    }
    const [least, ...larger] = estates
    if (!least) throw new Error('no size was given')
    return {
      cases: larger.map(({ size, run }) => ({
        name: `${size.toLocaleString('en')} findings over ${least.size.toLocaleString('en')}`,
        a: { label: size.toLocaleString('en'), run },
        b: { label: least.size.toLocaleString('en'), run: least.run },
        measures:
          'one reconciliation of 1,000 changed findings in 20 repositories on PostgreSQL, from the ledger to every row of the inventory, without the commit',
        bar: { id: '11', most: 2 },
      })),
      setting,
      close: async () => {
        for (const { close } of estates) await close()
      },
    }
  },
}
