import { decisions, heads, registerImportRows, registerImports, type Transaction } from '@ai-census/db'
import { eq, gt, sql } from '@ai-census/db/query'
import type { Decision, PlannedRow } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { recordDecided } from '../triage/record-decisions.ts'
import { type DecidedRow, decisionsOf, loadAnchors } from './decisions-of.ts'
import { lockImport } from './edit-draft.ts'
import { MOST_DUPLICATES } from './get-plan.ts'
import { writeLinks } from './links.ts'
import { findImport, type ImportRecord } from './list-imports.ts'
import { type MadePlan, makePlan } from './make-plan.ts'

const SETTLE_MS = 20_000
const BATCH = 1000

/**
 * Writes what the plan says, all of it or nothing, through the same door as every decision. Confirming again is answered
 * like the first time.
 */
export async function confirmImport(
  deps: Deps,
  id: string,
  planName: string,
  author: string,
): Promise<ImportRecord> {
  await deps.reconciler.settle(SETTLE_MS)
  const confirmed: { plan: MadePlan; rows: DecidedRow[] }[] = []
  await recordDecided(
    deps,
    async (tx) => {
      const draft = await lockImport(tx, id)
      if (isConfirmed(draft, planName)) return []
      await lockInventory(tx)
      const plan = await makePlan(deps, tx, draft)
      if (plan.name !== planName)
        throw new HttpProblem(
          412,
          'The inventory or the draft changed since this dry run; look at the new one.',
        )
      const rows = await decide(tx, id, plan)
      confirmed.push({ plan, rows })
      return rows.flatMap(({ decision }) => decision ?? [])
    },
    author,
    async (tx, written) => {
      for (const { plan, rows } of confirmed) await keep(deps, tx, { id, author, plan, rows, written })
    },
  )
  return findImport(deps.database.orm, id)
}

function isConfirmed(draft: ImportRecord, planName: string): boolean {
  if (draft.state === 'draft') return false
  if (draft.result?.plan === planName) return true
  throw new HttpProblem(409, 'This import is confirmed already, with another plan.')
}

/** The plan is made of the inventory, which must have followed every decision, and stay until the end. */
async function lockInventory(tx: Transaction): Promise<void> {
  const [inventory] = await tx.select().from(heads).where(eq(heads.name, 'inventory')).for('update')
  if (!inventory) throw new Error('the inventory has no head')
  const [behind] = await tx
    .select({ sequence: decisions.sequence })
    .from(decisions)
    .where(gt(decisions.position, inventory.position))
    .limit(1)
  if (behind)
    throw new HttpProblem(
      503,
      'The inventory still follows earlier decisions; try again in a moment.',
      undefined,
      {
        'retry-after': '5',
      },
    )
}

async function decide(tx: Transaction, importId: string, plan: MadePlan): Promise<DecidedRow[]> {
  const registered = plan.rows.flatMap(({ shown: { system, writes } }) =>
    writes && system && system.state !== 'registered' ? [system.id] : [],
  )
  const anchors = await loadAnchors(tx, registered)
  return decisionsOf(plan.rows, { importId, known: plan.known, anchors })
}

interface Confirmed {
  readonly id: string
  readonly author: string
  readonly plan: MadePlan
  readonly rows: readonly DecidedRow[]
  readonly written: readonly Decision[]
}

/** A row that made a system leads to it from now on. */
const withMade = (shown: PlannedRow, system: string | null): PlannedRow =>
  shown.system || system === null
    ? shown
    : { ...shown, system: { id: system, name: shown.name ?? system, state: 'registered' } }

/** What became of each row, and what the next import compares with. */
async function keep(
  deps: Deps,
  tx: Transaction,
  { id, author, plan, rows, written }: Confirmed,
): Promise<void> {
  const sequences = written.map(({ sequence }) => sequence).values()
  const outcomes = rows.map(({ plan: { shown }, system, decision }) => ({
    row: shown.row,
    planned: withMade(shown, system),
    sequence: decision ? (sequences.next().value ?? null) : null,
  }))
  for (let from = 0; from < outcomes.length; from += BATCH) {
    const batch = JSON.stringify(outcomes.slice(from, from + BATCH))
    await tx.execute(sql`
      update ${registerImportRows} set planned = b.planned, sequence = b.sequence
      from jsonb_to_recordset(${batch}::jsonb) as b("row" int, planned jsonb, sequence int)
      where ${registerImportRows.importId} = ${id} and ${registerImportRows.row} = b."row"`)
  }
  await writeLinks(
    tx,
    id,
    rows.flatMap(({ plan: { keys, values, shown }, system }) =>
      system ? [{ system, keys, values, row: shown.row }] : [],
    ),
  )
  await tx
    .update(registerImports)
    .set({
      state: 'confirmed',
      confirmedBy: author,
      confirmedAt: deps.now().toISOString(),
      result: {
        plan: plan.name,
        summary: plan.summary,
        duplicates: plan.duplicates.slice(0, MOST_DUPLICATES),
        decisions: {
          count: written.length,
          first: written[0]?.sequence ?? null,
          last: written.at(-1)?.sequence ?? null,
        },
      },
    })
    .where(eq(registerImports.id, id))
}
