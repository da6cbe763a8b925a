import type { PackageOwner, Supplier } from '../catalogue-form.ts'
import type { Ecosystem, PackageEntry, PackageRole } from '../signature.ts'
import { ClaimTable, type Clash, entryName, productOf } from './claims.ts'
import { normalisePackage } from './names.ts'

export type PackageTable = ClaimTable<PackageOwner>

/** The packages of one ecosystem. */
export function packageTable(all: readonly Supplier[], ecosystem: Ecosystem, clashes: Clash[]): PackageTable {
  const table: PackageTable = new ClaimTable(`${ecosystem} package`, clashes)
  for (const s of all)
    for (const entry of s.packages?.[ecosystem] ?? [])
      table.claim(normalisePackage(ecosystem, entryName(entry)), packageOwnerOf(s.slug, entry))
  return table
}

/** A start of the program makes thousands of these, nearly all of them from a name alone. */
export function packageOwnerOf(supplier: string, entry: PackageEntry, role?: PackageRole): PackageOwner {
  if (typeof entry === 'string') return { supplier, role: role ?? 'client', entry, shared: false }
  return {
    supplier,
    role: roleOf(entry) ?? role ?? 'client',
    entry: entry.name,
    shared: entry.shared ?? false,
    ...(entry.brings ? { brings: entry.brings } : {}),
    ...productOf(entry),
  }
}

/** As the signature says it, if it does. */
export const roleOf = (entry: PackageEntry): PackageRole | undefined =>
  typeof entry === 'string' ? undefined : entry.role

export function findPackage(
  tableOf: (ecosystem: Ecosystem) => PackageTable,
  ecosystem: Ecosystem,
  name: string,
): PackageOwner | null {
  const key = normalisePackage(ecosystem, name)
  const { table } = tableOf(ecosystem)
  // A Go import path lies below its module's path.
  const found = ecosystem === 'golang' ? table.getParent(key, '/') : table.get(key)
  if (found) return found
  // Conda packages carry the PyPI name unless a signature says otherwise.
  return ecosystem === 'conda' ? (tableOf('pypi').table.get(key) ?? null) : null
}
