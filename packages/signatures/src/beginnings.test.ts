import { describe, expect, it } from 'vitest'
import { beginningsOf } from './beginnings.ts'
import { loadCatalogue } from './index.ts'

describe('the beginnings of a pattern', () => {
  it.each([
    ['gpt-4(-.*)?', ['gpt-4']],
    ['(chatgpt|gpt)-4o(-.*)?', ['chatgpt-4o', 'gpt-4o']],
    ['(zai-)?glm-?[45].*', ['glm-4', 'glm-5', 'glm4', 'glm5', 'zai-glm']],
    ['o[13](-(mini|pro)[a-z0-9-]*)?', ['o1-mini', 'o1-pro', 'o3-mini', 'o3-pro']],
    ['sam(2)?-(vit|hiera)', ['sam-hiera', 'sam-vit', 'sam2-hiera', 'sam2-vit']],
    ['[a-z]+-large', []],
    ['phi-?3', ['phi-3', 'phi3']],
  ])('of %s', (pattern, beginnings) => {
    expect(beginningsOf(pattern, 4)).toEqual([...beginnings].sort())
  })
  it('are few, however much a pattern chooses among', () => {
    const words = Array.from({ length: 15 }, (_, n) => `a${n.toString(36)}`).join('|')
    expect(beginningsOf(`(${words})(${words})(${words})-x`, 4).length).toBeLessThan(161)
  })
})

describe('the catalogue', () => {
  it.each([
    'llama-3.3-70b-versatile',
    'mistral-large-latest',
    'glm-4.6',
    'o3-mini',
    'command-r-plus',
    'whisper-large-v3',
    'amazon.nova-pro-v1:0',
    'granite-3.1-8b-instruct',
    'roberta-large',
    'sd3-medium',
  ])('looks for %s', (id) => {
    const { literals } = loadCatalogue()
    expect(literals.some((literal) => id.startsWith(literal))).toBe(true)
  })
})
