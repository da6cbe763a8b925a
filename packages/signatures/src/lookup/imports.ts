import type { PackageOwner, Supplier } from '../catalogue.ts'
import type { Ecosystem, Language, PackageRole } from '../signature.ts'
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

/** The modules of one language. */
export function importTable(all: readonly Supplier[], language: Language, clashes: Clash[]): PackageTable {
  const table: PackageTable = new ClaimTable(`${language} import`, clashes)
  for (const s of all) {
    const entries = s.imports?.[language]
    const role = entries && soleRole(s, language)
    for (const entry of entries ?? []) table.claim(entryName(entry), packageOwnerOf(s.slug, entry, role))
  }
  // Declared names first, so that a derived one never takes a name from its declared owner.
  const rule = DERIVED[language]
  for (const s of rule ? all : [])
    for (const entry of (rule && s.packages?.[rule.ecosystem]) ?? []) {
      const owner = packageOwnerOf(s.slug, entry)
      for (const name of rule?.names(entryName(entry)) ?? []) table.table.set(name, owner)
    }
  return table
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
  tableOf: (language: Language) => PackageTable,
  packagesOf: (ecosystem: Ecosystem) => PackageTable,
  language: Language,
  moduleName: string,
): PackageOwner | null {
  const found = tableOf(language).table.getParent(moduleName, SEPARATOR[language])
  if (found || language !== 'javascript') return found ?? null
  const registry = moduleName.startsWith('jsr:') ? 'jsr' : 'npm'
  const name = npmPackageOf(moduleName.replace(/^jsr:\/?/, ''))
  return name ? findPackage(packagesOf, registry, name) : null
}
