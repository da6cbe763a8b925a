import { digest, type Inventory, type ScanReport } from '@ai-census/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOf } from './as-of.ts'
import { emptyCatalogue } from './catalogue.ts'
import { type Changed, closure } from './closure.ts'
import { diff } from './diff.ts'
import { refKey } from './ids.ts'
import { refreshLastSeen } from './last-seen.ts'
import type { Facts } from './ledger.ts'
import { linksByRef } from './links.ts'
import { lookupIn, MemoryLedger } from './memory-ledger.ts'
import { inventoryOf, type Rows, reconcile, rowsOf } from './reconcile.ts'
import { settingsOf } from './settings.ts'
import { applyPatch, reconcileSubset } from './subset.ts'
import {
  at,
  decision,
  deed,
  type Event,
  event,
  look,
  rating,
  registration,
  settings,
} from './testing/estates.ts'
import { interleaved, shuffle, timed, withoutDeletions } from './testing/order.ts'

const fixed = { now: at(1000), catalogue: emptyCatalogue, settings }
/** `LAW_RUNS=20` tries forty times as many worlds, `LAW_SEED` others; by default always the same. */
const effort = Number(process.env.LAW_RUNS ?? 0.5)
const seed = Number(process.env.LAW_SEED ?? 42_001)
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns: Math.round(numRuns * effort), seed })

function play(ledger: MemoryLedger, events: readonly Event[], from = 0): MemoryLedger {
  for (const [i, one] of events.entries()) {
    const n = from + i + 1
    if ('look' in one) ledger.record(timed(one.look, n), { scan: `scan-${n}`, settings })
    else ledger.decide(at(n), 'ada', one.decision)
  }
  return ledger
}

/** One model ends next year. */
const retiring = { ...emptyCatalogue, retiresOn: (id: string) => (id === 'gpt-4o' ? '2027-06-01' : null) }

const live = (ledger: MemoryLedger, more: Partial<Facts> = {}): Inventory => {
  const facts = { ...ledger.facts(fixed), ...more }
  return reconcile({ ...facts, settings: settingsOf(facts.decisions, settings) })
}

const events = (most: number): fc.Arbitrary<Event[]> => fc.array(event, { minLength: 1, maxLength: most })
const bytes = (inventory: Inventory): string => JSON.stringify(inventory)
const { type: _type, ...kept } = rating

