import type { NewDecision, SystemDetail } from '@ai-census/api'
import { decisions, heads, suppliers, systems, type Transaction } from '@ai-census/db'
import { desc, eq, sql } from '@ai-census/db/query'
import { appendDecision, LOG_START } from '@ai-census/inventory'
import { type Decision, type DecisionBody, digest } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { nextPosition } from '../ingest/ledger-position.ts'
import { findSystem } from '../inventory/get-system.ts'
import { decisionOf } from '../reconcile/load-facts.ts'
import { releaseLook } from './release-look.ts'

/** A decision is answered with the inventory as it follows from it, unless that takes longer than this. */
const SETTLE_MS = 20_000

export interface Recorded {
  decision: Decision
  system: SystemDetail | null
}

/** Appends to the log; the inventory follows from it. The same request id is one decision. */
export async function recordDecision(deps: Deps, wanted: NewDecision, author: string): Promise<Recorded> {
  const [decision] = await recordDecisions(deps, async () => [wanted], author)
  if (!decision) throw new Error('the decision was not written')
  const subject = subjectOf(decision.body)
  return { decision, system: subject === null ? null : await findSystem(deps.database.orm, subject) }
}

/**
 * Many decisions in one transaction, and one look of the inventory after it. `decide` says which, while the ledger's
 * head is locked; what else it and `after` write stands or falls with them.
 */
export async function recordDecisions(
  deps: Deps,
  decide: (tx: Transaction) => Promise<readonly NewDecision[]>,
  author: string,
  after?: (tx: Transaction, decisions: readonly Decision[]) => Promise<void>,
): Promise<Decision[]> {
  const written = await deps.database.orm.transaction(async (tx) => {
    // The ledger's head stays locked until the end: decisions are checked and written one after the other.
    await tx.select().from(heads).where(eq(heads.name, 'ledger')).for('update')
    const decided = await appendAll(deps, tx, await decide(tx), author)
    await after?.(tx, decided)
    return decided
  })
  await deps.reconciler.settle(SETTLE_MS)
  return written
}

const BATCH = 1000

/** In their order; one that an earlier request wrote is answered as it was written then. */
async function appendAll(
  deps: Deps,
  tx: Transaction,
  wanted: readonly NewDecision[],
  author: string,
): Promise<Decision[]> {
  const repeated = await findRepeated(tx, wanted)
  const fresh = wanted.filter(({ requestId }) => requestId === undefined || !repeated.has(requestId))
  await assertApply(tx, fresh)
  const [last] = await tx.select().from(decisions).orderBy(desc(decisions.sequence)).limit(1)
  let { sequence, hash } = last ?? { sequence: 0, hash: LOG_START }
  const end = fresh.length > 0 ? await nextPosition(tx, deps.now(), fresh.length) : null
  const rows = fresh.map(({ body, requestId }, i) => {
    if (!end) throw new Error('no position was taken')
    const decision = appendDecision(hash, sequence + 1, end.at, author, body)
    ;({ sequence, hash } = decision)
    return { ...decision, position: end.position - fresh.length + 1 + i, requestId: requestId ?? null }
  })
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.insert(decisions).values(rows.slice(from, from + BATCH))
  for (const { body } of rows) if (body.type === 'release-look') await releaseLook(deps, tx, body)
  const written = rows.map(decisionOf).values()
  return wanted.map(({ requestId }) => {
    const decision = (requestId && repeated.get(requestId)) || written.next().value
    if (!decision) throw new Error('a decision was not written')
    return decision
  })
}

/** Decisions that an earlier request wrote, by its id. */
async function findRepeated(
  tx: Transaction,
  wanted: readonly NewDecision[],
): Promise<ReadonlyMap<string, Decision>> {
  const bodies = new Map(wanted.flatMap(({ requestId, body }) => (requestId ? [[requestId, body]] : [])))
  const found = new Map<string, Decision>()
  if (bodies.size === 0) return found
  const ids = sql`${sql.param([...bodies.keys()])}::uuid[]`
  const rows = await tx.select().from(decisions).where(sql`${decisions.requestId} = any(${ids})`)
  for (const row of rows) {
    if (row.requestId === null) continue
    if (digest(row.body) !== digest(bodies.get(row.requestId)))
      throw new HttpProblem(409, 'This request id stands for another decision.')
    found.set(row.requestId, decisionOf(row))
  }
  return found
}

/** What decisions speak of must be there, or be registered by one of them, and as the person saw it. */
async function assertApply(tx: Transaction, wanted: readonly NewDecision[]): Promise<void> {
  const named = new Set(wanted.flatMap(({ body }) => [...systemsNamed(body), subjectOf(body) ?? '']))
  const ids = sql`${sql.param([...named])}::text[]`
  const rows = await tx
    .select({ id: systems.id, version: systems.version })
    .from(systems)
    .where(sql`${systems.id} = any(${ids})`)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const registered = new Set<string>()
  for (const { body, ifVersion } of wanted) {
    for (const id of systemsNamed(body))
      if (!versions.has(id) && !registered.has(id)) throw new HttpProblem(404, `There is no system ${id}.`)
    if (body.type === 'register') registered.add(body.system)
    if (body.type === 'revoke') await assertDecision(tx, body.sequence)
    if (body.type === 'review-supplier') await assertSupplier(tx, body.supplier)
    const version = versions.get(subjectOf(body) ?? '')
    if (ifVersion !== undefined && version !== undefined && version !== ifVersion)
      throw new HttpProblem(
        412,
        'The system changed since you opened it; look at it again before you decide.',
      )
  }
}

async function assertDecision(tx: Transaction, sequence: number): Promise<void> {
  const [row] = await tx
    .select({ sequence: decisions.sequence })
    .from(decisions)
    .where(eq(decisions.sequence, sequence))
  if (!row) throw new HttpProblem(404, `There is no decision ${sequence}.`)
}

async function assertSupplier(tx: Transaction, slug: string): Promise<void> {
  const [row] = await tx.select({ slug: suppliers.slug }).from(suppliers).where(eq(suppliers.slug, slug))
  if (!row) throw new HttpProblem(404, `There is no supplier ${slug} in the register.`)
}

/** Systems that must exist already. Registering may name a new one: a system that nothing has discovered yet. */
function systemsNamed(body: DecisionBody): string[] {
  switch (body.type) {
    case 'merge':
      return [body.from, body.into]
    case 'set-fields':
    case 'rate':
    case 'dismiss':
    case 'restore':
    case 'attach':
    case 'split':
      return [body.system]
    case 'not-duplicates':
      return body.systems
    case 'confirm-presence':
    case 'release-look':
    case 'register':
    case 'revoke':
    case 'review-supplier':
      return []
  }
}

/** The system that the decision changes, as it is called afterwards. */
function subjectOf(body: DecisionBody): string | null {
  if (body.type === 'merge') return body.into
  return 'system' in body ? body.system : null
}
