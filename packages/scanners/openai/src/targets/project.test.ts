import { Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import answer from '../__fixtures__/projects.json' with { type: 'json' }
import { listOf, Project } from '../schema.ts'
import { type ProjectLook, projectContext, projectFindings, projectScope } from './project.ts'

const [active, archived] = listOf(Project).parse(answer).data as [Project, Project] // the fixture has two

const workspace = (part: Partial<ProjectLook> = {}) => {
  const look: ProjectLook = {
    organisation: 'org-x',
    project: active,
    serviceAccounts: [],
    users: [],
    modelPermissions: null,
    retention: null,
    used: { models: [], others: [], costs: [] },
    context: 'production',
    ...part,
  }
  return Finding.parse([...projectFindings(look)][0])
}

describe('a project', () => {
  it('is a scope of its organisation; an archived one says so, one without a name has its id', () => {
    expect(projectScope('org-x', active)).toMatchObject({
      key: 'openai:org-x/proj_abc',
      title: 'Project example',
    })
    expect(projectScope('org-x', archived)).toMatchObject({
      key: 'openai:org-x/proj_old',
      title: 'proj_old (archived)',
    })
  })

  it('claims its name, and that it is retired when it is archived', () => {
    expect(projectScope('org-x', active).claims).toEqual([
      { field: 'name', value: 'Project example', source: 'container' },
    ])
    expect(projectScope('org-x', archived).claims).toContainEqual({
      field: 'lifecycle',
      value: 'retired',
      source: 'provider',
    })
  })

  it('is a workspace that tells where data stays, how long, and which models are allowed', () => {
    const { attributes, grade, identifiers } = workspace({
      retention: { type: 'zero_data_retention' },
      modelPermissions: { mode: 'allow_list', model_ids: ['o3', 'gpt-4.1'] },
    })
    expect(grade).toBe('configured')
    expect(identifiers).toEqual([{ type: 'openai-project', value: 'proj_abc' }])
    expect(attributes).toEqual({
      status: 'active',
      createdAt: '2024-03-26T16:45:33.000Z',
      residency: 'EU_STORAGE_PROCESSING',
      dataRetention: 'zero_data_retention',
      allowedModels: ['gpt-4.1', 'o3'],
    })
  })

  it('says nothing of what could not be read', () => {
    expect(Object.keys(workspace().attributes)).toEqual(['status', 'createdAt', 'residency'])
  })

  it('is used when the reports say so, with the report as evidence', () => {
    const model = {
      model: 'o3',
      services: ['completions' as const],
      counts: {},
      apiKeys: [],
      first: 0,
      last: 0,
    }
    const { grade, evidence } = workspace({ used: { models: [model], others: [], costs: [] } })
    expect(grade).toBe('used')
    expect(evidence.map(({ method }) => method)).toEqual(['api', 'metric'])
  })

  it.each([
    ['Chat', 'production'],
    ['chat-dev', 'development'],
    ['Sandbox (Priya)', 'development'],
    ['QA', 'test'],
    ['staging_eu', 'test'],
    ['CI', 'ci'],
    ['dev tools production', 'production'],
    ['device farm', 'production'],
    ['contest', 'production'],
    ['constructor', 'production'],
  ])('called "%s" is %s', (name, context) => {
    expect(projectContext({ ...active, name })).toBe(context)
  })
})
