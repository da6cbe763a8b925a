import type { PackageOwner, Supplier } from '../catalogue.ts'
import type { Ecosystem, Language, PackageEntry, PackageRole } from '../signature.ts'
import { ClaimTable, type Clash, entryName } from './claims.ts'
import { npmPackageOf } from './names.ts'
import { findPackage, type PackageTable, packageOwnerOf } from './packages.ts'

/** What stands between the parts of a module name. */
const SEPARATOR: Record<Language, string> = {
  python: '.',
  javascript: '/',
  go: '/',
  java: '.',
  csharp: '.',
  ruby: '/',
  php: '\\',
  rust: '::',
  swift: '.',
  dart: '/',
  elixir: '.',
  cpp: '/',
  r: '.',
}

/** Languages whose module names follow from the package's name, and how. */
const DERIVED: Partial<Record<Language, { ecosystem: Ecosystem; names: (name: string) => string[] }>> = {
  python: { ecosystem: 'pypi', names: (name) => [name.replaceAll('-', '_').toLowerCase()] },
  go: { ecosystem: 'golang', names: (name) => [name] },
  csharp: { ecosystem: 'nuget', names: (name) => [name] },
  ruby: { ecosystem: 'gem', names: (name) => [name, name.replaceAll('-', '/')] },
  rust: { ecosystem: 'cargo', names: (name) => [name.replaceAll('-', '_')] },
  dart: { ecosystem: 'pub', names: (name) => [`package:${name}`] },
  r: { ecosystem: 'cran', names: (name) => [name] },
}

export function importTables(all: readonly Supplier[], clashes: Clash[]): Map<Language, PackageTable> {
  const tables = new Map<Language, PackageTable>()
  const tableOf = (language: Language): PackageTable => {
    const table = tables.get(language) ?? new ClaimTable<PackageOwner>(`${language} import`, clashes)
    tables.set(language, table)
    return table
  }
  // The same: keys are languages by the form.
  for (const s of all)
    for (const [language, entries] of Object.entries(s.imports ?? {}) as [Language, PackageEntry[]][])
      for (const entry of entries)
        tableOf(language).claim(entryName(entry), packageOwnerOf(s.slug, entry, soleRole(s, language)))
  // Declared names first, so that a derived one never takes a name from its declared owner.
  for (const s of all) deriveImports(s, tableOf)
  return tables
}

function deriveImports(s: Supplier, tableOf: (language: Language) => PackageTable): void {
  for (const [language, rule] of Object.entries(DERIVED) as [Language, (typeof DERIVED)['python']][]) {
    // The table above is keyed by language.
    for (const entry of (rule && s.packages?.[rule.ecosystem]) ?? [])
      for (const name of rule!.names(entryName(entry)))
        tableOf(language).table.set(name, packageOwnerOf(s.slug, entry))
  }
}

/** The role that all of the supplier's packages of the language's ecosystem share, if they do. */
function soleRole(s: Supplier, language: Language): PackageRole | undefined {
  const ecosystem = DERIVED[language]?.ecosystem ?? ECOSYSTEM[language]
  const roles = new Set(
    (ecosystem ? (s.packages?.[ecosystem] ?? []) : []).map((e) => packageOwnerOf('', e).role),
  )
  return roles.size === 1 ? [...roles][0] : undefined
}
const ECOSYSTEM: Partial<Record<Language, Ecosystem>> = { java: 'maven', php: 'composer', elixir: 'hex' }

/** The owner of a module by the longest declared beginning; JavaScript falls back to the package's name. */
export function findImport(
  tables: Map<Language, PackageTable>,
  packages: () => Map<Ecosystem, PackageTable>,
  language: Language,
  moduleName: string,
): PackageOwner | null {
  const found = tables.get(language)?.table.getParent(moduleName, SEPARATOR[language])
  if (found || language !== 'javascript') return found ?? null
  const registry = moduleName.startsWith('jsr:') ? 'jsr' : 'npm'
  const name = npmPackageOf(moduleName.replace(/^jsr:\/?/, ''))
  return name ? findPackage(packages(), registry, name) : null
}
