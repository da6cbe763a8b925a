import { describe, expect, it } from 'vitest'
import { claimsOfTags, contextTags, keptTags, tagList } from './tags.ts'

describe('tags', () => {
  it('claim one value a field: the most telling one, however its key is spelled', () => {
    const tags = { app: 'shop', 'AI-System': ' fraud   check ', Team: 'care', owner: 'grace', cost: '4711' }
    expect(claimsOfTags(tags)).toEqual([
      { field: 'system', value: 'fraud check', source: 'tag' },
      { field: 'technical-owner', value: 'grace', source: 'tag' },
    ])
    expect(claimsOfTags({ system: '  ', application: 'shop' })).toEqual([
      { field: 'system', value: 'shop', source: 'tag' },
    ])
    expect(claimsOfTags({ constructor: 'x', __proto__: 'y' })).toEqual([])
  })

  it('say the environment', () => {
    expect(contextTags({ Env: 'dev', stage: 'qa', name: 'prod' })).toEqual(['dev', 'qa'])
  })

  it('are not kept where their key speaks of a secret', () => {
    const planted = [
      'db-password',
      'API_KEY',
      'apiKey',
      'ConnectionString',
      'authToken',
      'Passwd',
      'client-secret',
    ]
    const kept = keptTags([
      ...planted.map((key): [string, string] => [key, 'planted']),
      ['team', 'care'],
      ['', 'x'],
    ])
    expect(kept).toEqual({ team: 'care' })
    expect(tagList(kept)).toEqual(['team=care'])
    expect(tagList({})).toBeUndefined()
  })
})
