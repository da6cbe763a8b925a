import type { Finding, FindingKind, Identifier, Inventory } from '@ai-census/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyCatalogue } from './catalogue.ts'
import { componentId } from './ids.ts'
import { reconcile } from './reconcile.ts'
import { day, factsOf, finding, report, repository } from './testing/build.ts'

const id = (type: string, value: string): Identifier => ({ type, value })
const thing = (
  key: string,
  kind: FindingKind,
  identifiers: Identifier[],
  more: Partial<Finding> = {},
): Finding => finding({ key, kind, identifiers, ...more })

const cloud = { key: 'aws:1/eu-west-1/sagemaker', title: 'sagemaker' }
const [shop, web] = [repository('shop'), repository('web')]

/** Which findings each component has. */
const parts = ({ components }: Inventory): string[] =>
  components.map((c) => c.findings.map((f) => `${f.scope.split('/').at(-1)} ${f.key}`).join(' + ')).sort()

const joined = (one: Finding, other: Finding, scopes = [shop, cloud]): string[] =>
  parts(reconcile(factsOf([report(scopes[0]!, [one]), report(scopes[1]!, [other])])))

describe('joining findings across sources', () => {
  it.each([
    ['arn', 'arn:aws:sagemaker:eu-west-1:1:endpoint/chat'],
    ['azure-resource-id', '/subscriptions/1/x'],
    ['host', 'acme.openai.azure.com'],
    ['key-fingerprint', 'f00'],
    ['key-redacted', 'sk-a…9f3'],
    ['openai-organization', 'org-1'],
  ])('makes one component of two that share an %s', (type, value) => {
    const kind = type.startsWith('key') ? 'credential' : 'endpoint'
    expect(joined(thing('a', kind, [id(type, value)]), thing('b', kind, [id(type, value)]))).toEqual([
      'sagemaker b + shop a',
    ])
  })

  it('makes none of two that share what only describes', () => {
    const purl = [id('purl', 'pkg:npm/openai')]
    expect(joined(thing('a', 'endpoint', purl), thing('b', 'endpoint', purl))).toHaveLength(2)
  })

  it('meets in spite of spelling: hosts as URLs, ARM ids in any case', () => {
    const a = thing('a', 'endpoint', [id('host', 'https://Acme.OpenAI.Azure.com:443/v1')])
    expect(joined(a, thing('b', 'endpoint', [id('host', 'acme.openai.azure.com')]))).toHaveLength(1)
  })

  it('relates, and does not join, where the kinds differ', () => {
    const arn = [id('arn', 'arn:1')]
    const facts = factsOf([
      report(shop, [thing('a', 'service', arn)]),
      report(cloud, [thing('b', 'endpoint', arn), thing('m', 'model', arn)]),
    ])
    const { components, relationships } = reconcile(facts)
    const keyOf = new Map(components.map((c) => [c.id, c.findings[0]!.key]))
    expect(relationships.map((r) => `${keyOf.get(r.from)} ${r.type} ${keyOf.get(r.to)}`).sort()).toEqual([
      'a calls b',
      'a uses m',
      'b serves m',
    ])
  })

  it('keeps two repositories’ use of one thing apart', () => {
    const host = [id('host', 'acme.openai.azure.com')]
    expect(joined(thing('a', 'service', host), thing('a', 'service', host), [shop, web])).toHaveLength(2)
    const hub = [id('huggingface-repo', 'meta-llama/Llama-3')]
    expect(joined(thing('a', 'model', hub), thing('a', 'model', hub), [shop, web])).toHaveLength(2)
  })

  it('never joins by a host that serves everybody', () => {
    const host = [id('host', 'api.openai.com')]
    const reports = [
      report(shop, [thing('a', 'endpoint', host)]),
      report(cloud, [thing('b', 'endpoint', host)]),
    ]
    const catalogue = { ...emptyCatalogue, isPublicHost: (name: string) => name === 'api.openai.com' }
    expect(parts(reconcile(factsOf(reports, [], { catalogue })))).toHaveLength(2)
  })

  it('never collapses two findings of one report, whatever they share and through whomever', () => {
    const arn = [id('arn', 'arn:1')]
    const reports = [
      report(cloud, [thing('a', 'endpoint', arn), thing('b', 'endpoint', arn)]),
      report(shop, [thing('c', 'endpoint', arn)]),
    ]
    expect(parts(reconcile(factsOf(reports)))).toHaveLength(3)
    const chain = [
      report(cloud, [thing('a', 'endpoint', [id('arn', '1')]), thing('b', 'endpoint', [id('arn', '2')])]),
      report(shop, [thing('c', 'endpoint', [id('arn', '1'), id('arn', '2')])]),
    ]
    expect(parts(reconcile(factsOf(chain)))).toEqual(['sagemaker a + shop c', 'sagemaker b'])
  })

  it('takes an identifier with too many partners for a tag', () => {
    const key = [id('key-fingerprint', 'f00')]
    const reports = (n: number) =>
      Array.from({ length: n }, (_, i) => report(repository(`r${i}`), [thing('k', 'credential', key)]))
    expect(reconcile(factsOf(reports(50))).components).toHaveLength(1)
    expect(reconcile(factsOf(reports(51))).components).toHaveLength(51)
  })

  it('raises a thing’s grade by signs of its use, until they fade', () => {
    const arn = [id('arn', 'arn:1')]
    const endpoint = thing('e', 'endpoint', arn, { grade: 'deployed' })
    const metric = thing('u', 'usage', arn, { grade: 'used' })
    const grade = (now: string) => {
      const facts = factsOf([report(cloud, [endpoint, metric])], [], { now })
      return reconcile(facts).components.map((c) => [c.kind, c.grade])
    }
    expect(grade(day(30))).toEqual([['endpoint', 'used']])
    expect(grade(day(95))).toEqual([['endpoint', 'deployed']])
  })

  it('knows a Google Cloud project by number and by id', () => {
    const name = (project: string) => [id('gcp-resource-name', `//x.googleapis.com/projects/${project}/e/1`)]
    const reports = [
      report(shop, [thing('a', 'endpoint', name('acme-prod'))]),
      report(cloud, [thing('b', 'endpoint', name('4711'))]),
    ]
    const aliases = [{ type: 'gcp-project', from: 'acme-prod', to: '4711' }]
    expect(parts(reconcile(factsOf(reports, [], { aliases })))).toHaveLength(1)
  })
})

