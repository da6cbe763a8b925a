import type { SystemDetail } from '@ai-census/api'
import { DecisionBody, type FieldAnswer, type SystemField } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { conflictsOf, decisionOf, draftOf, rebase } from './register.ts'

const at = '2026-11-23T08:00:00.000Z'
const found = (value: string): FieldAnswer => ({ value, source: 'codeowners', by: 'git:x', at })
const pinned = (value: string, by = 'ada'): FieldAnswer => ({ value, source: 'pin', by, at })

function detail(
  state: 'registered' | 'unregistered',
  fields: Partial<Record<SystemField, FieldAnswer>>,
): SystemDetail {
  const component = {
    id: 'c1',
    systemId: 's1',
    kind: 'service',
    name: 'OpenAI API',
    supplier: 'openai',
    grade: 'used',
    context: 'production',
    state: 'seen',
    identifiers: [],
    attributes: {},
    findings: [{ scope: 'git:x', key: 'service:openai' }],
    firstSeenAt: at,
    lastSeenAt: at,
  } as const
  return {
    system: {
      id: 's1',
      state,
      groupKey: 'repository:git:x',
      groupTitle: 'x',
      name: 'x',
      fields,
      suppliers: ['openai'],
      models: [],
      componentCount: 2,
      grade: 'used',
      contexts: ['production'],
      flags: [],
      live: true,
      firstSeenAt: at,
      lastSeenAt: at,
    },
    components: [
      { ...component, identifiers: [], findings: [...component.findings] },
      { ...component, id: 'c2', identifiers: [], findings: [...component.findings] },
    ],
    relationships: [],
    flags: [],
    decisions: [],
    counts: { components: 2, relationships: 0, decisions: 0 },
    fields: {},
    version: 'v1',
  }
}

describe('registering', () => {
  const seen = detail('unregistered', { technicalOwner: found('@acme/web') })
  const draft = draftOf(seen.system.fields)

  it('pins what was filled in and what was kept of the suggestions', () => {
    const body = decisionOf(seen, draft, { ...draft, name: ' Shop search ', riskLevel: 'low' })
    expect(body).toMatchObject({
      type: 'register',
      fields: { name: 'Shop search', technicalOwner: '@acme/web', riskLevel: 'low' },
    })
  })

  it('keeps what the system was made of, each finding once', () => {
    const body = decisionOf(seen, draft, { ...draft, name: 'Shop' })
    expect(body).toMatchObject({
      groupKeys: ['repository:git:x'],
      anchors: [{ scope: 'git:x', key: 'service:openai' }],
    })
  })

  it('files a decision that the contract takes', () => {
    expect(DecisionBody.safeParse(decisionOf(seen, draft, { ...draft, name: 'Shop' })).success).toBe(true)
  })
})

describe('editing', () => {
  const seen = detail('registered', { name: pinned('Shop'), purpose: pinned('Ranks') })
  const draft = draftOf(seen.system.fields)

  it('pins what changed and nothing else', () => {
    expect(decisionOf(seen, draft, { ...draft, purpose: 'Ranks results' })).toEqual({
      type: 'set-fields',
      system: 's1',
      fields: { purpose: 'Ranks results' },
    })
  })

  it('hands an emptied field back to discovery', () => {
    expect(decisionOf(seen, draft, { ...draft, purpose: '  ' })).toMatchObject({ fields: { purpose: null } })
  })

  it('files nothing where nothing changed', () => {
    expect(decisionOf(seen, draft, { ...draft, name: 'Shop ' })).toBeNull()
  })
})

describe('two people on one system', () => {
  const before = draftOf({ name: pinned('Shop'), purpose: pinned('Ranks') })
  const mine = { ...before, name: 'Mine', data: 'Orders' }
  const now = { name: pinned('Theirs', 'bob'), purpose: pinned('Ranks well', 'bob') }

  it('are in conflict only where both changed a field to different things', () => {
    expect(conflictsOf(before, mine, now).map((c) => c.field)).toEqual(['name'])
    expect(conflictsOf(before, { ...mine, name: 'Theirs' }, now)).toEqual([])
  })

  it('both keep what they changed alone', () => {
    expect(rebase(before, mine, now)).toMatchObject({ name: 'Mine', data: 'Orders', purpose: 'Ranks well' })
  })
})
