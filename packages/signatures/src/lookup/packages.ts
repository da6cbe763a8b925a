import type { PackageOwner, Supplier } from '../catalogue.ts'
import type { Ecosystem, PackageEntry, PackageRole } from '../signature.ts'
import { ClaimTable, type Clash, entryName, productOf } from './claims.ts'
import { normalisePackage } from './names.ts'

export type PackageTable = ClaimTable<PackageOwner>

export function packageTables(all: readonly Supplier[], clashes: Clash[]): Map<Ecosystem, PackageTable> {
  const tables = new Map<Ecosystem, PackageTable>()
  for (const s of all)
    for (const [ecosystem, entries] of Object.entries(s.packages ?? {}) as [Ecosystem, PackageEntry[]][]) {
      // Object.entries forgets the keys' type; the form allows ecosystems only.
      const table = tables.get(ecosystem) ?? new ClaimTable<PackageOwner>(`${ecosystem} package`, clashes)
      tables.set(ecosystem, table)
      for (const entry of entries)
        table.claim(normalisePackage(ecosystem, entryName(entry)), packageOwnerOf(s.slug, entry))
    }
  return tables
}

export const packageOwnerOf = (supplier: string, entry: PackageEntry, role?: PackageRole): PackageOwner => ({
  supplier,
  role: (typeof entry === 'string' ? undefined : entry.role) ?? role ?? 'client',
  entry: entryName(entry),
  shared: typeof entry !== 'string' && (entry.shared ?? false),
  ...productOf(entry),
})

export function findPackage(
  tables: Map<Ecosystem, PackageTable>,
  ecosystem: Ecosystem,
  name: string,
): PackageOwner | null {
  const key = normalisePackage(ecosystem, name)
  const table = tables.get(ecosystem)?.table
  // A Go import path lies below its module's path.
  const found = ecosystem === 'golang' ? table?.getParent(key, '/') : table?.get(key)
  if (found) return found
  // Conda packages carry the PyPI name unless a signature says otherwise.
  return ecosystem === 'conda' ? (tables.get('pypi')?.table.get(key) ?? null) : null
}
