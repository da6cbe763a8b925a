/** What people apply to their clouds is written as its own tools write it, and refers to nothing that is not there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { format } from '@cdktf/hcl-tools'
import { describe, expect, it } from 'vitest'
import { parseDocument, type ScalarTag, type Tags } from 'yaml'

const root = join(import.meta.dirname, '..', '..')
const filesOf = (folder: string, end: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()

describe('Terraform files', () => {
  const files = filesOf('infra/terraform', '.tf')

  it('are those of three clouds', () => {
    expect(files.map((file) => file.split('/')[2])).toEqual(['aws', 'aws', 'azure', 'azure', 'gcp', 'gcp'])
  })

  // `terraform fmt` writes with this very code (hclwrite), which HashiCorp builds for WebAssembly.
  it.each(files)('%s is as terraform fmt writes it', async (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    expect(await format(text)).toBe(text)
    expect(text).toMatch(/[^\n]\n$/)
  })

  it('that are not would be noticed', async () => {
    const bad = 'a "b" {\n  x = 1\n  long = 2\n   y = [\n    "z",\n  ] \n}\n'
    expect(await format(bad)).toBe('a "b" {\n  x    = 1\n  long = 2\n  y = [\n    "z",\n  ]\n}\n')
  })
})

/** CloudFormation's short forms, each kept as what it stands for. */
const FUNCTIONS = ['Ref', 'Sub', 'GetAtt', 'If', 'Not', 'Equals', 'Join', 'And', 'Or', 'Select'] as const
const tags: Tags = FUNCTIONS.flatMap((name): ScalarTag[] => {
  const of = (value: unknown) => ({ [`Fn::${name}`]: value })
  return [
    { tag: `!${name}`, resolve: (text: string) => of(text) },
    {
      tag: `!${name}`,
      collection: 'seq',
      resolve: (items: { toJSON(): unknown }) => of(items.toJSON()),
    } as never,
  ]
})

interface Called {
  readonly name: string
  readonly value: unknown
}
function* calls(value: unknown): Generator<Called> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, one] of Object.entries(value)) {
    if (key.startsWith('Fn::')) yield { name: key.slice(4), value: one }
    yield* calls(one)
  }
}

describe('CloudFormation templates', () => {
  const files = filesOf('infra/cloudformation', '.yaml')

  it.each(files)('%s names only what it has', (file) => {
    const document = parseDocument(readFileSync(join(root, file), 'utf8'), { customTags: tags })
    expect([...document.errors, ...document.warnings]).toEqual([])
    const template = document.toJS()
    expect(template.AWSTemplateFormatVersion).toBe('2010-09-09')
    const known = [...Object.keys(template.Parameters), ...Object.keys(template.Resources)]
    const seen: string[] = []
    for (const { name, value } of calls(template)) {
      seen.push(name)
      if (name === 'Ref' && !String(value).startsWith('AWS::')) expect(known).toContain(value)
      if (name === 'GetAtt') expect(known).toContain(String(value).split('.')[0])
      if (name === 'If') expect(Object.keys(template.Conditions)).toContain((value as unknown[])[0])
      if (name === 'Sub')
        for (const [, part] of String(value).matchAll(/\$\{([\w:]+)\}/g)) expect(known).toContain(part)
    }
    expect(new Set(seen)).toEqual(new Set(['Ref', 'Sub', 'GetAtt', 'If', 'Not', 'Equals']))
  })

  it.each(files)('%s has what IAM takes: documented properties, and policies within its limits', (file) => {
    const template = parseDocument(readFileSync(join(root, file), 'utf8'), { customTags: tags }).toJS()
    // From the resource reference of AWS::IAM.
    const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
      'AWS::IAM::Role': [
        'AssumeRolePolicyDocument',
        'Description',
        'ManagedPolicyArns',
        'MaxSessionDuration',
        'Path',
        'PermissionsBoundary',
        'Policies',
        'RoleName',
        'Tags',
      ],
      'AWS::IAM::ManagedPolicy': [
        'Description',
        'Groups',
        'ManagedPolicyName',
        'Path',
        'PolicyDocument',
        'Roles',
        'Users',
      ],
    }
    for (const { Type, Properties } of Object.values<{ Type: string; Properties: object }>(
      template.Resources,
    )) {
      expect(Object.keys(PROPERTIES)).toContain(Type)
      for (const name of Object.keys(Properties)) expect(PROPERTIES[Type], Type).toContain(name)
    }
    const policies = Object.values<{ Type: string }>(template.Resources).filter(
      ({ Type }) => Type === 'AWS::IAM::ManagedPolicy',
    )
    // As many as a role may have attached.
    expect(policies.length).toBeLessThanOrEqual(10)
  })
})

describe('Bicep files', () => {
  const files = filesOf('infra/bicep', '.bicep')
  const role = JSON.parse(readFileSync(join(root, 'infra/permissions/azure/reader-role.json'), 'utf8'))

  it.each(files)('%s allows what the role in JSON allows, and closes what it opens', (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const named = [...text.matchAll(/'(Microsoft\.[\w.]+\/[\w./]+)'/g)].map(([, action]) => action)
    // Below a management group Azure lets no role have actions on data.
    const dataActions = file.includes('management-group') ? [] : role.DataActions
    expect(named).toEqual([...role.Actions, ...dataActions])
    const bare = text.replace(/'[^']*'|\/\/.*/g, '')
    for (const [open, close] of ['{}', '[]', '()'].map(([a, b]) => [a, b] as const))
      expect(bare.split(open ?? '').length, `${open}${close}`).toBe(bare.split(close ?? '').length)
    expect(text.match(/^targetScope = '(\w+)'$/m)?.[1]).toBe(
      file.includes('management-group') ? 'managementGroup' : 'subscription',
    )
  })
})
