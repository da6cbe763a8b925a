import type { NewDecision, SystemDetail } from '@ai-census/api'
import { decisions, heads, type Transaction } from '@ai-census/db'
import { desc, eq } from '@ai-census/db/query'
import { appendDecision, LOG_START } from '@ai-census/inventory'
import { type Decision, type DecisionBody, digest } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem, placeOf } from '../http/problem.ts'
import { nextPosition } from '../ingest/ledger-position.ts'
import { findSystem } from '../inventory/get-system.ts'
import { decisionOf } from '../reconcile/decision-log.ts'
import { assertApplies, type Company } from './assert-applies.ts'
import { releaseLook } from './release-look.ts'
import { subjectOf, systemsMadeBy } from './subjects.ts'

/** A decision is answered with the inventory as it follows from it, unless that takes longer than this. */
export const SETTLE_MS = 20_000

export interface Recorded {
  decision: Decision
  system: SystemDetail | null
}

/** Appends to the log; the inventory follows from it. The same request id is one decision. */
export async function recordDecision(deps: Deps, wanted: NewDecision, author: string): Promise<Recorded> {
  const [decision] = await deps.database.orm.transaction((tx) => append(deps, tx, [wanted], author))
  if (!decision) throw new Error('one decision was appended')
  await deps.reconciler.settle(SETTLE_MS)
  const subject = subjectOf(decision.body)
  return { decision, system: subject === null ? null : await findSystem(deps.database.orm, subject) }
}

/** Appends these one after the other. `root` names them in a refusal; without it there is just one. */
export async function append(
  deps: Deps,
  tx: Transaction,
  wanted: readonly NewDecision[],
  author: string,
  root?: string,
): Promise<Decision[]> {
  // The ledger's head stays locked until the end: decisions are checked and written one after the other.
  await tx.select().from(heads).where(eq(heads.name, 'ledger')).for('update')
  const company: Company = { made: new Set() }
  const appended: Decision[] = []
  for (const [i, one] of wanted.entries()) {
    const place = root === undefined ? '' : placeOf([i], root)
    appended.push(await appendOne(deps, tx, one, author, company, place))
    for (const system of systemsMadeBy(one.body)) company.made.add(system)
  }
  return appended
}

async function appendOne(
  deps: Deps,
  tx: Transaction,
  wanted: NewDecision,
  author: string,
  company: Company,
  place: string,
): Promise<Decision> {
  const repeated = wanted.requestId ? await findRepeated(tx, wanted.requestId, wanted.body, place) : null
  if (repeated) return repeated
  await assertApplies(deps, tx, wanted, company, place)
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
  place: string,
): Promise<Decision | null> {
  const [row] = await tx.select().from(decisions).where(eq(decisions.requestId, requestId))
  if (!row) return null
  if (digest(row.body) !== digest(body))
    throw new HttpProblem(409, 'This request id stands for another decision.', [
      { place: placeOf(['requestId'], place), message: 'stands for another decision' },
    ])
  return decisionOf(row)
}