describe('joining by the visible characters of a key', () => {
  const visible = id('key-redacted', 'openai:sk-a…9f3b')
  const inFile = (fingerprint: string) =>
    thing('key', 'credential', [visible, id('key-fingerprint', fingerprint)])
  const atSupplier = (keyId: string) => thing(keyId, 'credential', [visible, id('key-id', keyId)])
  const project = (n: number) => ({ key: `openai:org-1/proj-${n}`, title: `proj-${n}` })
  const components = (...seen: [scope: typeof shop, finding: Finding][]): string[] =>
    parts(reconcile(factsOf(seen.map(([scope, one]) => report(scope, [one])))))

  it('joins a key in files, in however many, with the only key at the supplier that looks like it', () => {
    expect(components([shop, inFile('f1')], [project(1), atSupplier('k1')])).toEqual(['shop key + proj-1 k1'])
    expect(components([shop, inFile('f1')], [web, inFile('f1')], [project(1), atSupplier('k1')])).toEqual([
      'shop key + web key + proj-1 k1',
    ])
  })

  it('joins none where two keys at the supplier look like it, or two keys in files', () => {
    expect(
      components([shop, inFile('f1')], [project(1), atSupplier('k1')], [project(2), atSupplier('k2')]),
    ).toHaveLength(3)
    expect(
      components([shop, inFile('f1')], [web, inFile('f2')], [project(1), atSupplier('k1')]),
    ).toHaveLength(3)
  })

  it('never joins two keys that are known to be two', () => {
    expect(components([shop, inFile('f1')], [web, inFile('f2')])).toHaveLength(2)
    expect(components([project(1), atSupplier('k1')], [project(2), atSupplier('k2')])).toHaveLength(2)
  })

  it('joins none through two findings of one report, and does not pass them over', () => {
    const twins = [atSupplier('k1'), atSupplier('k2')]
    const facts = factsOf([report(project(1), twins), report(shop, [inFile('f1')])])
    expect(parts(reconcile(facts))).toHaveLength(3)
  })

  it('keeps strangers apart: of a thousand keys here and a thousand there, those that look alike by chance', () => {
    const looks = (n: number) => id('key-redacted', `openai:sk-…${(n % 997).toString(36)}`)
    const n = 1000
    const here = Array.from({ length: n }, (_, i) => ({
      ...inFile(`f${i}`),
      key: `key-${i}`,
      identifiers: [looks(i), id('key-fingerprint', `f${i}`)],
    }))
    const there = Array.from({ length: n }, (_, i) => ({
      ...atSupplier(`k${i}`),
      identifiers: [looks(i), id('key-id', `k${i}`)],
    }))
    const { components: all } = reconcile(factsOf([report(shop, here), report(project(1), there)]))
    // 997 looks for 1000 keys on each side: three looks are shared by two keys on each side, and join none.
    expect(all.filter((c) => c.findings.length > 1)).toHaveLength(994)
    expect(all).toHaveLength(2 * n - 994)
  })

  it('never puts two keys into one component, whatever looks alike, and joins just the pairs that nothing rivals', () => {
    const side = fc.uniqueArray(fc.record({ name: fc.nat(30), look: fc.constantFrom('r', 's', 't') }), {
      selector: (one) => one.name,
      maxLength: 6,
    })
    fc.assert(
      fc.property(side, side, (files, keys) => {
        const looks = (look: string) => id('key-redacted', `openai:sk-…${look}`)
        const reports = [
          ...files.map(({ name, look }) =>
            report(repository(`r${name}`), [
              thing('k', 'credential', [looks(look), id('key-fingerprint', `${name}`)]),
            ]),
          ),
          ...keys.map(({ name, look }) =>
            report(project(name), [thing('k', 'credential', [looks(look), id('key-id', `${name}`)])]),
          ),
        ]
        const { components: all } = reconcile(factsOf(reports))
        const lookers = (some: typeof files, look: string) => some.filter((one) => one.look === look).length
        const pairs = ['r', 's', 't'].filter((l) => lookers(files, l) === 1 && lookers(keys, l) === 1)
        expect(all).toHaveLength(files.length + keys.length - pairs.length)
        for (const { identifiers } of all)
          for (const type of ['key-fingerprint', 'key-id'])
            expect(identifiers.filter((one) => one.type === type).length).toBeLessThan(2)
      }),
      { numRuns: 100, seed: 9 },
    )
  })

  it('does not raise a grade by them, nor relate by them where two carry them', () => {
    const use = thing('use', 'usage', [visible], { grade: 'used' })
    const service = thing('svc', 'service', [visible])
    const facts = (more: Finding[]) =>
      reconcile(factsOf([report(shop, [inFile('f1'), ...more]), report(web, [service, use])]))
    expect(facts([]).relationships.map((r) => r.type)).toEqual(['uses', 'uses'])
    expect(facts([{ ...inFile('f2'), key: 'other' }]).relationships).toEqual([])
    expect(facts([]).components.find((c) => c.kind === 'credential')?.grade).toBe('configured')
  })
})

