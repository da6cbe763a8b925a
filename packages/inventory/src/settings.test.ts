import type { DecisionBody } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { MemoryLedger } from './memory-ledger.ts'
import { reconcile } from './reconcile.ts'
import { defaultSettings, settingsOf, settingsSetBy } from './settings.ts'
import {
  day,
  finding,
  fixed,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from './testing/build.ts'

const shop = systemOfRepository('shop')
const configure = (settings: Extract<DecisionBody, { type: 'configure' }>['settings']): DecisionBody => ({
  type: 'configure',
  settings,
})

function ledgerWith(...bodies: DecisionBody[]): MemoryLedger {
  const ledger = new MemoryLedger()
  ledger.record(report(repository('shop'), [finding({ key: 'a' })]), { scan: '1' })
  for (const body of bodies) ledger.decide(day(5), 'ada', body)
  return ledger
}
const settingsAfter = (...bodies: DecisionBody[]) =>
  settingsOf(ledgerWith(...bodies).decisions, defaultSettings)

describe('settings', () => {
  it('are the defaults until somebody decides otherwise', () => {
    expect(settingsAfter(register('shop'))).toEqual(defaultSettings)
  })

  it('change name by name, the later decision first', () => {
    const after = settingsAfter(configure({ staleDays: 7, usageDays: 10 }), configure({ staleDays: 14 }))
    expect(after).toEqual({ ...defaultSettings, staleDays: 14, usageDays: 10 })
  })

  it('are what they were once the decision is revoked', () => {
    const revoke: DecisionBody = { type: 'revoke', sequence: 2 }
    expect(settingsAfter(configure({ staleDays: 7 }), configure({ staleDays: 14 }), revoke).staleDays).toBe(7)
  })

  it('name the decision that each stands by, and none for those that nobody set', () => {
    const { decisions } = ledgerWith(
      configure({ staleDays: 7, usageDays: 10 }),
      { type: 'configure', settings: { staleDays: 14 }, reason: 'Scans run each night' },
      { type: 'configure', settings: { brakeLeast: 5 } },
      { type: 'revoke', sequence: 3 },
    )
    const by = settingsSetBy(decisions)
    expect(Object.keys(by).sort()).toEqual(['staleDays', 'usageDays'])
    expect(by.staleDays).toMatchObject({ sequence: 2, author: 'ada', reason: 'Scans run each night' })
    expect(by.usageDays).toMatchObject({ sequence: 1 })
  })

  it('say what makes a record complete', () => {
    const ledger = ledgerWith(register('shop'), configure({ requiredFields: ['purpose'] }))
    expect(raised(reconcile(ledger.facts(fixed)), 'incomplete')[shop]?.reason).toBe(
      'No answer yet for purpose.',
    )
  })

  it('that take a level from the scale leave who carries it unrated, by its name', () => {
    const ledger = ledgerWith(
      register('shop'),
      { type: 'set-fields', system: shop, fields: { riskLevel: 'high' } },
      configure({ riskLevels: ['minor', 'major'] }),
    )
    const inventory = reconcile(ledger.facts(fixed))
    expect(raised(inventory, 'unrated')[shop]?.reason).toBe(
      'Its risk level “high” is none of the scale’s: minor and major.',
    )
    expect(inventory.systems[0]?.fields.riskLevel?.value).toBe('high')
  })
})
