import type { PackageOwner, Supplier } from '../catalogue-form.ts'
import type { Ecosystem, Language, PackageRole } from '../signature.ts'
import { ClaimTable, type Clash, entryName } from './claims.ts'
import { derivedModules, ecosystemOfModules, formerModules } from './modules.ts'
import { npmPackageOf } from './names.ts'
import { findPackage, type PackageTable, packageOwnerOf, roleOf } from './packages.ts'

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
  other: '.',
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
  for (const s of all)
    for (const { name, entry } of [...derivedModules(s, language), ...formerModules(s, language)])
      table.table.set(name, packageOwnerOf(s.slug, entry))
  return table
}

/** The role that all of the supplier's packages of the language's ecosystem share, if they do. */
function soleRole(s: Supplier, language: Language): PackageRole | undefined {
  const ecosystem = ecosystemOfModules(language) ?? ECOSYSTEM[language]
  const entries = ecosystem ? (s.packages?.[ecosystem] ?? []) : []
  const roles = new Set(entries.map((entry) => roleOf(entry) ?? 'client'))
  return roles.size === 1 ? [...roles][0] : undefined
}
const ECOSYSTEM: Partial<Record<Language, Ecosystem>> = { java: 'maven', php: 'composer', elixir: 'hex' }

/** Deno's own registry names a version within the address: `https://deno.land/x/acme@v1/mod.ts` is `deno.land/x/acme/mod.ts`. */
const withoutVersion = (moduleName: string): string =>
  moduleName.replace(/^https:\/\/(deno\.land\/x\/[\w-]{1,80})(?:@[^/]{0,80})?(?=\/|$)/, '$1')

/** The owner of a module by the longest declared beginning; JavaScript falls back to the package's name. */
export function findImport(
  tableOf: (language: Language) => PackageTable,
  packagesOf: (ecosystem: Ecosystem) => PackageTable,
  language: Language,
  moduleName: string,
): PackageOwner | null {
  const found = tableOf(language).table.getParent(withoutVersion(moduleName), SEPARATOR[language])
  if (found || language !== 'javascript') return found ?? null
  const registry = moduleName.startsWith('jsr:') ? 'jsr' : 'npm'
  const name = npmPackageOf(moduleName.replace(/^jsr:\/?/, ''))
  return name ? findPackage(packagesOf, registry, name) : null
}
