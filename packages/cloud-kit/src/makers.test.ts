import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { makerNamed } from './makers.ts'

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
    ['google', 'google-gemini'],
    ['Amazon', 'aws-bedrock'],
    ['microsoft', 'microsoft'],
    ['NVIDIA', 'nvidia-nim'],
    ['meta', 'meta'],
    ['deepseek-ai', 'deepseek'],
    ['Zhipu AI', 'zhipu'],
  ])('is known by what clouds call it: %s', (name, slug) => {
    expect(makerNamed(catalogue, name)).toBe(slug)
  })

  it.each(['AI', 'Cloud', 'Data', '', 'Contoso'])('is nobody where it could be many: %s', (name) => {
    expect(makerNamed(catalogue, name) ?? null).toBeNull()
  })

  // What stands in brackets behind a supplier's name is another name of it, not who owns it.
  it.each(['AWS', 'Spotify', 'LinkedIn'])('is nobody who has only tools of its own: %s', (name) => {
    expect(makerNamed(catalogue, name) ?? null).toBeNull()
  })
})
