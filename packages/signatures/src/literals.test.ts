import { describe, expect, it } from 'vitest'
import { catalogueFrom, FORM_VERSION } from './catalogue.ts'
import { loadCatalogue } from './compile.ts'
import { collectLiterals } from './literals.ts'
import { modulesOf } from './lookup/modules.ts'
import { type Language, Signature } from './signature.ts'

const catalogue = loadCatalogue()

/** How a language takes in a module; a name that goes on (`foo*`) is written with what it begins with. */
const IMPORT_LINE: Record<Language, (name: string) => string> = {
  python: (name) => `import ${name}`,
  javascript: (name) => `import x from '${name}'`,
  go: (name) => `import "${name}"`,
  java: (name) => `import ${name}.Client;`,
  csharp: (name) => `using ${name};`,
  ruby: (name) => `require '${name}'`,
  php: (name) => `use ${name};`,
  rust: (name) => `use ${name}::Client;`,
  swift: (name) => `import ${name}`,
  dart: (name) => `import '${name}/client.dart';`,
  elixir: (name) => `alias ${name}.Client`,
  cpp: (name) => `#include <${name}>`,
  r: (name) => `library(${name})`,
  other: (name) => `require ${name}`,
}

const literals = catalogue.literals.map((literal) => literal.toLowerCase())
const isLookedFor = (line: string): boolean => {
  const text = line.toLowerCase()
  return literals.some((literal) => text.includes(literal))
}

/** Dart calls a class of a package by its name; the import is that of the package. */
const languages = (Object.keys(IMPORT_LINE) as Language[]).filter((language) => language !== 'dart')

describe('what the look-up of modules knows, the prefilter looks for', () => {
  it.for(languages)('in %s', (language) => {
    const lines = [...catalogue.suppliers.values()].flatMap((supplier) =>
      modulesOf(supplier, language).map(({ name }) => IMPORT_LINE[language](name.replace(/\*$/, ''))),
    )
    expect(lines.filter((line) => !isLookedFor(line))).toEqual([])
  })

  it('in Python, where one name is taken from its namespace', () => {
    const lines = [...catalogue.suppliers.values()].flatMap((supplier) =>
      modulesOf(supplier, 'python').flatMap(({ name }) => {
        const [, namespace, last] = /^(.+)\.(\w+)$/.exec(name) ?? []
        return namespace ? [`from ${namespace} import ${last}`] : []
      }),
    )
    expect(lines.length).toBeGreaterThan(500)
    expect(lines.filter((line) => !isLookedFor(line))).toEqual([])
  })
})

describe('a signature that lists modules', () => {
  const acme = Signature.parse({
    name: 'Acme',
    roles: ['speech'],
    packages: {
      pypi: ['acme-voice', 'livekit-plugins-acme', 'llama-index-vector-stores-acme-db', 'acme-haystack'],
    },
    imports: { python: ['pipecat.services.acme'] },
    sources: ['https://acme.example'],
    found: [{ file: 'a.py', text: 'import acme_voice' }],
    ignored: [{ file: 'a.py', text: '' }],
  })
  const found = collectLiterals([{ ...acme, slug: 'acme' }]).literals
  const lookup = catalogueFrom({ form: FORM_VERSION, hash: '', suppliers: { acme } })

  it('is looked for by the modules of its packages all the same', () => {
    expect(found).toEqual(
      expect.arrayContaining(['acme_voice', 'livekit.plugins.acme', 'pipecat.services.acme']),
    )
  })

  it('has each module in the namespace that its package lies in', () => {
    for (const module of ['acme_voice', 'livekit.plugins.acme', 'llama_index.vector_stores.acme_db'])
      expect(lookup.importOwner('python', module)?.supplier, module).toBe('acme')
    expect(lookup.importOwner('python', 'livekit_plugins_acme')).toBeNull()
    expect(lookup.importOwner('python', 'acme_haystack')).toBeNull()
  })

  it('is looked for by a namespace from which one name is taken', () => {
    expect(found).toContain('from livekit.plugins import')
    expect(found).not.toContain('from acme_voice import')
  })
})
