import type { Finding, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { closure } from './closure.ts'
import { refreshLastSeen } from './last-seen.ts'
import { linksByRef } from './links.ts'
import { lookupIn, MemoryLedger } from './memory-ledger.ts'
import { inventoryOf, type Rows, reconcile, rowsOf } from './reconcile.ts'
import type { ScopeChange } from './record.ts'
import { applyPatch, reconcileSubset } from './subset.ts'
import { day, finding, fixed, report, repository } from './testing/build.ts'

const [a, b] = [finding({ key: 'a' }), finding({ key: 'b' })]
const look = (n: number, seen: Finding[], more: Partial<ScanReport> = {}): ScanReport =>
  report(repository('shop'), seen, { finishedAt: day(n), ...more })

/** What the world's randomness seldom finds: changes that write no row, or that come from elsewhere than a new look. */
describe('the inventory kept up to date by patches', () => {
  async function expectSame(...steps: ((ledger: MemoryLedger) => ScopeChange)[]): Promise<MemoryLedger> {
    const ledger = new MemoryLedger()
    let rows: Rows = rowsOf(ledger.facts(fixed))
    for (const step of steps) {
      const linksBefore = linksByRef(ledger.facts(fixed))
      const decided = ledger.decisions.length
      const change = step(ledger)
      const facts = ledger.facts(fixed)
      const refs = ledger.touchedBy(change)
      const former = (ref: string) => linksBefore.get(ref) ?? []
      const changed = { refs, former, decisions: ledger.decisions.slice(decided) }
      const affected = await closure(lookupIn(facts), changed, facts)
      rows = refreshLastSeen(applyPatch(rows, reconcileSubset(affected, facts)), facts.findings, facts.scopes)
      expect(inventoryOf(rows, facts)).toEqual(reconcile(facts))
    }
    return ledger
  }

  it('is the rebuilt one where other detectors first look partly and then wholly', async () => {
    const newer = { version: '2.0.0' }
    const ledger = await expectSame(
      (l) => l.record(look(1, [a, b]), { scan: '1' }),
      (l) => l.record(look(2, [b], { ...newer, coverage: { status: 'partial' } }), { scan: '2' }),
      (l) => l.record(look(3, [b], newer), { scan: '3' }),
    )
    const { flags } = reconcile(ledger.facts(fixed))
    expect(flags.map((f) => f.id)).toContain('unconfirmed')
  })

  it.each([true, false])('is the rebuilt one after a held look is released, accepted: %s', async (accept) => {
    const many = Array.from({ length: 20 }, (_, i) => finding({ key: `k${i}` }))
    const body = {
      type: 'release-look' as const,
      scope: repository('shop').key,
      scanner: 'code',
      sequence: 2,
      accept,
      reason: 'asked the team',
    }
    const ledger = await expectSame(
      (l) => l.record(look(1, many), { scan: '1' }),
      (l) => l.record(look(2, []), { scan: '2' }),
      (l) => l.release(day(4), 'ada', body, look(2, [])),
    )
    expect(ledger.looks.map((l) => l.outcome)).toEqual(['recorded', accept ? 'recorded' : 'discarded'])
    const { components, flags } = reconcile(ledger.facts(fixed))
    expect(components.every((c) => c.state === (accept ? 'missing' : 'seen'))).toBe(true)
    expect(flags.map((f) => f.id)).not.toContain('coverage-gap')
  })

  it('is the rebuilt one after a deletion, and after it comes back', async () => {
    await expectSame(
      (l) => l.record(look(1, [a, b]), { scan: '1' }),
      (l) => l.record(look(2, [b], { deleted: ['a'], coverage: { status: 'partial' } }), { scan: '2' }),
      (l) => l.record(look(3, [a, b]), { scan: '3' }),
    )
  })
})
