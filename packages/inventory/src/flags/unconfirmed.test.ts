import type { DecisionBody, Finding, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { MemoryLedger } from '../memory-ledger.ts'
import { reconcile } from '../reconcile.ts'
import { day, finding, fixed, raised, report, repository, systemOfRepository } from '../testing/build.ts'

const shop = systemOfRepository('shop')
const [a, b] = [finding({ key: 'a', name: 'chat' }), finding({ key: 'b', name: 'search' })]

type Look = [seen: Finding[], more?: Partial<ScanReport>]

/** Looks of the 1st, 2nd, …; decisions are taken after the look of the day that they name. */
function inventoryAfter(looks: Look[], decisions: [onDay: number, body: DecisionBody][] = []) {
  const ledger = new MemoryLedger()
  for (const [i, [seen, more]] of looks.entries()) {
    ledger.record(report(repository('shop'), seen, { finishedAt: day(i + 1), ...more }), { scan: `s${i}` })
    for (const [onDay, body] of decisions) if (onDay === i + 1) ledger.decide(day(onDay), 'ada', body)
  }
  return reconcile(ledger.facts(fixed))
}

const newer = { version: '2.0.0' }
const said = (present: boolean): DecisionBody => ({
  type: 'confirm-presence',
  findings: [{ scope: repository('shop').key, key: 'a' }],
  present,
  reason: 'looked at the file',
})
const flagOf = (inventory: ReturnType<typeof inventoryAfter>) =>
  raised(inventory, 'unconfirmed')[shop]?.reason
const stateOf = ({ components }: ReturnType<typeof inventoryAfter>, key: string) =>
  components.find((c) => c.findings[0]!.key === key)?.state

describe('the flag unconfirmed', () => {
  it('stands where newer detectors looked at the whole scope and do not see what older ones saw', () => {
    const inventory = inventoryAfter([[[a, b]], [[b], newer]])
    expect(flagOf(inventory)).toBe(
      '1 component not seen since the detectors changed: chat (acme/shop, src/app.py:12), last seen 2026-10-01.',
    )
    expect(stateOf(inventory, 'a')).toBe('seen')
    expect(flagOf(inventoryAfter([[[a, b]], [[b], { catalogue: 'c2' }]]))).toBeDefined()
  })

  it.each<[string, Look[]]>([
    ['a partial look', [[[a, b]], [[b], { ...newer, coverage: { status: 'partial' } }]]],
    [
      'a look that cannot see services',
      [[[a, b]], [[b], { ...newer, coverage: { status: 'complete', kinds: ['agent'] } }]],
    ],
    ['the same detectors, which say missing', [[[a, b]], [[b]]]],
    ['a sign of use, which fades', [[[{ ...a, kind: 'usage' }, b]], [[b], newer]]],
  ])('does not stand because of %s', (_, looks) => {
    expect(flagOf(inventoryAfter(looks))).toBeUndefined()
  })

  it('is cleared when a person says that it is gone, and the component with it', () => {
    const inventory = inventoryAfter([[[a, b]], [[b], newer]], [[2, said(false)]])
    expect([flagOf(inventory), stateOf(inventory, 'a'), stateOf(inventory, 'b')]).toEqual([
      undefined,
      'gone',
      'seen',
    ])
  })

  it('is cleared when a person says that it is still there, under later looks too', () => {
    const inventory = inventoryAfter([[[a, b]], [[b], newer], [[b], newer]], [[2, said(true)]])
    expect([flagOf(inventory), stateOf(inventory, 'a')]).toEqual([undefined, 'seen'])
  })

  it('comes again when it was seen after a person spoke, and then went unseen once more', () => {
    const looks: Look[] = [[[a, b]], [[b], newer], [[a, b], newer]]
    expect(stateOf(inventoryAfter(looks, [[2, said(false)]]), 'a')).toBe('seen')
    const again = inventoryAfter([...looks, [[b], { version: '3.0.0' }]], [[2, said(false)]])
    expect([flagOf(again) !== undefined, stateOf(again, 'a')]).toEqual([true, 'seen'])
  })

  it('says the same while signs of its use are seen every day', () => {
    const arn = [{ type: 'arn', value: 'arn:1' }]
    const endpoint = finding({ key: 'a', kind: 'endpoint', identifiers: arn })
    const use = finding({ key: 'u', kind: 'usage', identifiers: arn })
    const looks: Look[] = [[[endpoint, use]], [[use], newer]]
    const reason = flagOf(inventoryAfter(looks))
    expect(reason).toContain('last seen 2026-10-01.')
    expect(flagOf(inventoryAfter([...looks, [[use], newer]]))).toBe(reason)
  })

  it('cannot be said of what is seen', () => {
    expect(stateOf(inventoryAfter([[[a, b]]], [[1, said(false)]]), 'a')).toBe('seen')
  })
})
