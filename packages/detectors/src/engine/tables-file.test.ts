import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { literalTables } from '../literal-tables.ts'
import { createPrefilter, prefilterFrom, tablesFromFile, tablesToFile } from './index.ts'

const shared = (bytes: Uint8Array): SharedArrayBuffer => {
  const memory = new SharedArrayBuffer(bytes.length)
  new Uint8Array(memory).set(bytes)
  return memory
}

describe('tables in a file', () => {
  const made = createPrefilter(['OpenAI', 'gsk_', 'api.anthropic.com'], { foldCase: true })
  const file = tablesToFile(made.share())

  it('find what the tables find from which they were written', () => {
    const tables = tablesFromFile(shared(file))
    expect(tables).toEqual(made.share())
    expect(prefilterFrom(tables!).find(Buffer.from('GSK_1 openai https://API.anthropic.com'))).toHaveLength(3)
  })

  it('of another form, or cut off, are none', () => {
    const other = Uint8Array.from(file)
    other[4]! += 1
    expect(tablesFromFile(shared(other))).toBeNull()
    expect(tablesFromFile(shared(file.subarray(0, file.length - 1)))).toBeNull()
    expect(tablesFromFile(shared(file.subarray(0, 8)))).toBeNull()
  })

  it('that the build wrote are those of the catalogue', () => {
    const catalogue = loadCatalogue()
    expect(literalTables(catalogue)).toEqual(createPrefilter(catalogue.literals, { foldCase: true }).share())
  })
})