describe('a component', () => {
  it('is named after the smallest address among its findings, gone ones too', () => {
    const arn = [id('arn', 'arn:1')]
    const before = [report(cloud, [thing('b', 'endpoint', arn)]), report(shop, [thing('a', 'endpoint', arn)])]
    const after = [2, 3].map((n) => report(cloud, [], { finishedAt: day(n) }))
    const expected = componentId(`${cloud.key} b`)
    expect(reconcile(factsOf(before)).components.map((c) => c.id)).toEqual([expected])
    expect(reconcile(factsOf([...before, ...after])).components.map((c) => [c.id, c.state])).toEqual([
      [expected, 'seen'],
    ])
  })

  it('takes the best grade and the weightiest context, from what is live', () => {
    const arn = [id('arn', 'arn:1')]
    const strong = thing('a', 'endpoint', arn, { grade: 'deployed', context: 'production', name: 'chat' })
    const weak = thing('b', 'endpoint', arn, {
      grade: 'declared',
      context: 'test',
      attributes: { region: 'eu' },
    })
    const both = [report(cloud, [strong]), report(shop, [weak])]
    expect(reconcile(factsOf(both)).components[0]).toMatchObject({
      grade: 'deployed',
      context: 'production',
      name: 'chat',
    })
    const gone = [...both, report(cloud, [], { finishedAt: day(2) })]
    expect(reconcile(factsOf(gone)).components[0]).toMatchObject({
      grade: 'declared',
      context: 'test',
      state: 'seen',
    })
  })

  it('follows a relation that the evidence states, in any scope or in its own', () => {
    const relations = [
      { type: 'uses' as const, to: id('arn', 'arn:kb') },
      { type: 'uses' as const, to: id('tool-name', 'search') },
    ]
    const agent = thing('agent', 'agent', [], { relations })
    const tool = thing('tool', 'mcp-server', [id('tool-name', 'search')])
    const facts = factsOf([
      report(shop, [agent, tool]),
      report(cloud, [thing('kb', 'knowledge-base', [id('arn', 'arn:kb')])]),
      report(web, [tool]),
    ])
    const { components, relationships } = reconcile(facts)
    const name = new Map(components.map((c) => [c.id, `${c.findings[0]!.scope} ${c.findings[0]!.key}`]))
    expect(relationships.map((r) => name.get(r.to)).sort()).toEqual([`${cloud.key} kb`, `${shop.key} tool`])
  })
})
