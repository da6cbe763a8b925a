import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { canServe, hostByForm, isHubName } from './hosting.ts'

const catalogue = loadCatalogue()

describe('who can serve a model', () => {
  it.each([
    ['openai', 'gpt-4o', true],
    ['openai', 'claude-sonnet-4-5', false],
    ['anthropic', 'llama-3.1-8b-instant', false],
    ['azure-openai', 'gpt-4.1', true],
    ['azure-openai', 'meta-llama/Llama-3.3-70B-Instruct', false],
    ['groq', 'gpt-4o', false],
    ['groq', 'llama-3.1-8b-instant', true],
    ['ollama', 'gpt-3.5-turbo', false],
    ['github-models', 'gpt-4.1-mini', true],
    ['aws-bedrock', 'us.anthropic.claude-sonnet-4-20250514-v1:0', true],
    ['anthropic', 'us.anthropic.claude-sonnet-4-20250514-v1:0', false],
    ['openrouter', 'anthropic/claude-3.5-sonnet', true],
    ['anthropic', 'our-own-fine-tune', true],
    ['deepl', 'gpt-4o-mini', false],
    ['opensearch-vector', 'llama3-2-1b-instruct', false],
    ['llama-cpp', 'BAAI/bge-small-en-v1.5', false],
    ['llama-cpp', 'bartowski/Meta-Llama-3.1-8B-Instruct-GGUF', true],
    ['llama-cpp', 'llama-3.1-8b', true],
  ])('%s, %s: %s', (supplier, id, able) => {
    expect(canServe(catalogue, supplier, id)).toBe(able)
  })
})

describe('the form of an id', () => {
  it.each([
    ['anthropic.claude-3-haiku-20240307-v1:0', 'aws-bedrock'],
    ['claude-3-5-sonnet@20240620', 'google-vertex-ai'],
    ['claude-3-5-sonnet-20240620', null],
    ['llama3.1:8b-instruct-q4_0', null],
  ])('%s is written by %s', (id, host) => {
    expect(hostByForm(catalogue, id, new Set())).toBe(host)
  })
  it('that others share tells only where its host is known', () => {
    expect(hostByForm(catalogue, 'llama3.1:8b-instruct-q4_0', new Set(['ollama']))).toBe('ollama')
  })
})

describe('a name on a hub', () => {
  it.each([
    ['openai/whisper-small.en', true],
    ['meta-llama/Llama-3.2-1B-Instruct', true],
    ['openai/gpt-4o', false],
    ['whisper-1', false],
  ])('%s: %s', (id, is) => {
    expect(isHubName(catalogue, id)).toBe(is)
  })
})
