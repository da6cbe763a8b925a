import { describe, expect, it } from 'vitest'
import { emptyCatalogue } from './catalogue.ts'
import { reconcile } from './reconcile.ts'
import { day, factsOf, finding, report, repository } from './testing/build.ts'

const catalogue = {
  ...emptyCatalogue,
  supplier: (slug: string) => (slug === 'anthropic' ? { name: 'Anthropic', country: 'US' } : null),
  publisher: (model: string) => (model.startsWith('claude') ? 'anthropic' : null),
}
const routed = finding({
  key: 'a',
  supplier: 'aws-bedrock',
  model: { id: 'Claude-4' },
  attributes: { gateway: 'openrouter' },
})

describe('the register of suppliers', () => {
  it('has the host, the publisher of the model and the gateway between', () => {
    const { suppliers, systems } = reconcile(
      factsOf([report(repository('shop'), [routed])], [], { catalogue }),
    )
    expect(suppliers.map((s) => s.slug)).toEqual(['anthropic', 'aws-bedrock', 'openrouter'])
    expect(suppliers[0]).toMatchObject({
      name: 'Anthropic',
      country: 'US',
      systemCount: 1,
      review: 'unreviewed',
    })
    expect(systems[0]?.suppliers).toEqual(['anthropic', 'aws-bedrock', 'openrouter'])
  })

  it('counts the systems that stop with a supplier', () => {
    const reports = ['shop', 'web', 'app'].map((name) =>
      report(repository(name), [routed, finding({ key: 'b' })]),
    )
    const { suppliers } = reconcile(factsOf(reports, [], { catalogue }))
    expect(suppliers.map((s) => [s.slug, s.systemCount, s.componentCount])).toContainEqual(['openai', 3, 3])
  })

  it('keeps a reviewed supplier, with its contract, when nothing depends on it any more', () => {
    const review = { type: 'review-supplier' as const, supplier: 'anthropic', review: 'approved' as const }
    const { suppliers } = reconcile(factsOf([], [{ ...review, contract: 'C-12' }, review], { catalogue }))
    expect(suppliers).toMatchObject([
      { slug: 'anthropic', review: 'approved', contract: 'C-12', systemCount: 0 },
    ])
    expect(suppliers[0]?.reviewedAt).toBe(day(20))
  })
})

describe('the register of models', () => {
  it('has each model once, with its publisher and its hosts, however it is written', () => {
    const direct = finding({ key: 'a', supplier: 'anthropic', model: { id: 'claude-4' } })
    const reports = [report(repository('shop'), [routed]), report(repository('web'), [direct])]
    const { models } = reconcile(factsOf(reports, [], { catalogue }))
    expect(models).toMatchObject([
      { id: 'claude-4', publisher: 'anthropic', hosts: ['anthropic', 'aws-bedrock'], componentCount: 2 },
    ])
    expect(models[0]?.systemCount).toBe(2)
  })
})
