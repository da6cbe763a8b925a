import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { supplierNamed } from './supplier-named.ts'

const catalogue = loadCatalogue()
const named = (name: string) => supplierNamed(catalogue, [name])

describe('the supplier of a node', () => {
  it('is whose store of vectors it is, though that is a part of what they offer', () => {
    expect(named('vectorStoreSupabase')).toBe('supabase-ai')
    expect(named('vectorStoreMongoDBAtlas')).toBe('mongodb')
    expect(named('vectorStoreQdrant')).toBe('qdrant')
    expect(named('vectorStorePGVector')).toBe('pgvector')
  })
  it('is nobody where the node keeps vectors in memory, or does something else with a database', () => {
    expect(named('vectorStoreInMemory')).toBeNull()
    expect(named('supabase')).toBeNull()
  })
})
