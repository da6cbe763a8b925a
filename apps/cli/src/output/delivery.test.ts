import { describe, expect, it } from 'vitest'
import type { ScopeChange } from '../deliver.ts'
import { changesLine, deliveryLines } from './delivery.ts'

const change = (scope: string, more: Partial<ScopeChange> = {}): ScopeChange => ({
  scope,
  added: 0,
  changed: 0,
  unchanged: 5,
  missing: 0,
  gone: 0,
  returned: 0,
  held: false,
  addedKeys: [],
  changedKeys: [],
  missingKeys: [],
  goneKeys: [],
  returnedKeys: [],
  ...more,
})

describe('what a scan says at its end', () => {
  it('sums what changed, over the scopes in which anything did', () => {
    const changes = [
      change('git:a', { added: 10, changed: 3 }),
      change('git:b', { added: 2, missing: 1 }),
      change('git:c'),
    ]
    expect(changesLine(changes)).toBe('12 new, 3 changed, 1 missing in 2 scopes.')
    expect(changesLine([change('git:c')])).toBe('Nothing changed.')
  })

  it('names the scopes whose looks wait for a person', () => {
    const delivery = {
      sent: 1,
      confirmed: 4,
      refused: [],
      waiting: 0,
      away: null,
      changes: [change('git:a', { held: true })],
    }
    const lines = deliveryLines(delivery, 'http://collector')
    expect(lines[0]).toBe('Sent to http://collector: 1 report, 4 unchanged. Nothing changed.')
    expect(lines[1]).toContain('vanished at once from git:a')
  })
})
