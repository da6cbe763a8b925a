import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import type { Decision, DecisionBody, SystemDetail } from './types.ts'

const decision = (sequence: number, body: DecisionBody): Decision => ({
  sequence,
  at: '2026-11-26T10:00:00.000Z',
  author: `person-${sequence}`,
  body,
  previous: '',
  hash: '',
})

function detail(version: string, more: Partial<SystemDetail> = {}): SystemDetail {
  const system: SystemDetail['system'] = {
    id: 'sys_1',
    name: 'shop',
    state: 'unregistered',
    groupKey: 'repository:git:github.com/acme/shop',
    groupTitle: 'acme/shop',
    fields: {},
    suppliers: ['openai'],
    models: [],
    componentCount: 1,
    grade: 'configured',
    contexts: ['production'],
    flags: [],
    live: true,
    firstSeenAt: null,
    lastSeenAt: null,
  }
  return {
    system,
    components: [],
    relationships: [],
    decisions: [],
    counts: { components: 1, relationships: 0, decisions: 0 },
    flags: [],
    fields: {},
    version,
    ...more,
  }
}

describe('what changed while a person was deciding', () => {
  const first = decision(1, { type: 'assign', system: 'sys_1', assignee: 'ada' })
  const second = decision(2, { type: 'dismiss', system: 'sys_1', reason: 'a trial' })

  it('is nothing where the version is the same', () => {
    expect(changesBetween(detail('a'), detail('a'))).toEqual([])
  })

  it('is who decided what, and not what was decided before', () => {
    const before = detail('a', { decisions: [first] })
    expect(changesBetween(before, detail('b', { decisions: [second, first] }))).toEqual([
      { by: 'person-2', at: '2026-11-26T10:00:00.000Z', what: 'Dismissed: a trial' },
    ])
  })

  it('is what a scan brought where nobody decided', () => {
    const before = detail('a')
    const after = detail('b', {
      system: { ...before.system, suppliers: ['openai', 'deepseek'] },
      counts: { ...before.counts, components: 3 },
    })
    expect(changesBetween(before, after)).toEqual([
      {
        by: undefined,
        at: undefined,
        what: 'A scan changed it: 1 component became 3; new supplier deepseek',
      },
    ])
  })
})
