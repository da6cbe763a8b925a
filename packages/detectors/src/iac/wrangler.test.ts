import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const keys = (path: string, text: string) => scan({ [path]: text }).keys

describe('what a Worker is bound to', () => {
  it.each([
    ['wrangler.toml', 'name = "shop"\n\n[ai]\nbinding = "AI"\n'],
    ['wrangler.toml', 'name = "shop"\nai = { binding = "AI" }\n'],
    ['wrangler.toml', '[env.staging.ai]\nbinding = "AI"\n'],
    ['wrangler.jsonc', '{\n  // comments are allowed\n  "ai": { "binding": "AI" }\n}\n'],
    ['apps/edge/wrangler.json', '{ "env": { "staging": { "ai": { "binding": "AI" } } } }'],
  ])('is its host of models: %s', (path, text) => {
    expect(finding({ [path]: text }, 'service:Wrangler:ai.AI').supplier).toBe('cloudflare-workers-ai')
  })
  it('is a store of vectors, one for each binding', () => {
    const text =
      '[[vectorize]]\nbinding = "DOCS"\nindex_name = "docs"\n\n[[vectorize]]\nbinding = "FAQ"\nindex_name = "faq"\n'
    expect(keys('wrangler.toml', text)).toEqual([
      'knowledge-base:Wrangler:vectorize.DOCS',
      'knowledge-base:Wrangler:vectorize.FAQ',
    ])
    expect(keys('wrangler.json', '{ "vectorize": [{ "binding": "DOCS", "index_name": "docs" }] }')).toEqual([
      'knowledge-base:Wrangler:vectorize.DOCS',
    ])
  })
  it.each([
    ['wrangler.toml', 'name = "ai"\n\n[[kv_namespaces]]\nbinding = "AI"\nid = "1"\n'],
    ['wrangler.toml', 'name = "shop"\n\n# [ai]\n# binding = "AI"\n'],
    ['wrangler.toml', '[vars]\nai = "binding"\n'],
    ['wrangler.jsonc', '{ "queues": { "producers": [{ "queue": "ai", "binding": "AI" }] } }'],
    ['config.toml', '[ai]\nbinding = "AI"\n'],
  ])('is not AI by its name: %s %s', (path, text) => {
    expect(keys(path, text)).toEqual([])
  })
})
