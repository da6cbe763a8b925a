import { makerNamed } from '@ai-census/cloud-kit'
import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'

const catalogue = loadCatalogue()

describe('a maker of models', () => {
  // As the catalogues of the three clouds write them.
  it.each([
    ['Mistral AI', 'mistral'],
    ['MistralAI', 'mistral'],
    ['OpenAI-OSS', 'openai'],
    ['Alibaba', 'alibaba-qwen'],
    ['Alibaba Cloud', 'alibaba-qwen'],
    ['Qwen', 'alibaba-qwen'],
    ['Z.ai', 'zhipu'],
    ['zai-org', 'zhipu'],
    ['zai', 'zhipu'],
    ['Core42', 'core42'],
    ['NTT Data', 'ntt-data'],
    ['nttdata', 'ntt-data'],
    ['Bria', 'bria'],
    ['Gretel', 'gretel'],
    ['Nixtla', 'nixtla'],
    ['deepseek', 'deepseek'],
    ['Google', 'google-gemini'],
  ])('is known by what clouds call it: %s', (name, slug) => {
    expect(makerNamed(catalogue, name)).toBe(slug)
  })

  it.each(['AI', 'Cloud', 'Data', '', 'Contoso'])('is nobody where it could be many: %s', (name) => {
    expect(makerNamed(catalogue, name) ?? null).toBeNull()
  })
})
