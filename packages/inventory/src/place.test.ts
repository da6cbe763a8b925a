import type { Claim, DecisionBody, Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { emptyCatalogue } from './catalogue.ts'
import { systemId } from './ids.ts'
import { reconcile } from './reconcile.ts'
import { day, factsOf, finding, register, report, repository, systemOfRepository } from './testing/build.ts'

const claim = (value: string, source: Claim['source']): Claim => ({ field: 'system', value, source })
const [shop, web] = [repository('shop'), repository('web')]
const [shopId, webId] = [systemOfRepository('shop'), systemOfRepository('web')]
const one = (scope = shop, part: Partial<Finding> = {}) => report(scope, [finding({ key: 'a', ...part })])
const ref = (key: string, scope = shop) => ({ scope: scope.key, key })

const groups = (...reports: ReturnType<typeof report>[]): string[] =>
  reconcile(factsOf(reports))
    .systems.map((s) => s.groupKey)
    .sort()

/** Each finding's system. */
function homes(reports: ReturnType<typeof report>[], decisions: DecisionBody[]): Record<string, string> {
  const { components } = reconcile(factsOf(reports, decisions))
  return Object.fromEntries(
    components.flatMap((c) => c.findings.map((f) => [`${f.scope.split('/').at(-1)} ${f.key}`, c.systemId])),
  )
}

describe('grouping into systems', () => {
  it('takes the repository where nothing says more', () => {
    expect(groups(one())).toEqual([`repository:${shop.key}`])
  })

  it('takes what a host keeps beside a repository’s files for a part of it', () => {
    const facet = { key: `${shop.key}#actions`, title: `${shop.title}: Actions secrets` }
    expect(groups(one(), one(facet))).toEqual([`repository:${shop.key}`])
  })

  it('takes what a manifest, a tag or a catalogue names, and one name is one system everywhere', () => {
    const tagged = report({ key: 'aws:1/eu/bedrock', title: 'x' }, [
      finding({ key: 'b', kind: 'agent', claims: [claim('Checkout ', 'tag')] }),
    ])
    expect(groups(one({ ...shop, claims: [claim('checkout', 'manifest')] }), tagged)).toEqual([
      'system:checkout',
    ])
  })

  it('takes the account of a cloud scope, and the stack where there is one', () => {
    const aws = { key: 'aws:111122223333/eu-west-1/bedrock', title: 'bedrock' }
    expect(groups(one(aws))).toEqual(['account:aws:111122223333'])
    expect(groups(one(aws, { claims: [claim('Shop', 'stack')] }))).toEqual(['stack:aws:111122223333/shop'])
  })

  it('takes the project of a SaaS', () => {
    expect(groups(one({ key: 'openai:org-1/proj-2', title: 'proj-2' }))).toEqual([
      'project:openai:org-1/proj-2',
    ])
  })

  it('puts assistants into one development-tool system per supplier, whatever the repository is part of', () => {
    const part = { kind: 'assistant' as const, supplier: 'cursor' }
    expect(groups(one({ ...shop, claims: [claim('checkout', 'catalog')] }, part), one(web, part))).toEqual([
      'development-tool:cursor',
    ])
  })

  it('puts instructions with the assistant that they are for, and those for any assistant into one system', () => {
    const instructions = (attributes: Finding['attributes'] = {}) => {
      const file = { kind: 'assistant', name: 'RULES.md', supplier: null } as const
      return one(shop, { ...file, attributes: { instructions: true, ...attributes } })
    }
    expect(groups(instructions({ publisher: 'anthropic' }))).toEqual(['development-tool:anthropic'])
    expect(groups(instructions())).toEqual(['development-tool:instructions'])
  })

  it('calls a development-tool system what people call its supplier', () => {
    const catalogue = { ...emptyCatalogue, supplier: () => ({ name: 'Cursor' }) }
    const { systems } = reconcile({
      ...factsOf([one(shop, { kind: 'assistant', supplier: 'cursor' })]),
      catalogue,
    })
    expect(systems.map((system) => system.groupTitle)).toEqual(['Cursor (development tool)'])
  })
})

describe('decisions about systems', () => {
  it('hold under a later scan that finds more', () => {
    const later = report(shop, [finding({ key: 'a' }), finding({ key: 'b' })], { finishedAt: day(2) })
    expect(homes([one(), later], [register('shop')])).toEqual({ 'shop a': shopId, 'shop b': shopId })
  })

  it('hold when the repository comes to name a system of its own, and what is new there follows', () => {
    const scope = { ...shop, claims: [claim('checkout', 'manifest')] }
    const later = report(scope, [finding({ key: 'a' }), finding({ key: 'b' })], { finishedAt: day(2) })
    const decision = { ...register('shop'), anchors: [ref('a')] }
    expect(homes([one(), later], [decision])).toEqual({ 'shop a': shopId, 'shop b': shopId })
    expect(homes([one(), later], [{ ...decision, anchors: [] }])['shop b']).toBe(systemId('system:checkout'))
  })

  it('merge: one system, the pins of both, the kept one first', () => {
    const merge: DecisionBody = { type: 'merge', from: webId, into: shopId }
    const facts = factsOf(
      [one(), one(web)],
      [register('shop', { purpose: 'sells' }), register('web', { purpose: 'shows', data: 'orders' }), merge],
    )
    const { systems } = reconcile(facts)
    expect(
      systems.map((s) => [s.id, s.componentCount, s.fields.purpose?.value, s.fields.data?.value]),
    ).toEqual([[shopId, 2, 'sells', 'orders']])
  })

  it('merge: the later way round wins', () => {
    const there: DecisionBody = { type: 'merge', from: webId, into: shopId }
    const back: DecisionBody = { type: 'merge', from: shopId, into: webId }
    expect(Object.values(homes([one(), one(web)], [there, back]))).toEqual([webId, webId])
  })

  it('merge into a system that does not exist waits until it does', () => {
    const merge: DecisionBody = { type: 'merge', from: shopId, into: webId }
    expect(homes([one()], [merge])).toEqual({ 'shop a': shopId })
    expect(homes([one(), one(web)], [merge])['shop a']).toBe(webId)
  })

  it('split, and attach back', () => {
    const reports = [report(shop, [finding({ key: 'a' }), finding({ key: 'b' })])]
    const split: DecisionBody = {
      type: 'split',
      system: shopId,
      newSystem: 'sys_search',
      name: 'Search',
      findings: [ref('b')],
    }
    expect(homes(reports, [split])).toEqual({ 'shop a': shopId, 'shop b': 'sys_search' })
    const named = reconcile(factsOf(reports, [split])).systems.find((s) => s.id === 'sys_search')
    expect(named?.fields.name).toMatchObject({ value: 'Search', source: 'pin' })
    const attach: DecisionBody = { type: 'attach', system: shopId, findings: [ref('b')] }
    expect(homes(reports, [split, attach])['shop b']).toBe(shopId)
  })

  it('a revoke of a revoke restores what was taken back', () => {
    const merge: DecisionBody = { type: 'merge', from: webId, into: shopId }
    const revoke = (sequence: number): DecisionBody => ({ type: 'revoke', sequence })
    const reports = [one(), one(web)]
    expect(homes(reports, [merge, revoke(1)])['web a']).toBe(webId)
    expect(homes(reports, [merge, revoke(1), revoke(2)])['web a']).toBe(shopId)
  })

  it('dismiss and restore leave the registration as it was', () => {
    const state = (...more: DecisionBody[]) => reconcile(factsOf([one()], more)).systems[0]?.state
    const dismiss: DecisionBody = { type: 'dismiss', system: shopId, reason: 'a demo' }
    const restore: DecisionBody = { type: 'restore', system: shopId }
    expect([
      state(dismiss),
      state(register('shop'), dismiss),
      state(register('shop'), dismiss, restore),
    ]).toEqual(['dismissed', 'dismissed', 'registered'])
  })

  it('about a system that nothing shows are kept and do nothing', () => {
    const idle: DecisionBody[] = [
      { type: 'set-fields', system: 'sys_x', fields: { purpose: 'x' } },
      { type: 'dismiss', system: 'sys_x', reason: 'not ours' },
    ]
    expect(reconcile(factsOf([one()], idle)).systems.map((s) => s.id)).toEqual([shopId])
  })
})
