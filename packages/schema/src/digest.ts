import { hash } from 'node:crypto'
import type { ScanReport } from './scan-report.ts'
import type { Unknown } from './unknown.ts'

/** JSON with object keys in code-point order, so that equal content has equal bytes. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value)
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '['
  for (let i = 0; i < values.length; i++) text += (i === 0 ? '' : ',') + canonicalJson(values[i])
  return `${text}]`
}

function canonicalObject(value: object): string {
  // An object's own enumerable keys are strings, so what it has under them may be read by them.
  const fields = value as Record<string, unknown>
  let text = ''
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key]
    if (field === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`
  }
  return `{${text}}`
}

const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** SHA-256 of the canonical JSON, lower-case hexadecimal. */
export const digest = (value: unknown): string => sha256(canonicalJson(value))

/** What a report says besides its findings, unknowns, deletions and times. */
export type ReportIdentity = Pick<
  ScanReport,
  'scanner' | 'version' | 'catalogue' | 'scope' | 'coverage' | 'aliases'
>

/**
 * What a report says, without when it was said: equal digests mean that a rescan saw exactly the same.
 * Findings, unknowns, deletions and aliases count as sets.
 */
export function reportDigest(report: ScanReport): string {
  const sum = createReportDigest()
  for (const finding of report.findings) sum.addFinding(digest(finding))
  for (const unknown of report.unknowns) sum.addUnknown(unknown)
  for (const key of report.deleted ?? []) sum.addDeleted(key)
  return sum.of(report)
}

/** `reportDigest` of a report whose parts come one by one: keeps 32 bytes of each, whatever their size. */
export function createReportDigest() {
  const findings = createDigestSet()
  const unknowns = createDigestSet()
  const deleted = new Set<string>()
  return {
    /** By its digest, which whoever adds it may have already. */
    addFinding: (hex: string): void => findings.add(hex),
    addUnknown: (unknown: Unknown): void => unknowns.add(digest(unknown)),
    addDeleted: (key: string): void => void deleted.add(key),
    of(report: ReportIdentity): string {
      const aliases = report.aliases && [...new Set(report.aliases.map(digest))].sort()
      const parts: [string, string | undefined][] = [
        ['aliases', aliases && canonicalJson(aliases)],
        ['catalogue', canonicalJson(report.catalogue)],
        // What cells say of the world is in status and unknowns; pages and times differ from look to look.
        ['coverage', canonicalJson({ ...report.coverage, cells: undefined })],
        ['deleted', deleted.size > 0 ? canonicalJson([...deleted].sort()) : undefined],
        ['findings', findings.sum()],
        ['scanner', canonicalJson(report.scanner)],
        ['scope', canonicalJson(report.scope)],
        ['unknowns', unknowns.sum()],
        ['version', canonicalJson(report.version)],
      ]
      return sha256(parts.map(([name, json]) => `${name}:${json ?? ''}`).join('\n'))
    },
  }
}

const BYTES = 32

/** Digests as bytes, for a million of them are a hundred megabytes as text. */
function createDigestSet() {
  let bytes = Buffer.alloc(64 * BYTES)
  let count = 0
  return {
    add(hex: string): void {
      if (count * BYTES === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)])
      bytes.write(hex, count * BYTES, 'hex')
      count += 1
    },
    /** The same for the same digests in any order. */
    sum(): string {
      const order = Uint32Array.from({ length: count }, (_, i) => i * BYTES)
      order.sort((a, b) => bytes.compare(bytes, b, b + BYTES, a, a + BYTES))
      const sorted = Buffer.alloc(count * BYTES)
      for (let i = 0; i < count; i++) bytes.copy(sorted, i * BYTES, order[i], (order[i] ?? 0) + BYTES)
      return hash('sha256', sorted, 'hex')
    },
  }
}
