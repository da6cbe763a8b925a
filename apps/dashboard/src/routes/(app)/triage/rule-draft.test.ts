import { describe, expect, it } from 'vitest'
import type { Component, Evidence, EvidenceRow, SystemDetail } from '#lib/types.ts'
import { commonStart, draftOf, idOf, matchOf, nameOf, partsOf } from './rule-draft.ts'

const component = (id: string, more: Partial<Component> = {}): Component => ({
  id,
  systemId: 's',
  kind: 'service',
  name: id,
  supplier: 'openai',
  grade: 'configured',
  context: 'test',
  state: 'seen',
  identifiers: [],
  attributes: {},
  findings: [{ scope: 'git:github.com/acme/shop', key: id }],
  firstSeenAt: '2026-11-26T10:00:00Z',
  lastSeenAt: '2026-11-26T10:00:00Z',
  ...more,
})
const at = (componentId: string, location: Evidence['location']): EvidenceRow => ({
  componentId,
  scopeKey: 'git:github.com/acme/shop',
  findingKey: componentId,
  evidence: { method: 'call', rule: 'openai/call', strength: 'strong', location },
})
const file = (id: string, path: string) => at(id, { path, startLine: 1 })
const system = (components: Component[]) => ({ components }) as unknown as SystemDetail // only what the function reads

describe('the rule that a discovery suggests', () => {
  it('names the folder, the repository and the context of all that it is made of', () => {
    const draft = draftOf(system([component('a'), component('b')]), [
      file('a', 'tests/bot/a.py'),
      file('b', 'tests/shop/b.py'),
    ])
    expect(matchOf(draft, new Set(partsOf(draft)))).toEqual({
      scope: 'git:github.com/acme/shop',
      path: 'tests/*',
      contexts: ['test'],
    })
  })

  it('says nothing of the context where some of it is in production, nor of paths where some is no file', () => {
    const api = at('b', { api: 'openai', operation: 'GET /x', resource: 'p' })
    const parts = [component('a'), component('b', { context: 'production' })]
    const draft = draftOf(system(parts), [file('a', 'tests/a.py'), api])
    expect(matchOf(draft, new Set(partsOf(draft)))).toEqual({ scope: 'git:github.com/acme/shop' })
  })

  it('asks nothing of what is gone or a mere catalogue entry', () => {
    const parts = [component('a'), component('b', { state: 'gone' }), component('c', { grade: 'available' })]
    const draft = draftOf(system(parts), [
      file('a', 'tests/a.py'),
      file('b', 'src/b.py'),
      file('c', 'src/c.py'),
    ])
    expect(draft.path).toBe('tests/*')
  })

  it('never matches everything', () => {
    expect(matchOf(draftOf(system([]), []), new Set(['scope', 'path', 'contexts']))).toBeUndefined()
  })
})

it('cuts what is alike behind a separator', () => {
  expect(commonStart(['git:github.com/acme/shop', 'git:github.com/acme/shelf'])).toBe('git:github.com/acme/*')
  expect(commonStart(['aws:1', 'git:2'])).toBe('')
})

it('has a name for people and an id of its own', () => {
  const name = nameOf({ contexts: ['test', 'ci'], path: 'tests/*' })
  expect(name).toBe('Only test or ci in tests/*')
  expect(idOf(name, 'a1b2')).toBe('only-test-or-ci-in-tests-a1b2')
  expect(idOf('=@!', 'a1b2')).toBe('rule-a1b2')
})
