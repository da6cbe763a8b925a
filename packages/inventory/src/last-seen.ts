import { refKey } from './ids.ts'
import type { LedgerFinding, ScopeFacts } from './ledger.ts'
import type { Rows } from './reconcile.ts'
import { later } from './time.ts'

/**
 * Brings `lastSeenAt` of components and systems up to date. A look that sees the same again writes no row and touches
 * no finding: it moves its scope's `sight`, from which this follows. A store does the same with a join when it reads.
 */
export function refreshLastSeen(
  rows: Rows,
  findings: readonly LedgerFinding[],
  scopes: readonly ScopeFacts[],
): Rows {
  const sights = new Map(scopes.map((s) => [`${s.scope.key} ${s.scanner}`, (s.sight ?? s.newest).at]))
  const seen = new Map<string, string>()
  for (const row of findings) {
    if (row.closed) continue
    const at = row.lastSeen?.at ?? sights.get(`${row.scope} ${row.scanner}`) ?? row.opened.at
    seen.set(refKey(row), later(seen.get(refKey(row)) ?? at, at))
  }
  const components = rows.components.map((c) => ({
    ...c,
    lastSeenAt: c.findings.map((ref) => seen.get(refKey(ref)) ?? c.lastSeenAt).reduce(later),
  }))
  const bySystem = new Map<string, string>()
  for (const c of components)
    bySystem.set(c.systemId, later(bySystem.get(c.systemId) ?? c.lastSeenAt, c.lastSeenAt))
  const systems = rows.systems.map((s) => ({ ...s, lastSeenAt: bySystem.get(s.id) ?? s.lastSeenAt }))
  return { ...rows, components, systems }
}