describe('the laws of the inventory', { timeout: 120_000 }, () => {
  it('is idempotent: the same report of the same scan twice is one', () => {
    fc.assert(
      fc.property(events(8), look, (past, report) => {
        const ledger = play(new MemoryLedger(), past)
        ledger.record(timed(report, 90), { scan: 'once', settings })
        const before = bytes(live(ledger))
        const rows = JSON.stringify(ledger.history())
        expect(ledger.record(timed(report, 91), { scan: 'once', settings }).outcome).toBe('repeated')
        expect(bytes(live(ledger))).toBe(before)
        expect(JSON.stringify(ledger.history())).toBe(rows)
      }),
      runs(60),
    )
  })

  it('writes no row and reports no change where a rescan sees the same', () => {
    fc.assert(
      fc.property(events(8), look, (past, report) => {
        const ledger = play(new MemoryLedger(), past)
        // Absences are counted, so the third look is the first after which nothing is left to happen.
        for (const n of [80, 81, 82]) ledger.record(timed(report, n), { scan: `scan-${n}`, settings })
        const before = live(ledger)
        const change = ledger.record(timed(report, 90), { scan: 'again', settings })
        fc.pre(change.outcome === 'recorded')
        expect([change.opens, change.closes]).toEqual([[], []])
        const isCoverage = (id: string): boolean => id.endsWith('coverage-gap')
        expect(diff(before, live(ledger)).filter((c) => !isCoverage(c.id))).toEqual([])
      }),
      runs(60),
    )
  })

  it('is order-free: reports of different scopes in any order give the same inventory', () => {
    const shuffled = fc.array(look, { minLength: 2, maxLength: 9 }).chain((looks) =>
      fc.tuple(
        fc.constant(looks),
        fc.shuffledSubarray(
          looks.map((_, i) => i),
          { minLength: looks.length },
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, fc.array(decision, { maxLength: 5 }), ([looks, order], decisions) => {
        const timedLooks = looks.map((one, n) => timed(one, n + 1))
        const other = interleaved(timedLooks, order)
        const after = (reports: readonly ScanReport[]): string => {
          const ledger = new MemoryLedger()
          for (const one of reports) ledger.record(one, { scan: `scan of ${one.finishedAt}`, settings })
          for (const body of decisions) ledger.decide(at(500), 'ada', body)
          return bytes(live(ledger))
        }
        expect(after(other)).toBe(after(timedLooks))
      }),
      runs(100),
    )
  })

  it('does not depend on the order in which a store hands over its rows', () => {
    fc.assert(
      fc.property(events(12), fc.integer(), (past, seed) => {
        const ledger = play(new MemoryLedger(), past)
        const facts = ledger.facts(fixed)
        const mixed = {
          ...facts,
          scopes: shuffle(facts.scopes, seed),
          findings: shuffle(facts.findings, seed + 1),
          decisions: shuffle(facts.decisions, seed + 2),
        }
        expect(bytes(reconcile(mixed))).toBe(bytes(reconcile(facts)))
      }),
      runs(80),
    )
  })

  it('never removes anything because of a look that was not complete', () => {
    fc.assert(
      fc.property(
        events(8),
        look,
        fc.constantFrom('partial', 'denied', 'failed', 'throttled'),
        (past, report, status) => {
          const ledger = play(new MemoryLedger(), past)
          const before = new Set(presentKeys(ledger))
          ledger.record(
            { ...timed(withoutDeletions(report), 90), coverage: { status } },
            { scan: 'blind', settings },
          )
          const after = new Set(presentKeys(ledger))
          expect([...before].filter((ref) => !after.has(ref))).toEqual([])
        },
      ),
      runs(80),
    )
  })

  it('never removes anything because of a new detector version or catalogue', () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 8 }), look, (past, report) => {
        const ledger = play(
          new MemoryLedger(),
          past.map((one) => ({ look: one })),
        )
        const before = new Set(presentKeys(ledger))
        const upgraded = { ...withoutDeletions(report), version: '2.0.0' }
        ledger.record(timed(upgraded, 90), { scan: 'upgraded', settings })
        const after = new Set(presentKeys(ledger))
        expect([...before].filter((ref) => !after.has(ref))).toEqual([])
      }),
      runs(80),
    )
  })

  it('keeps what people decided under every later scan', () => {
    fc.assert(
      fc.property(
        events(8),
        registration,
        fc.array(look, { minLength: 1, maxLength: 6 }),
        (past, body, later) => {
          const ledger = play(new MemoryLedger(), past)
          ledger.decide(at(60), 'ada', body)
          const fields = { riskLevel: 'high', purpose: 'to sell' }
          ledger.decide(at(61), 'ada', { type: 'set-fields', system: body.system, fields })
          ledger.decide(at(62), 'ada', { ...rating, system: body.system })
          const governed = (): unknown => {
            const system = live(ledger).systems.find((s) => s.id === body.system)
            const { riskLevel, purpose, name } = system?.fields ?? {}
            const { reopened: _, ...rated } = system?.rating ?? {}
            const said = [riskLevel, purpose, name].map((f) => [f?.value, f?.source, f?.by])
            return [system?.state, ...said, rated]
          }
          // A system that an earlier decision merged into another is governed there.
          fc.pre(!mergeTargets(ledger).has(body.system))
          const before = governed()
          expect(before).toEqual([
            'registered',
            ['high', 'pin', 'ada'],
            ['to sell', 'pin', 'ada'],
            [body.fields.name, 'pin', 'ada'],
            { ...kept, by: 'ada', at: at(62) },
          ])
          play(
            ledger,
            later.map((one) => ({ look: one })),
            70,
          )
          expect(governed()).toEqual(before)
        },
      ),
      runs(80),
    )
  })

  it('is the same rebuilt as kept up to date change by change', async () => {
    await fc.assert(
      fc.asyncProperty(events(14), async (past) => {
        const ledger = new MemoryLedger()
        let rows: Rows = rowsOf(ledger.facts(fixed))
        for (const [i, one] of past.entries()) {
          const before = ledger.facts(fixed)
          const changed = applyEvent(ledger, one, i + 1, before)
          const facts = ledger.facts(fixed)
          const now = { ...fixed, settings: facts.settings, decisions: facts.decisions }
          const affected = await closure(
            lookupIn(facts),
            { ...changed, lost: lostBetween(before, facts) },
            now,
          )
          const patch = reconcileSubset(affected, now)
          rows = refreshLastSeen(applyPatch(rows, patch), facts.findings, facts.scopes)
          // Settings are everybody's: where they changed, all is made anew.
          if (digest(before.settings) !== digest(facts.settings)) rows = rowsOf(facts)
          expect(bytes(inventoryOf(rows, facts))).toBe(bytes(reconcile(facts)))
        }
      }),
      runs(100),
    )
  })

  it('undoes any decision wholly when it is revoked', () => {
    fc.assert(
      fc.property(events(12), deed, (past, body) => {
        const ledger = play(new MemoryLedger(), past)
        const before = bytes(live(ledger))
        const { sequence } = ledger.decide(at(90), 'ada', body)
        ledger.decide(at(91), 'ada', { type: 'revoke', sequence })
        expect(bytes(live(ledger))).toBe(before)
      }),
      runs(150),
    )
  })

  it('makes exactly one finding missing when one is gone from a complete look', () => {
    fc.assert(
      fc.property(events(8), look, fc.nat(), (past, report, pick) => {
        const whole = { ...report, coverage: { status: 'complete' as const } }
        const visible = whole.findings.filter((f) => f.kind !== 'usage')
        fc.pre(visible.length > 0)
        const ledger = play(new MemoryLedger(), past)
        for (const n of [80, 81]) ledger.record(timed(whole, n), { scan: `scan-${n}`, settings })
        fc.pre(ledger.looks.at(-1)?.outcome === 'recorded')
        const lost = visible[pick % visible.length]!
        const rest = { ...whole, findings: whole.findings.filter((f) => f !== lost) }
        const change = ledger.record(timed(rest, 90), { scan: 'less', settings })
        expect(change.summary).toMatchObject({ missing: [lost.key], added: [], changed: [], gone: [] })
      }),
      runs(80),
    )
  })

  it('does not change when ARM ids come in another case or projects by number', () => {
    const azure = fc.constantFrom('/subscriptions/S1/Providers/X/one', '/subscriptions/S1/Providers/X/two')
    fc.assert(
      fc.property(
        fc.array(look, { minLength: 1, maxLength: 6 }),
        azure,
        fc.func(fc.boolean()),
        (looks, id, isLoud) => {
          const project = (name: string): { type: string; value: string } => ({
            type: 'gcp-resource-name',
            value: `//aiplatform.googleapis.com/projects/${name}/endpoints/7`,
          })
          const world = (spell: (value: string) => string, name: string): MemoryLedger =>
            play(
              new MemoryLedger(),
              looks.map((one) => ({
                look: {
                  ...one,
                  findings: one.findings.map((f) => ({
                    ...f,
                    identifiers: [
                      ...f.identifiers,
                      { type: 'azure-resource-id', value: spell(id) },
                      project(name),
                    ],
                  })),
                },
              })),
            )
          const aliases = [{ type: 'gcp-project', from: 'acme-prod', to: '4711' }]
          const plain = live(
            world((v) => v, '4711'),
            { aliases },
          )
          const mixed = live(
            world((v) => (isLoud(v) ? v.toUpperCase() : v.toLowerCase()), 'acme-prod'),
            { aliases },
          )
          expect(bytes(mixed)).toBe(bytes(plain))
        },
      ),
      runs(50),
    )
  })

  it('is live when asked for as of now, and was what it was when asked for the past', () => {
    fc.assert(
      fc.property(events(10), events(5), (past, later) => {
        const ledger = play(new MemoryLedger(), past)
        const then = at(past.length)
        const before = bytes(live(ledger, { now: then }))
        play(ledger, later, past.length)
        const history = { intervals: ledger.history(), looks: ledger.looks, decisions: ledger.decisions }
        expect(bytes(live(ledger, asOf(history, fixed.now)))).toBe(bytes(live(ledger)))
        expect(bytes(live(ledger, { ...asOf(history, then), now: then }))).toBe(before)
      }),
      runs(100),
    )
  })

  it('says when the calendar next changes anything, and not later', () => {
    fc.assert(
      fc.property(events(12), (past) => {
        const ledger = play(new MemoryLedger(), past)
        const now = at(past.length)
        const facts = { ...ledger.facts(fixed), catalogue: retiring, now }
        const { dues, ...before } = rowsOf(facts)
        const first = [...dues.values()].sort()[0] ?? '2099-01-01T00:00:00.000Z'
        const eve = new Date(Date.parse(first) - 1).toISOString()
        const { dues: _, ...after } = rowsOf({ ...facts, now: eve })
        expect(after).toEqual(before)
      }),
      runs(100),
    )
  })

  it('gives every component one system and every finding one component', () => {
    fc.assert(
      fc.property(events(14), (past) => {
        const ledger = play(new MemoryLedger(), past)
        const { components, systems, relationships } = live(ledger)
        const refs = components.flatMap((c) => c.findings.map(refKey))
        expect(refs.toSorted()).toEqual([...new Set(ledger.open().map(refKey))].toSorted())
        const ids = new Set(components.map((c) => c.id))
        expect(relationships.every((r) => ids.has(r.from) && ids.has(r.to) && r.from !== r.to)).toBe(true)
        const homes = new Set(systems.map((s) => s.id))
        const homeless = components.filter((c) => !homes.has(c.systemId))
        expect(homeless.every((c) => c.grade === 'available')).toBe(true)
      }),
      runs(80),
    )
  })
})

