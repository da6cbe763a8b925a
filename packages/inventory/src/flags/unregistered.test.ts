import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import {
  factsOf,
  finding,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from '../testing/build.ts'

const shop = systemOfRepository('shop')
const shopWith = (part: Parameters<typeof finding>[0]) => report(repository('shop'), [finding(part)])

describe('the flag unregistered', () => {
  it('names the first evidence of a system that nobody registered', () => {
    const flag = raised(reconcile(factsOf([shopWith({ key: 'service:openai' })])), 'unregistered')[shop]
    expect(flag?.reason).toBe(
      '1 component in use and not in the register: service:openai (acme/shop, src/app.py:12).',
    )
  })

  it('stands for a library that is only declared', () => {
    const inventory = reconcile(
      factsOf([shopWith({ key: 'library:openai', kind: 'library', grade: 'declared' })]),
    )
    expect(raised(inventory, 'unregistered')).toHaveProperty([shop])
  })

  it.each(['documentation', 'example', 'test'] as const)(
    'asks nobody to register what only %s shows',
    (context) => {
      const inventory = reconcile(factsOf([shopWith({ key: 'service:openai', context })]))
      expect(inventory.systems.map((s) => [s.id, s.contexts])).toEqual([[shop, [context]]])
      expect(raised(inventory, 'unregistered')).toEqual({})
    },
  )

  it('asks nobody to register what a catalogue merely offers', () => {
    const inventory = reconcile(factsOf([shopWith({ key: 'model:x', kind: 'model', grade: 'available' })]))
    expect([inventory.systems, inventory.components.length]).toEqual([[], 1])
    expect(raised(inventory, 'unregistered')).toEqual({})
  })

  it('is cleared by registering, and by dismissing until the dismissal expires', () => {
    const reports = [shopWith({ key: 'service:openai' })]
    const dismissed = (expires: string) =>
      factsOf(reports, [{ type: 'dismiss', system: shop, reason: 'a demo', expires }])
    expect(raised(reconcile(factsOf(reports, [register('shop')])), 'unregistered')).toEqual({})
    expect(raised(reconcile(dismissed('2026-10-28')), 'unregistered')).toEqual({})
    expect(raised(reconcile(dismissed('2026-10-27')), 'unregistered')).toHaveProperty([shop])
  })
})
