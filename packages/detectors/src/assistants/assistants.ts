import type { Detector } from '../detector.ts'

/** Instructions for whichever assistant reads them: they name no supplier. */
const anyone = /(^|\/)AGENTS\.md$|^AGENT\.md$/

/** Files that configure a coding assistant. An instructions file alone says nothing of a supplier. */
export const assistantFiles: Detector = {
  id: 'assistants/files',
  when: 'always',
  // Of most it reads the name alone.
  limit: Number.POSITIVE_INFINITY,
  claims: ({ path }, catalogue) => anyone.test(path) || catalogue.fileOwner(path) !== null,
  analyse({ path, name, catalogue, excerpt }) {
    if (anyone.test(path))
      return {
        named: [
          {
            type: 'assistant',
            name: path,
            supplier: null,
            line: 1,
            excerpt: excerpt(1),
            attributes: { instructions: true },
          },
        ],
      }
    const owner = catalogue.fileOwner(path)
    if (!owner) return {}
    const instructions = /\.(md|mdc|txt)$|rules$/i.test(name)
    return {
      named: [
        {
          type: 'assistant',
          name: owner.entry.replace(/\/\*\*$/, ''),
          supplier: instructions ? null : owner.supplier,
          line: 1,
          excerpt: excerpt(1),
          ...(owner.product ? { product: owner.product } : {}),
          attributes: { publisher: owner.supplier, ...(instructions ? { instructions: true } : {}) },
        },
      ],
    }
  },
}
