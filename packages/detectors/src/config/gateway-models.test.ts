import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const models = (text: string, more: Record<string, string> = {}) =>
  scan({ 'proxy/config.yaml': text, ...more }).keys.filter((key) => key.startsWith('model:'))

describe('a gateway’s list of models', () => {
  it('calls what stands beneath the alias, whom its prefix names', () => {
    const text =
      'model_list:\n  - model_name: claude-sonnet-4-5\n    litellm_params:\n      model: anthropic/claude-sonnet-4-6\n'
    expect(models(text)).toEqual(['model:anthropic:claude-sonnet-4-6'])
    // Whatever else of that kind is reached elsewhere.
    expect(models(text, { 'a.yaml': 'base_url: https://openrouter.ai/api/v1\n' })).toEqual([
      'model:anthropic:claude-sonnet-4-6',
    ])
  })
  it('keeps an alias that alone says which model a deployment is', () => {
    const text =
      'model_list:\n  - model_name: gpt-4o-mini\n    litellm_params:\n      model: azure/desk\n      api_base: https://desk.openai.azure.com\n'
    expect(models(text)).toContain('model:azure-openai:gpt-4o-mini')
  })
  it('is the same in a resource of a cluster', () => {
    const text =
      'kind: LiteLLMModel\nspec:\n  modelName: desk/MiniMax-M2\n  params:\n    model: anthropic/MiniMax-M3\n    apiBase: https://api.minimax.io/anthropic\n'
    expect(models(text)).toEqual(['model:minimax:MiniMax-M3'])
  })
})
