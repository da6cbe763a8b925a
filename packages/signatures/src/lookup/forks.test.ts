import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../index.ts'

const catalogue = loadCatalogue()

describe('forks of Go modules', () => {
  it.each([
    ['github.com/acme/go-openai', 'openai'],
    ['github.com/acme/go-openai/jsonschema', 'openai'],
    ['github.com/acme/langchaingo/llms/ernie', 'baidu-qianfan'],
    ['github.com/acme/anthropic-sdk-go', 'anthropic'],
  ])('%s is of %s', (module, supplier) => {
    expect(catalogue.importOwner('go', module)?.supplier).toBe(supplier)
  })

  it.each([
    'github.com/acme/go-client',
    'github.com/acme/go-sdk',
    'github.com/acme/aws-sdk-go-v2/service/s3',
    'github.com/acme/server',
    'gitlab.com/acme/go-openai',
  ])('%s is nobody’s', (module) => {
    expect(catalogue.importOwner('go', module)).toBeNull()
    expect(catalogue.packageOwner('golang', module)).toBeNull()
  })

  it('are declared under their own names', () => {
    expect(catalogue.packageOwner('golang', 'github.com/acme/langchaingo')?.supplier).toBe('langchain')
  })

  it('are looked at for the name of the repository', () => {
    expect(catalogue.literals).toContain('/go-openai')
    expect(catalogue.literals).not.toContain('/go-client')
  })
})
