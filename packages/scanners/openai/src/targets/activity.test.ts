import { Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import keyAnswer from '../__fixtures__/project-api-keys.json' with { type: 'json' }
import answer from '../__fixtures__/usage-completions.json' with { type: 'json' }
import { ApiKey, listOf, UsagePage } from '../schema.ts'
import { activityFindings } from './activity.ts'
import { createTally, type Tally } from './tally.ts'

const keys = listOf(ApiKey).parse(keyAnswer).data
const since = 1792627200
const home = { type: 'openai-project', value: 'proj_abc' }

function findings(fill: (tally: Tally) => void) {
  const tally = createTally()
  fill(tally)
  const used = tally.result().get('proj_abc')
  if (!used) return []
  return [...activityFindings({ project: 'proj_abc', home, keys, used, context: 'production', since })].map(
    (f) => Finding.parse(f),
  )
}

const fixture = (tally: Tally) => {
  for (const bucket of UsagePage.parse(answer).data)
    for (const row of bucket.results) tally.use('completions', bucket.start_time, row)
}

const row = { project_id: 'proj_abc' }

describe('a model in the usage reports', () => {
  it('is used, with volume, period, keys and who owns them', () => {
    const [model] = findings(fixture)
    expect(model).toMatchObject({ key: 'model:openai:gpt-4o-mini-2024-07-18', kind: 'model', grade: 'used' })
    expect(model?.model).toEqual({ id: 'gpt-4o-mini-2024-07-18', publisher: 'openai' })
    expect(model?.attributes).toEqual({
      services: ['completions'],
      requests: 6,
      inputTokens: 1010,
      outputTokens: 505,
      apiKeys: ['key_abc', 'key_gone'],
      principals: ['user@example.com'],
      usageSince: '2026-10-22',
      firstUsedOn: '2026-11-19',
      lastUsedOn: '2026-11-20',
    })
    expect(model?.evidence).toMatchObject([{ method: 'metric', strength: 'strong' }])
  })

  it('with all counts at nought was not used', () => {
    expect(findings(fixture).map(({ name }) => name)).toEqual(['gpt-4o-mini-2024-07-18'])
  })

  it('that was fine-tuned is the organisation’s own, out of a published one', () => {
    const id = 'ft:gpt-4o-mini-2024-07-18:acme::abc123'
    const [model] = findings((tally) =>
      tally.use('completions', since, { ...row, model: id, num_model_requests: 1 }),
    )
    expect(model?.model).toEqual({ id })
    expect(model?.attributes.fineTunedFrom).toBe('gpt-4o-mini-2024-07-18')
  })

  it('called by several services is one finding with evidence of each', () => {
    const used = { ...row, model: 'gpt-4o', num_model_requests: 1 }
    const all = findings((tally) => {
      tally.use('web_search_calls', since, { ...used, num_requests: 4 })
      tally.use('completions', since, used)
    })
    expect(all).toHaveLength(1)
    expect(all[0]?.attributes).toMatchObject({
      services: ['completions', 'web_search_calls'],
      requests: 2,
      calls: 4,
    })
    expect(all[0]?.evidence).toHaveLength(2)
  })
})

describe('use without a model', () => {
  it('is a finding by service; stored bytes are a level and are not added up', () => {
    const all = findings((tally) => {
      tally.use('vector_stores', since, { ...row, usage_bytes: 10 })
      tally.use('vector_stores', since + 86_400, { ...row, usage_bytes: 30 })
      tally.use('code_interpreter_sessions', since, { ...row, num_sessions: 2 })
    })
    expect(
      all.map(({ key, attributes }) => [
        key,
        attributes.vectorStoresBytes ?? attributes.codeInterpreterSessions,
      ]),
    ).toEqual([
      ['usage:code_interpreter_sessions', 2],
      ['usage:vector_stores', 30],
    ])
  })
})

describe('the bill', () => {
  it('is added up by currency without a tail of binary fractions', () => {
    const all = findings((tally) => {
      tally.cost('proj_abc', 'usd', 0.1)
      tally.cost('proj_abc', 'usd', 0.2)
      tally.cost('proj_abc', 'eur', 0)
    })
    expect(all.map(({ key, grade, attributes }) => [key, grade, attributes.costsUsd])).toEqual([
      ['usage:costs:usd', 'used', 0.3],
    ])
    expect(all[0]?.evidence).toMatchObject([{ method: 'cost' }])
    expect(all[0]?.identifiers).toEqual([home])
  })
})
