import { createHash } from 'node:crypto'
import { expandExample, loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { createAnalyser } from './analyser.ts'
import { conclude } from './conclude/conclude.ts'

const catalogue = loadCatalogue()
const analyser = createAnalyser(catalogue, { fingerprint: (secret) => createHash('sha256').update(secret).digest('hex') })

/** The suppliers that one file alone gives a repository, in any finding, and as publisher of a library or a model. */
function suppliersOf(file: string, text: string): Set<string> {
  const signs = analyser.analyse(file, new TextEncoder().encode(text))
  const { findings } = conclude([{ path: file, signs }], catalogue)
  return new Set(
    findings.flatMap((finding) => {
      const publisher = finding.attributes.publisher ?? finding.model?.publisher
      return [...(finding.supplier ? [finding.supplier] : []), ...(typeof publisher === 'string' && finding.supplier === null ? [publisher] : [])]
    }),
  )
}

describe('the examples of every signature', () => {
  for (const supplier of catalogue.suppliers.values()) {
    for (const [index, { file, text }] of supplier.found.entries())
      it(`${supplier.slug} is found in its example ${index + 1}, ${file}`, () => {
        expect([...suppliersOf(file, expandExample(supplier, text))]).toContain(supplier.slug)
      })
    for (const [index, { file, text }] of supplier.ignored.entries())
      it(`${supplier.slug} is not found in its tempting example ${index + 1}, ${file}`, () => {
        expect([...suppliersOf(file, expandExample(supplier, text))]).not.toContain(supplier.slug)
      })
  }
})
