/** The import table of the house, as a test that needs no tool but this file. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

const ROOM_OF: Record<string, string> = {
  schema: 'domain',
  signatures: 'domain',
  api: 'contract',
  'scanner-kit': 'kit',
  'cloud-kit': 'kit',
  detectors: 'kit',
  repositories: 'kit',
  inventory: 'core',
  'register-import': 'core',
  db: 'store',
  exporters: 'output',
  collector: 'server',
  cli: 'command',
  dashboard: 'view',
}
const MAY: Record<string, readonly string[]> = {
  domain: ['domain'],
  contract: ['domain', 'contract'],
  kit: ['domain', 'kit'],
  scanner: ['domain', 'kit'],
  core: ['domain'],
  store: ['domain'],
  output: ['domain'],
  server: ['domain', 'contract', 'core', 'store', 'output'],
  command: ['domain', 'contract', 'kit', 'scanner', 'output', 'server'],
  view: ['domain', 'contract'],
}

const roomOf = (unit: string): string =>
  ROOM_OF[unit] ?? (unit.startsWith('scanner-') ? 'scanner' : 'unknown')

interface Unit {
  name: string
  folder: string
  declared: Set<string>
}

function units(): Unit[] {
  const folders = ['apps', 'packages', 'packages/scanners'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => join(root, parent, e.name)),
  )
  return folders.flatMap((folder) => {
    const file = join(folder, 'package.json')
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      return [] // packages/scanners itself
    }
    const { name, dependencies = {} } = JSON.parse(text) as {
      name: string
      dependencies?: Record<string, string>
    }
    return [{ name: name.replace('@ai-census/', ''), folder, declared: new Set(Object.keys(dependencies)) }]
  })
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (
      [
        'node_modules',
        'dist',
        'build',
        'generated',
        '__fixtures__',
        'testing',
        'test',
        'tests',
        '.svelte-kit',
      ].includes(entry.name)
    )
      return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.(ts|svelte)$/.test(entry.name) && !/\.(test|config|d)\.ts$/.test(entry.name) ? [path] : []
  })
}

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, a, b, c]) => a ?? b ?? c ?? [])

const all = units()

describe('who may import whom', () => {
  it.each(all.map((unit) => [unit.name, unit] as const))(
    '%s imports only what its room allows, and what it declares',
    (_, unit) => {
      const own = roomOf(unit.name)
      expect(own, `${unit.name} has a room`).not.toBe('unknown')
      const faults = sources(unit.folder).flatMap((file) =>
        importsOf(file).flatMap((specifier) => {
          const at = relative(root, file)
          if (specifier.startsWith('.')) {
            const target = resolve(dirname(file), specifier)
            return target.startsWith(unit.folder) ? [] : [`${at} reaches out of its package: ${specifier}`]
          }
          const [, other] = /^@ai-census\/([^/]+)/.exec(specifier) ?? []
          if (!other || other === unit.name) return []
          if (!MAY[own]?.includes(roomOf(other)))
            return [`${at} (${own}) imports ${specifier} (${roomOf(other)})`]
          return unit.declared.has(`@ai-census/${other}`)
            ? []
            : [`${at} imports ${specifier}, which its package.json does not declare`]
        }),
      )
      expect(faults).toEqual([])
    },
  )

  it('sees the packages of the house', () => {
    expect(all.map((unit) => unit.name)).toEqual(
      expect.arrayContaining(['schema', 'collector', 'scanner-code', 'dashboard']),
    )
  })
})
