import { Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import answer from '../__fixtures__/project-api-keys.json' with { type: 'json' }
import { ApiKey, listOf } from '../schema.ts'
import { apiKeyFindings } from './api-keys.ts'
import type { ProjectActivity } from './tally.ts'

const nothing: ProjectActivity = { models: [], others: [], costs: [] }
const keys = listOf(ApiKey).parse(answer).data

const findings = (since: number, used = nothing) =>
  [...apiKeyFindings({ project: 'proj_abc', keys, used, context: 'production', since })].map((f) =>
    Finding.parse(f),
  )

describe('a key of a project', () => {
  it('is known by its id and by the form that a repository shows as well', () => {
    expect(findings(0)[0]?.identifiers).toEqual([
      { type: 'openai-key-id', value: 'key_abc' },
      { type: 'key-redacted', value: 'openai:sk-proj-…aB3d' },
    ])
  })

  it('that shows less than four characters is known by its id alone', () => {
    expect(findings(0)[1]?.identifiers).toEqual([{ type: 'openai-key-id', value: 'key_xyz' }])
  })

  it('tells its owner, person or service account', () => {
    expect(
      findings(0).map(({ name, attributes }) => [name, attributes.owner, attributes.ownerAccess]),
    ).toEqual([
      ['My API Key', 'user@example.com', 'active'],
      ['key_xyz', 'Service Account', 'inactive'],
    ])
  })

  it('is used when it was last used in the period, and configured otherwise', () => {
    expect(findings(1795200000).map(({ grade }) => grade)).toEqual(['used', 'configured'])
    expect(findings(1795200001).map(({ grade }) => grade)).toEqual(['configured', 'configured'])
  })

  it('is used when the usage reports name it, whatever its own date says', () => {
    const model = { model: 'o3', services: [], counts: {}, apiKeys: ['key_xyz'], first: 0, last: 0 }
    const [, second] = findings(1795200001, { ...nothing, models: [model] })
    expect(second?.grade).toBe('used')
    expect(second?.relations).toContainEqual({
      type: 'uses',
      to: { type: 'openai-project-model', value: 'proj_abc/o3' },
    })
  })

  it('belongs to its project', () => {
    expect(findings(0)[0]?.relations).toContainEqual({
      type: 'depends-on',
      to: { type: 'openai-project', value: 'proj_abc' },
    })
  })
})
