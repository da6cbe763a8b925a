import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './compile.ts'
import { renderPage } from './page.ts'

const { suppliers } = loadCatalogue()

describe('the page of suppliers', () => {
  it('says what the signatures say (node packages/signatures/src/write-page.ts)', () => {
    const written = readFileSync(new URL('../../../docs/suppliers.md', import.meta.url), 'utf8')
    expect(written).toBe(renderPage(suppliers.values()))
  })
  it('has a row for each supplier, with its sources', () => {
    const rows = renderPage(suppliers.values())
      .split('\n')
      .filter((line) => line.startsWith('| ['))
    expect(rows).toHaveLength(suppliers.size)
    expect(rows.every((row) => row.includes('[1](https://'))).toBe(true)
  })
})
