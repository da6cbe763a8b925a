import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { filePath } from './detector.ts'
import { detectors } from './registry.ts'
import { DETECTORS_VERSION } from './version.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
)

describe('the registry of detectors', () => {
  it('holds every detector that the disk holds', () => {
    const declared = sources.flatMap((path) =>
      [
        ...readFileSync(join(root, path), 'utf8').matchAll(/^export const (\w+): (?:readonly )?Detector\b/gm),
      ].map(([, name]) => name!),
    )
    const registry = readFileSync(join(root, 'registry.ts'), 'utf8')
    const missing = declared.filter(
      (name) => name !== 'detectors' && !new RegExp(`^  (\\.\\.\\.)?${name},$`, 'm').test(registry),
    )
    expect(declared.length).toBeGreaterThan(25)
    expect(missing).toEqual([])
  })
  it('gives each detector a name of its own', () => {
    expect(new Set(detectors.map(({ id }) => id)).size).toBe(detectors.length)
  })
  it('holds no detector that claims a file of an extension which it does not name', () => {
    const catalogue = loadCatalogue()
    // What detectors are tried with in their own tests, in every folder that could matter.
    const tests = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
    const paths = new Set(tests.flatMap((text) => text.match(/(?<=['"`])[\w./@-]*\w(?=['"`])/g) ?? []))
    const claimed = [...paths].flatMap((path) => {
      const file = filePath(path)
      return detectors
        .filter((one) => one.claims(file, catalogue))
        .map(({ id, extensions }) => ({ id, path, named: extensions?.includes(file.extension) ?? true }))
    })
    expect(new Set(claimed.map(({ id }) => id)).size).toBeGreaterThan(50)
    expect(claimed.filter(({ named }) => !named)).toEqual([])
  })

  it('has a version of its own for each list of detectors', () => {
    const ids = createHash('sha256').update(detectors.map(({ id }) => id).join(' '))
    // A cache goes by the version alone: with another list here, let DETECTORS_VERSION rise.
    expect([DETECTORS_VERSION, ids.digest('hex').slice(0, 12)]).toEqual([23, 'c7dd7774f9b0'])
  })
})
