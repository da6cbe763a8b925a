import type { BatchAnswer, NewDecision, TouchedSystem } from '@ai-census/api'
import { heads, systems, type Transaction } from '@ai-census/db'
import { eq, inArray, sql } from '@ai-census/db/query'
import type { Decision, DecisionBody, FindingRef } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { append, SETTLE_MS } from './record-decision.ts'
import { subjectOf, systemsMadeBy, systemsNamed } from './subjects.ts'

/** Appends all or none, in their order; a refusal names the one at fault. The inventory follows once. */
export async function recordDecisions(
  deps: Deps,
  wanted: readonly NewDecision[],
  author: string,
): Promise<BatchAnswer> {
  const answer = await deps.database.orm.transaction((tx) => appendAll(deps, tx, wanted, author))
  await deps.reconciler.settle(SETTLE_MS)
  return { ...answer, dryRun: false }
}

/**
 * Many decisions and what is written with them, in one transaction. `decide` says which, while the ledger's head is
 * locked; what else it and `after` write stands or falls with them.
 */
export async function recordDecided(
  deps: Deps,
  decide: (tx: Transaction) => Promise<readonly NewDecision[]>,
  author: string,
  after: (tx: Transaction, decisions: readonly Decision[]) => Promise<void>,
): Promise<void> {
  await deps.database.orm.transaction(async (tx) => {
    await tx.select().from(heads).where(eq(heads.name, 'ledger')).for('update')
    await after(tx, await append(deps, tx, await decide(tx), author, 'decisions'))
  })
  await deps.reconciler.settle(SETTLE_MS)
}

/** Does all that `recordDecisions` does to the log, looks at it, and takes it back. */
export async function previewDecisions(
  deps: Deps,
  wanted: readonly NewDecision[],
  author: string,
): Promise<BatchAnswer> {
  // A transaction that resolves is committed; what it found leaves it as the reason of its end.
  const found = new Map<'answer', Appended>()
  await deps.database.orm
    .transaction(async (tx) => {
      found.set('answer', await appendAll(deps, tx, wanted, author))
      throw new TakenBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error
    })
  const answer = found.get('answer')
  if (!answer) throw new Error('a preview ends with an answer')
  return { ...answer, dryRun: true }
}

class TakenBack extends Error {}

type Appended = Omit<BatchAnswer, 'dryRun'>

async function appendAll(
  deps: Deps,
  tx: Transaction,
  wanted: readonly NewDecision[],
  author: string,
): Promise<Appended> {
  const decisions = await append(deps, tx, wanted, author, 'decisions')
  return { decisions, touched: await touchedBy(tx, decisions) }
}

/** The systems that these name, and those that the findings belong to which they speak of. */
async function touchedBy(tx: Transaction, decisions: readonly Decision[]): Promise<TouchedSystem[]> {
  const bodies = decisions.map(({ body }) => body)
  const named = bodies.flatMap((body) => [
    ...systemsNamed(body).map(({ id }) => id),
    ...systemsMadeBy(body),
    ...(subjectOf(body) === null ? [] : [subjectOf(body) ?? '']),
  ])
  const ids = new Set([...named, ...(await homesOf(tx, bodies.flatMap(findingsOf)))])
  if (ids.size === 0) return []
  const rows = await tx
    .select({ id: systems.id, name: systems.name })
    .from(systems)
    .where(inArray(systems.id, [...ids]))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return [...ids].sort().map((id) => ({ id, name: names.get(id) ?? null }))
}

function findingsOf(body: DecisionBody): FindingRef[] {
  if (body.type === 'register') return body.anchors
  return 'findings' in body ? body.findings : []
}

async function homesOf(tx: Transaction, refs: readonly FindingRef[]): Promise<string[]> {
  if (refs.length === 0) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct c.system_id as id
    from jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as ref (scope text, key text)
    join component_finding cf on cf.scope = ref.scope and cf.key = ref.key
    join component c on c.id = cf.component_id`)
  return rows.map(({ id }) => id)
}
