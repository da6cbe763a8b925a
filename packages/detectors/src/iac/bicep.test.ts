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
