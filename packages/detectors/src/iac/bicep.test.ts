import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const account = (kind: string) =>
  scan({
    'infra/main.bicep': `module ai 'core/ai/account.bicep' = {\n  name: 'ai'\n  params: {\n    name: 'x'\n    kind: ${kind}\n  }\n}\n`,
  }).findings.map(({ supplier }) => supplier)

describe('a module of one’s own in Bicep', () => {
  it('makes the account whose kind it is handed', () => {
    expect(account("'FormRecognizer'")).toContain('azure-ai-services')
    expect(account("'OpenAI'")).toContain('azure-openai')
  })
  it('makes what whoever calls it says, and not what it would make by itself', () => {
    const passedOn =
      "param kind string = 'OpenAI'\n\nmodule ai 'account.bicep' = {\n  params: {\n    kind: kind\n  }\n}\n"
    expect(scan({ 'infra/main.bicep': passedOn }).keys).toEqual([])
  })
  it('makes none of a kind that other resources have', () => {
    for (const kind of ["'StorageV2'", "'app,linux'", "'GlobalDocumentDB'", 'kind'])
      expect(account(kind)).toEqual([])
  })
})

describe('an account that stands elsewhere, in Bicep', () => {
  const granted = (role: string) =>
    scan({
      'infra/roles.bicep': `resource ai 'Microsoft.CognitiveServices/accounts@2024-10-01' existing = {\n  name: 'x'\n}\n\nresource user 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n  name: guid(ai.id)\n  properties: {\n    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role}')\n  }\n  scope: ai\n}\n`,
    }).findings.map(({ supplier }) => supplier)

  it('is of OpenAI where a role of OpenAI is granted on it', () => {
    expect(granted('5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')).toEqual(['azure-openai'])
    expect(granted('a97b65f3-24c7-4388-baec-2e87135dc908')).toEqual(['azure-ai-services'])
  })
})
