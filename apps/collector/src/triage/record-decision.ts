import type { NewDecision, SystemDetail } from '@ai-census/api'
import { decisions, heads, suppliers, systems, type Transaction } from '@ai-census/db'
import { desc, eq } from '@ai-census/db/query'
import { appendDecision, LOG_START } from '@ai-census/inventory'
import { type Decision, type DecisionBody, digest } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { nextPosition } from '../ingest/ledger-position.ts'
import { findSystem } from '../inventory/get-system.ts'
import { decisionOf } from '../reconcile/decision-log.ts'
import { releaseLook } from './release-look.ts'

/** A decision is answered with the inventory as it follows from it, unless that takes longer than this. */
const SETTLE_MS = 20_000

export interface Recorded {
  decision: Decision
  system: SystemDetail | null
}

/** Appends to the log; the inventory follows from it. The same request id is one decision. */
export async function recordDecision(deps: Deps, wanted: NewDecision, author: string): Promise<Recorded> {
  const decision = await deps.database.orm.transaction((tx) => append(deps, tx, wanted, author))
  await deps.reconciler.settle(SETTLE_MS)
  const subject = subjectOf(decision.body)
  return { decision, system: subject === null ? null : await findSystem(deps.database.orm, subject) }
}

async function append(deps: Deps, tx: Transaction, wanted: NewDecision, author: string): Promise<Decision> {
  // The ledger's head stays locked until the end: decisions are checked and written one after the other.
  await tx.select().from(heads).where(eq(heads.name, 'ledger')).for('update')
  const repeated = wanted.requestId ? await findRepeated(tx, wanted.requestId, wanted.body) : null
  if (repeated) return repeated
  await assertApplies(tx, wanted)
  const [last] = await tx.select().from(decisions).orderBy(desc(decisions.sequence)).limit(1)
  const { position, at } = await nextPosition(tx, deps.now())
  const decision = appendDecision(last?.hash ?? LOG_START, (last?.sequence ?? 0) + 1, at, author, wanted.body)
  await tx.insert(decisions).values({ ...decision, position, requestId: wanted.requestId ?? null })
  if (wanted.body.type === 'release-look') await releaseLook(deps, tx, wanted.body)
  return decision
}

async function findRepeated(
  tx: Transaction,
  requestId: string,
  body: DecisionBody,
): Promise<Decision | null> {
  const [row] = await tx.select().from(decisions).where(eq(decisions.requestId, requestId))
  if (!row) return null
  if (digest(row.body) !== digest(body))
    throw new HttpProblem(409, 'This request id stands for another decision.')
  return decisionOf(row)
}

/** What a decision speaks of must be there, and as the person saw it. */
async function assertApplies(tx: Transaction, { body, ifVersion }: NewDecision): Promise<void> {
  for (const id of systemsNamed(body)) {
    const [row] = await tx.select({ version: systems.version }).from(systems).where(eq(systems.id, id))
    if (!row) throw new HttpProblem(404, `There is no system ${id}.`)
  }
  if (body.type === 'revoke') await assertDecision(tx, body.sequence)
  if (body.type === 'review-supplier') await assertSupplier(tx, body.supplier)
  const subject = subjectOf(body)
  if (ifVersion !== undefined && subject !== null) await assertVersion(tx, subject, ifVersion)
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

async function assertVersion(tx: Transaction, system: string, version: string): Promise<void> {
  const [row] = await tx.select({ version: systems.version }).from(systems).where(eq(systems.id, system))
  if (row && row.version !== version)
    throw new HttpProblem(412, 'The system changed since you opened it; look at it again before you decide.')
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
