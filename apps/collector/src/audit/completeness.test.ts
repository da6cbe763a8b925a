import { withDatabases } from '@ai-census/db/testing'
import type { Finding } from '@ai-census/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, finding, scanWith } from '../testing/requests.ts'

withDatabases('the completeness estimate', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const host = (n: number): Finding =>
    finding(`h${n}`, { kind: 'endpoint', identifiers: [{ type: 'host', value: `m${n}.acme.example` }] })
  const hosts = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => host(from + i))
  const code = (findings: Finding[]) => ({ scope: 'git:github.com/acme/shop', findings })
  const cloud = (findings: Finding[]) => ({ scope: 'aws:111122223333/eu-west-1/bedrock', findings })
  const estimate = async (query: { of?: 'systems' | 'components' | 'suppliers'; without?: string } = {}) => {
    const { data } = await clientOf(collector).GET('/api/v1/audit/completeness', { params: { query } })
    if (!data) throw new Error('no answer')
    return data
  }

  it('tells how much all missed, from how much two kinds of place overlap', async () => {
    await scanWith(collector, code(hosts(0, 10)), cloud(hosts(4, 16)))
    const answer = await estimate({ of: 'components' })
    expect(answer).toMatchObject({
      observed: 16,
      refusal: null,
      method: 'chapman',
      sources: [
        { name: 'aws', found: 12 },
        { name: 'git', found: 10 },
      ],
      foundByExactly: [10, 6],
    })
    expect(answer.estimate).toBeCloseTo(143 / 7 - 1, 6)
    expect(answer.interval?.low).toBeLessThan(answer.estimate ?? 0)
    expect(answer.assumptions).toHaveLength(4)
  })

  it('is refused with one kind of place, and says what would help', async () => {
    await scanWith(collector, code(hosts(0, 10)))
    const answer = await estimate()
    expect(answer).toMatchObject({ estimate: null, interval: null, completeness: null })
    expect(answer.refusal).toContain('Only one kind of place looked (git)')
  })

  it('is refused where two kinds of place found nothing in common', async () => {
    await scanWith(collector, code(hosts(0, 5)), cloud(hosts(5, 10)))
    const answer = await estimate({ of: 'components' })
    expect([answer.estimate, answer.observed]).toEqual([null, 10])
    expect(answer.refusal).toContain('No two sources found the same thing')
  })

  it('is refused where all but one found nothing, and where nothing was looked at', async () => {
    expect((await estimate()).refusal).toBe('Nothing has been looked at yet.')
    await scanWith(collector, code(hosts(0, 5)), cloud([]))
    expect((await estimate()).refusal).toContain('Only one kind of place found any systems')
  })

  it('warns where one found all that the others found', async () => {
    await scanWith(collector, code(hosts(0, 10)), cloud(hosts(2, 10)))
    const answer = await estimate({ of: 'components' })
    expect(answer.warnings[0]).toContain('git found all that the others found')
  })

  it('leaves out what is not independent of the rest', async () => {
    await scanWith(collector, code(hosts(0, 10)), cloud(hosts(4, 16)), {
      scope: 'openai:org-1/proj-1',
      findings: hosts(0, 3),
    })
    expect((await estimate({ of: 'components' })).method).toBe('chao')
    const without = await estimate({ of: 'components', without: 'openai' })
    expect([without.method, without.sources.map(({ name }) => name)]).toEqual(['chapman', ['aws', 'git']])
  })
})
