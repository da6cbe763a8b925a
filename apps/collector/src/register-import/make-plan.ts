import { createHash } from 'node:crypto'
import type { ImportPlan } from '@ai-census/api'
import { decisions, heads, type Queryable, registerImports } from '@ai-census/db'
import { count, desc, eq } from '@ai-census/db/query'
import {
  breather,
  layOut,
  planImport,
  type RowPlan,
  type RowReading,
  readRow,
} from '@ai-census/register-import'
import type { SheetDuplicate } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { type Known, loadKnown, nameKeysOf } from './known-systems.ts'
import { loadLinks } from './links.ts'
import type { ImportRecord } from './list-imports.ts'
import { loadTable } from './load-table.ts'

export interface MadePlan {
  /** Names it; a plan that would write the same has the same name. */
  readonly name: string
  readonly rows: readonly RowPlan[]
  readonly duplicates: readonly SheetDuplicate[]
  readonly summary: ImportPlan['summary']
  readonly known: Known
}

/** The newest plan of this process: pages of one dry run are of one plan, and a large one is made once. */
const newest = new WeakMap<Deps, { key: string; plan: Promise<MadePlan> }>()

/** What confirming this draft would write now. */
export async function makePlan(deps: Deps, db: Queryable, draft: ImportRecord): Promise<MadePlan> {
  const key = `${draft.id} ${draft.version} ${await position(db)}`
  const made = newest.get(deps)
  if (made?.key === key) return made.plan
  const plan = compute(deps, db, draft)
  newest.set(deps, { key, plan })
  plan.catch(() => newest.delete(deps))
  return plan
}

/** Where the decisions, the inventory and earlier imports stand. */
async function position(db: Queryable): Promise<string> {
  const [last] = await db
    .select({ sequence: decisions.sequence })
    .from(decisions)
    .orderBy(desc(decisions.sequence))
    .limit(1)
  const [inventory] = await db.select().from(heads).where(eq(heads.name, 'inventory'))
  const [confirmed] = await db
    .select({ count: count() })
    .from(registerImports)
    .where(eq(registerImports.state, 'confirmed'))
  return `${last?.sequence ?? 0} ${inventory?.position} ${inventory?.at} ${confirmed?.count}`
}

async function compute(deps: Deps, db: Queryable, draft: ImportRecord): Promise<MadePlan> {
  const table = await loadTable(db, draft)
  const known = await loadKnown(deps, db)
  const { links, bases } = await loadLinks(db, known.decided)
  const readings = await readRows(deps, draft, table)
  const { rows, duplicates } = await planImport({
    readings,
    systems: known.systems,
    links,
    bases,
    choices: table.choices,
    nameKeys: nameKeysOf,
  })
  return { name: nameOf(rows), rows, duplicates, summary: summarise(rows), known }
}

async function readRows(
  deps: Deps,
  { mapping }: ImportRecord,
  table: Parameters<typeof layOut>[0],
): Promise<RowReading[]> {
  const { riskLevels } = deps.settings
  const layout = layOut(table, mapping, riskLevels)
  const breath = breather()
  const readings: RowReading[] = []
  for (const row of layout?.rows ?? []) {
    readings.push(readRow(row, { columns: layout?.columns ?? [], mapping, riskLevels }))
    await breath()
  }
  return readings
}

function nameOf(rows: readonly RowPlan[]): string {
  const hash = createHash('sha256')
  for (const { shown } of rows) {
    const { row, outcome, system, changes, conflicts, repositories, writes } = shown
    hash.update(JSON.stringify([row, outcome, system?.id, changes, conflicts, repositories, writes]))
  }
  return hash.digest('hex')
}

function summarise(rows: readonly RowPlan[]): ImportPlan['summary'] {
  const outcomes: ImportPlan['summary']['outcomes'] = {}
  let writes = 0
  let conflicts = 0
  for (const { shown } of rows) {
    outcomes[shown.outcome] = (outcomes[shown.outcome] ?? 0) + 1
    if (shown.writes) writes += 1
    if (shown.conflicts.length > 0) conflicts += 1
  }
  return { outcomes, writes, conflicts }
}
