import { createHash, type Hash } from 'node:crypto'
import { decisions, findingContents, findings, type LookOutcome, looks } from '@ai-census/db'
import { and, asc, desc, eq, gt, lte, sql } from '@ai-census/db/query'
import { canonicalJson, digest } from '@ai-census/schema'
import type { Deps } from '../deps.ts'

const EVENTS = 1000
const FINDINGS = 1000

interface LedgerLine {
  position: number
  /** Canonical JSON, without a line feed. */
  line: string
}

/** The ledger's last position. */
export async function lastPosition(deps: Deps): Promise<number> {
  const { orm } = deps.database
  const [look] = await orm
    .select({ position: looks.position })
    .from(looks)
    .orderBy(desc(looks.position))
    .limit(1)
  const [decision] = await orm
    .select({ position: decisions.position })
    .from(decisions)
    .orderBy(desc(decisions.position))
    .limit(1)
  return Math.max(look?.position ?? 0, decision?.position ?? 0)
}

/**
 * Every event of the ledger until a position, one line each, with digests of all that it brought and that never
 * changes afterwards: the same bytes whenever they are asked for. In short reads, as the log is read.
 */
export async function* ledgerLines(deps: Deps, until: number): AsyncGenerator<LedgerLine> {
  let after = 0
  for (;;) {
    const events = await readEvents(deps, after, until)
    const last = events.at(-1)
    if (!last) return
    const opened = await openedBetween(deps, after, last.position)
    for (const { position, fields } of events) {
      const hash = opened.get(position)
      yield { position, line: canonicalJson({ position, ...fields, ...(hash ? { opened: hash } : {}) }) }
    }
    after = last.position
  }
}

interface LedgerEvent {
  position: number
  fields: Record<string, unknown>
}

async function readEvents(deps: Deps, after: number, until: number): Promise<LedgerEvent[]> {
  const { orm } = deps.database
  const someLooks = await orm
    .select()
    .from(looks)
    .where(and(gt(looks.position, after), lte(looks.position, until)))
    .orderBy(asc(looks.position))
    .limit(EVENTS)
  const someDecisions = await orm
    .select({
      position: decisions.position,
      at: decisions.at,
      sequence: decisions.sequence,
      hash: decisions.hash,
    })
    .from(decisions)
    .where(and(gt(decisions.position, after), lte(decisions.position, until)))
    .orderBy(asc(decisions.position))
    .limit(EVENTS)
  return [
    ...someLooks.map((row) => ({ position: row.position, fields: lookFields(row) })),
    ...someDecisions.map(({ position, ...fields }) => ({
      position,
      fields: { type: 'decision', ...fields },
    })),
  ]
    .sort((a, b) => a.position - b.position)
    .slice(0, EVENTS)
}

/** A held look's outcome is the one thing that changes later; until then and afterwards it counts as held. */
const outcomeThen = (outcome: LookOutcome): LookOutcome =>
  outcome === 'superseded' || outcome === 'discarded' ? 'held' : outcome

function lookFields(row: typeof looks.$inferSelect): Record<string, unknown> {
  const { scope, coverage, unknowns, unknownCount, change, record, startedAt, finishedAt } = row
  return {
    type: 'look',
    at: row.at,
    scan: row.scan,
    scope: row.scopeKey,
    scanner: row.scanner,
    sequence: row.sequence,
    version: row.version,
    catalogue: row.catalogue,
    status: coverage.status,
    outcome: outcomeThen(row.outcome),
    saw: row.saw,
    report: row.digest,
    details: digest({ scope, coverage, unknowns, unknownCount, change, record, startedAt, finishedAt }),
  }
}

/** For each position after one and up to another that opened findings: SHA-256 over a line for each, by key. */
async function openedBetween(deps: Deps, after: number, until: number): Promise<Map<number, string>> {
  const hashes = new Map<number, Hash>()
  for await (const { row, finding } of readOpened(deps, after, until)) {
    const hash = hashes.get(row.fromPosition) ?? createHash('sha256')
    hashes.set(row.fromPosition, hash.update(`${canonicalJson(openedLine(row, finding))}\n`))
  }
  return new Map([...hashes].map(([position, hash]) => [position, hash.digest('hex')]))
}

type Opened = Awaited<ReturnType<typeof pageOfOpened>>[number]

/** All of a row but how it ended, which its successor tells; and of its content what it says, not what it is called. */
const openedLine = (row: Opened['row'], finding: Opened['finding']) => ({
  key: row.key,
  kind: row.kind,
  presence: row.presence,
  opened: row.opened,
  lastSeen: row.lastSeen,
  firstSeenAt: row.firstSeenAt,
  changedAt: row.changedAt,
  essence: row.essence,
  essenceAt: row.essenceAt,
  createdAt: row.createdAt,
  hash: row.hash,
  content: finding === null ? null : digest(finding),
})

async function* readOpened(deps: Deps, after: number, until: number): AsyncGenerator<Opened> {
  let cursor = { position: after, key: null as string | null } // the type would be null alone
  for (;;) {
    const rows = await pageOfOpened(deps, cursor, until)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < FINDINGS) return
    cursor = { position: last.row.fromPosition, key: last.row.key }
  }
}

function pageOfOpened(deps: Deps, cursor: { position: number; key: string | null }, until: number) {
  const later =
    cursor.key === null
      ? gt(findings.fromPosition, cursor.position)
      : sql`${findings.fromPosition} >= ${cursor.position}
          and (${findings.fromPosition} > ${cursor.position} or ${findings.key} collate "C" > ${cursor.key})`
  return deps.database.orm
    .select({ row: findings, finding: findingContents.finding })
    .from(findings)
    .leftJoin(findingContents, eq(findingContents.hash, findings.hash))
    .where(and(later, lte(findings.fromPosition, until)))
    .orderBy(findings.fromPosition, sql`${findings.key} collate "C"`)
    .limit(FINDINGS)
}
