import { createHmac } from 'node:crypto'
import {
  type Coverage,
  type CoverageCell,
  type CoverageStatus,
  FindingKind,
  type IdentifierAlias,
  type Scope,
  type Unknown,
  type UnknownReason,
} from '@ai-census/schema'
import type { ScanContext } from './scanner.ts'

export interface ScopeRecord {
  /** The scope as `discover` gave it. */
  readonly discovered: Scope
  readonly scope: Scope
  readonly coverage: Coverage
  readonly unknowns: readonly Unknown[]
  /** Only where something was said of them. */
  readonly aliases?: readonly IdentifierAlias[]
  /** True once anything but "complete" was said. */
  readonly lowered: boolean
}

/** What all contexts of one run share. */
export interface RunSettings<C> {
  readonly config: C
  readonly signal: AbortSignal
  readonly fingerprintKey: string | Uint8Array
  readonly kinds: readonly FindingKind[]
  now(): Date
  progress(scope: string, done: number, total: number | null, what: string): void
}

// The further right, the less was seen; a later, milder word never hides a graver one.
const gravity: readonly CoverageStatus[] = [
  'complete',
  'partial',
  'not-enabled',
  'unsupported',
  'throttled',
  'denied',
  'failed',
]

const cut = (text: string, length: number) => (text.length <= length ? text : `${text.slice(0, length - 1)}…`)

/** Takes user names and passwords out of URLs, for everything that is shown or stored. */
export const withoutCredentials = (text: string): string =>
  text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1')

const sentence = (text: string) => cut(withoutCredentials(text), 2000)

/** HMAC-SHA-256 of a secret under the deployment's key, lower-case hexadecimal. */
export const fingerprintOf = (secret: string, key: string | Uint8Array): string =>
  createHmac('sha256', key).update(secret).digest('hex')

/** The context of one scope, and the record of what was said through it. */
export function createContext<C>(
  scope: Scope,
  settings: RunSettings<C>,
): { context: ScanContext<C>; record(): ScopeRecord } {
  const unknowns: Unknown[] = []
  let described: Scope = scope
  let kinds = settings.kinds
  let status: CoverageStatus = 'complete'
  let reason: string | undefined
  let detail: string | undefined
  let cells: readonly CoverageCell[] | undefined
  let aliases: readonly IdentifierAlias[] | undefined

  const cover = (next: CoverageStatus, why: string, text: string) => {
    if (gravity.indexOf(next) <= gravity.indexOf(status)) return
    status = next
    reason = cut(why, 256)
    detail = sentence(text)
  }
  const context: ScanContext<C> = {
    config: settings.config,
    signal: settings.signal,
    now: settings.now,
    cover,
    unknown(place: string, why: UnknownReason, text: string) {
      unknowns.push({
        place: cut(withoutCredentials(place) || '.', 4096),
        reason: why,
        detail: sentence(text),
      })
    },
    sees: (narrowed) => {
      kinds = narrowed
    },
    cells: (read) => {
      cells = [...read].sort((a, b) => (a.type < b.type ? -1 : 1))
    },
    describe: ({ claims, aliases: more, ...part }) => {
      described = { ...described, ...part }
      if (more) aliases = [...(aliases ?? []), ...more]
      if (claims) described = { ...described, claims: [...(described.claims ?? []), ...claims] }
    },
    progress: (done, total, what) => settings.progress(scope.key, done, total, what),
    fingerprint: (secret) => fingerprintOf(secret, settings.fingerprintKey),
    fingerprintKey: settings.fingerprintKey,
  }
  const record = (): ScopeRecord => {
    if (unknowns.length > 0) cover('partial', 'unknowns', countUnknowns(unknowns))
    const coverage: Coverage = { status, kinds: inOrder(kinds) }
    if (reason !== undefined) coverage.reason = reason
    if (detail !== undefined) coverage.detail = detail
    if (cells) coverage.cells = [...cells]
    return {
      discovered: scope,
      scope: described,
      coverage,
      unknowns: sorted(unknowns),
      ...(aliases ? { aliases } : {}),
      lowered: status !== 'complete',
    }
  }
  return { context, record }
}

function countUnknowns(unknowns: readonly Unknown[]): string {
  const counts = new Map<UnknownReason, number>()
  for (const { reason } of unknowns) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, n]) => `${n} ${reason}`)
  const places = unknowns.length === 1 ? '1 place' : `${unknowns.length} places`
  return `${places} could not be read: ${parts.join(', ')}`
}

const inOrder = (kinds: readonly FindingKind[]) => FindingKind.options.filter((kind) => kinds.includes(kind))

const order = (u: Unknown) => `${u.place}\0${u.reason}\0${u.detail}`
const sorted = (unknowns: readonly Unknown[]) =>
  [...unknowns].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
