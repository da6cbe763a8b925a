import { createHash } from 'node:crypto'
import type { ScanReport } from './scan-report.ts'

/** JSON with object keys in code-point order, so that equal content has equal bytes. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((v) => canonicalJson(v === undefined ? null : v)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** SHA-256 of the canonical JSON, lower-case hexadecimal. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex')

/**
 * What a report says, without when it was said: equal digests mean that a rescan saw exactly the same.
 * Findings, unknowns and deletions count as sets.
 */
export function reportDigest(report: ScanReport): string {
  return digest({
    scanner: report.scanner,
    version: report.version,
    catalogue: report.catalogue,
    scope: report.scope,
    coverage: report.coverage,
    findings: report.findings.map(digest).sort(),
    unknowns: report.unknowns.map(digest).sort(),
    deleted: report.deleted && report.deleted.length > 0 ? [...new Set(report.deleted)].sort() : undefined,
  })
}
