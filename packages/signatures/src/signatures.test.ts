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

describe('a mark of open weights', () => {
  const marked = suppliers.flatMap(({ slug, models = [] }) =>
    models.flatMap(({ family, pattern, openWeights }) =>
      openWeights ? [{ slug, family, pattern, openWeights }] : [],
    ),
  )

  it('has its proof beside it: a page where the weights of one of the family are to be had', () => {
    expect(marked.length).toBeGreaterThan(100)
    for (const { slug, family, openWeights } of marked)
      expect(openWeights, `${slug}: ${family}`).toMatch(
        /^https:\/\/(huggingface\.co\/[\w.-]+\/[\w.-]+|github\.com\/[\w.-]+\/[\w.-]+|ollama\.com\/library\/[\w.-]+)$/,
      )
  })

  it('is proved by a model that the family itself covers', () => {
    const strangers = marked.filter(({ pattern, openWeights }) => {
      const id = openWeights.split('/').at(-1)?.toLowerCase() ?? ''
      const publisher = openWeights.split('/').at(-2)?.toLowerCase() ?? ''
      return (
        !openWeights.startsWith('https://github.com/') &&
        ![id, `${publisher}/${id}`].some((name) => new RegExp(`^(?:${pattern})$`).test(name))
      )
    })
    // The publisher's API writes `sd3-medium` where the hub writes `stable-diffusion-3-medium`.
    expect(strangers.map(({ slug, family }) => `${slug} ${family}`)).toEqual(['stability SD3'])
  })
})
