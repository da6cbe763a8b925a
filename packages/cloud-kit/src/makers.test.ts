import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { makerNamed } from './makers.ts'

const catalogue = loadCatalogue()

describe('the maker of a model', () => {
  // What stands in brackets behind a supplier's name is another name of it, not who owns it: `Acme Kit (Google)` would be Google.
  it.each([
    ['google', 'google-gemini'],
    ['Google', 'google-gemini'],
    ['Amazon', 'aws-bedrock'],
    ['microsoft', 'microsoft'],
    ['NVIDIA', 'nvidia-nim'],
    ['meta', 'meta'],
    ['Mistral AI', 'mistral'],
    ['deepseek-ai', 'deepseek'],
    ['Zhipu AI', 'zhipu'],
  ])('%s is %s', (name, slug) => {
    expect(makerNamed(catalogue, name)).toBe(slug)
  })
  it('is nobody for a company that has only tools of its own here', () => {
    expect(makerNamed(catalogue, 'AWS')).toBeUndefined()
    expect(makerNamed(catalogue, 'Spotify')).toBeUndefined()
  })
})
