import type { DecisionBody } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { systemId } from '../ids.ts'
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

const [shop, store] = [systemOfRepository('shop'), systemOfRepository('store')]
const key = { type: 'key-redacted', value: 'sk-p…9f3' }
const credential = finding({ key: 'key:openai', kind: 'credential', name: 'OpenAI key', identifiers: [key] })
const project = { key: 'openai:org-1/proj-2', title: 'proj-2' }

describe('the flag possible-duplicate', () => {
  it('stands on both systems that one key belongs to, and says so', () => {
    const flags = raised(
      reconcile(
        factsOf([
          report(repository('shop'), [credential]),
          report(project, [credential, finding({ key: 'model:gpt-4o', kind: 'model' })], {
            scanner: 'openai',
          }),
        ]),
      ),
      'possible-duplicate',
    )
    expect(Object.keys(flags)).toHaveLength(2)
    expect(flags[shop]?.reason).toContain('May be the same as proj-2')
    expect(flags[shop]?.reason).toContain('OpenAI key was found in both')
  })

  it('stands on a registered ghost and the discovered system of the same name, and merging clears it', () => {
    const reports = [report(repository('store'), [finding({ key: 'a' })])]
    const ghost = { ...register('shop'), groupKeys: [], fields: { name: 'Store' } }
    const merge = { type: 'merge' as const, from: store, into: shop }
    expect(Object.keys(raised(reconcile(factsOf(reports, [ghost])), 'possible-duplicate'))).toEqual(
      [shop, store].sort(),
    )
    expect(raised(reconcile(factsOf(reports, [ghost, merge])), 'possible-duplicate')).toEqual({})
  })

  it('is cleared by the decision that the two are not one, whichever way round, also after a merge', () => {
    const scopes = [repository('store'), { key: 'git:github.com/beta/store', title: 'beta/store' }]
    const reports = scopes.map((scope) => report(scope, [finding({ key: 'a' })]))
    reports.push(report(repository('web'), [finding({ key: 'a' })]))
    const beta = systemId('repository:git:github.com/beta/store')
    const duplicates = (...decisions: DecisionBody[]) =>
      Object.keys(raised(reconcile(factsOf(reports, decisions)), 'possible-duplicate'))
    const reason = 'two teams, one name'
    expect(duplicates()).toHaveLength(2)
    for (const systems of [
      [store, beta],
      [beta, store],
    ] as [string, string][])
      expect(duplicates({ type: 'not-duplicates', systems, reason })).toEqual([])
    expect(duplicates({ type: 'not-duplicates', systems: [store, shop], reason })).toHaveLength(2)

    const intoWeb = { type: 'merge' as const, from: store, into: systemOfRepository('web') }
    const rename: DecisionBody = {
      type: 'set-fields',
      system: systemOfRepository('web'),
      fields: { name: 'Store' },
    }
    expect(duplicates(intoWeb, rename)).toHaveLength(2)
    expect(duplicates(intoWeb, rename, { type: 'not-duplicates', systems: [store, beta], reason })).toEqual(
      [],
    )
  })

  it('takes a name that many systems share for a habit', () => {
    const scopes = ['a', 'b', 'c', 'd', 'e', 'f'].map((org) => ({
      key: `git:github.com/${org}/chat`,
      title: `${org}/chat`,
    }))
    const inventory = reconcile(factsOf(scopes.map((scope) => report(scope, [finding({ key: 'a' })]))))
    expect([inventory.systems.length, raised(inventory, 'possible-duplicate')]).toEqual([6, {}])
  })
})