const presentKeys = (ledger: MemoryLedger): string[] =>
  ledger
    .open()
    .filter((row) => row.presence !== 'missing' && row.presence !== 'gone')
    .map((row) => `${refKey(row)} ${row.scanner}`)

const mergeTargets = (ledger: MemoryLedger): Set<string> =>
  new Set(ledger.decisions.flatMap((d) => (d.body.type === 'merge' ? [d.body.from, d.body.into] : [])))

/** How many carriers each link lost. */
function lostBetween(before: Facts, after: Facts): (link: string) => number {
  const count = (facts: Facts): Map<string, number> => {
    const carriers = new Map<string, number>()
    for (const link of [...linksByRef(facts).values()].flat())
      carriers.set(link, (carriers.get(link) ?? 0) + 1)
    return carriers
  }
  const [was, is] = [count(before), count(after)]
  return (link) => Math.max(0, (was.get(link) ?? 0) - (is.get(link) ?? 0))
}

/** Records the event and says what it changed, as a server would. */
function applyEvent(ledger: MemoryLedger, one: Event, n: number, before: Facts): Changed {
  if ('decision' in one)
    return { refs: [], former: () => [], decisions: [ledger.decide(at(n), 'ada', one.decision)] }
  const touched = ledger.touchedBy(ledger.record(timed(one.look, n), { scan: `scan-${n}`, settings }))
  const links = linksByRef(before)
  return { refs: touched, former: (ref) => links.get(ref) ?? [], decisions: [] }
}
