import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../index.ts'
import { ModelConstants } from './model-constants.ts'

const catalogue = loadCatalogue()

describe('models by the constants of kits', () => {
  it.each([
    ['GPT4oMini', 'gpt-4o-mini'],
    ['GPT_4_O_MINI', 'gpt-4o-mini'],
    ['Gpt_4o', 'gpt-4o'],
    ['GPT3Dot5Turbo16K', 'gpt-3.5-turbo-16k'],
    ['ChatModelGPT4_1', 'gpt-4.1'],
    ['ResponsesModelO3Pro', 'o3-pro'],
    ['EmbeddingModelTextEmbedding3Small', 'text-embedding-3-small'],
    ['SmallEmbedding3', 'text-embedding-3-small'],
    ['DALL_E_3', 'dall-e-3'],
    ['CLAUDE_3_7_SONNET_LATEST', 'claude-3-7-sonnet-latest'],
    ['ModelClaudeSonnet4_5_20250929', 'claude-sonnet-4-5-20250929'],
    ['Gemini2_5Flash', 'gemini-2.5-flash'],
  ])('%s is %s', (constant, id) => {
    expect(catalogue.modelOfConstant(constant)).toBe(id)
  })

  it.each([
    'ModelTypeDefault',
    'CHAT',
    'Model',
    'MAX_TOKENS_4096',
    'Version2',
    'GPT',
    'V8_TURBO',
    'QWEN3_EMBEDDING_8B',
  ])('%s is none', (constant) => {
    expect(catalogue.modelOfConstant(constant)).toBeNull()
  })

  it.each(['Mistral', 'SONAR', 'ModelMistral', 'CODESTRAL'])('%s may be whose it is', (constant) => {
    expect(catalogue.modelOfConstant(constant)).toBeNull()
  })

  it('leaves out a version that nobody lists', () => {
    expect(catalogue.modelOfConstant('GPT_4O_2099_01_01')).toBe('gpt-4o')
    expect(catalogue.modelOfConstant('CLAUDE_3_OPUS')).toBe('claude-3-opus')
  })

  it('does not take one model for another whose words are the same', () => {
    const table = new ModelConstants()
    table.addFamily({
      family: 'Acme',
      pattern: 'acme-.*',
      ids: ['acme-1-mini', 'acme-mini-embed-1', 'acme-2'],
    })
    expect(table.get('ACME_MINI_1')).toBe('acme-1-mini')
    expect(table.get('AcmeMiniEmbed1')).toBe('acme-mini-embed-1')
    expect(table.get('ACME_EMBEDDING_2')).toBeNull()
  })

  it.each([
    ['GROQ_LLAMA_3_3_70B', 'groq', 'llama-3.3-70b'],
    ['BEDROCK_CLAUDE_3_5_SONNET', 'aws-bedrock', 'claude-3-5-sonnet'],
    ['BEDROCK_ANTHROPIC_CLAUDE_3_5_SONNET', 'aws-bedrock', 'claude-3-5-sonnet'],
    ['AZURE_OPENAI_GPT_4O_MINI', 'azure-openai', 'gpt-4o-mini'],
    ['OPENROUTER_DEEPSEEK_R1', 'openrouter', 'deepseek-r1'],
  ])('%s is served by %s', (constant, supplier, id) => {
    expect(catalogue.hostedModelOfConstant(constant)).toEqual({ supplier, id })
  })

  it.each([
    'AZURE_REGION_1',
    'BEDROCK_V2',
    'GROQ_TIMEOUT_30',
    'NVIDIA_A100_80GB',
    'ANTHROPIC_CLAUDE_3_OPUS',
    'GPT_4O',
  ])('%s names no host before a model', (constant) => {
    expect(catalogue.hostedModelOfConstant(constant)).toBeNull()
  })
})
