import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './compile.ts'
import { expandExample, madeUpKey } from './example.ts'
import { matchKeyAt } from './key-shape.ts'
import { findSigns } from './testing/find-signs.ts'

const catalogue = loadCatalogue()
const suppliers = [...catalogue.suppliers.values()]

describe('each signature', () => {
  it.for(suppliers)('$slug is found in its found examples and not in its ignored ones', (supplier) => {
    for (const example of supplier.found) {
      const seen = findSigns(catalogue, supplier.slug, example).map((sign) => sign.supplier)
      expect(seen, `${example.file}: ${example.text}`).toContain(supplier.slug)
    }
    for (const example of supplier.ignored) {
      const seen = findSigns(catalogue, supplier.slug, example).filter((s) => s.supplier === supplier.slug)
      expect(seen, `${example.file}: ${example.text}`).toEqual([])
    }
  })

  it('is one file, and each file is one signature', () => {
    const files = readdirSync(new URL('../suppliers', import.meta.url))
    expect([...catalogue.suppliers.keys()].map((slug) => `${slug}.yaml`).sort()).toEqual(files.sort())
  })
})

describe('key shapes', () => {
  it.for(catalogue.keyShapes)(
    '$supplier $id matches a key of its shape, and only where it stands alone',
    (shape) => {
      const key = madeUpKey(shape.pattern)
      const at = (text: string) => matchKeyAt(shape, text, text.indexOf(shape.anchor))
      expect(at(`key = "${key}"`)?.value).toBe(key)
      expect(at(`x${key}`)).toBeNull()
    },
  )

  it('has no written key in any example: they are put in by their escape', () => {
    for (const supplier of suppliers)
      for (const { text } of [...supplier.found, ...supplier.ignored])
        for (const shape of catalogue.keyShapes.filter((s) => !s.needsContext))
          if (text.includes(shape.anchor))
            expect(matchKeyAt(shape, text, text.indexOf(shape.anchor))).toBeNull()
  })

  it('expands an escape to the same key every time', () => {
    const openai = catalogue.suppliers.get('openai')!
    expect(expandExample(openai, 'K={{key:project-key}}')).toBe(
      expandExample(openai, 'K={{key:project-key}}'),
    )
    expect(() => expandExample(openai, '{{key:nothing}}')).toThrow(/nothing/)
  })
})
