import { createHash } from 'node:crypto'
import type { Finding } from '@ai-census/schema'
import { expandExample, loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { createAnalyser } from './analyser.ts'
import { conclude } from './conclude/conclude.ts'

const catalogue = loadCatalogue()
const analyser = createAnalyser(catalogue, {
  fingerprint: (secret) => createHash('sha256').update(secret).digest('hex'),
})

function findingsOf(file: string, text: string): Finding[] {
  const signs = analyser.analyse(file, new TextEncoder().encode(text))
  return conclude([{ path: file, signs }], catalogue).findings
}

/** The suppliers that one file alone gives a repository: who serves, and who publishes. */
const named = (findings: readonly Finding[]): unknown[] =>
  findings.flatMap(({ supplier, attributes, model }) => [supplier, attributes.publisher, model?.publisher])

/** Only who serves, and only outside prose. */
const serving = (findings: readonly Finding[]): unknown[] => findings.map(({ supplier }) => supplier)

describe('the examples of every signature', () => {
  for (const supplier of catalogue.suppliers.values()) {
    for (const [index, { file, text }] of supplier.found.entries())
      it(`${supplier.slug} is found in its example ${index + 1}, ${file}`, () => {
        expect(named(findingsOf(file, expandExample(supplier, text)))).toContain(supplier.slug)
      })
    for (const [index, { file, text }] of supplier.ignored.entries())
      it(`${supplier.slug} is not found in its tempting example ${index + 1}, ${file}`, () => {
        expect(serving(findingsOf(file, expandExample(supplier, text)))).not.toContain(supplier.slug)
      })
  }
})
