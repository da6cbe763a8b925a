import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { AiSystem, Component, Flag, SystemState } from '@ai-census/schema'
import type { Change } from './apply-changes.ts'
import { jsonRows } from './batches.ts'
import type { Subject } from './projection-rows.ts'

/** Of each kind of thing, under which names it is counted (`counts` of the tables). */
const names: Record<Subject, (body: unknown) => readonly string[]> = {
  // A change's bodies are what reconcile made; each subject's body has its type.
  system: (body) => systemNames(body as AiSystem),
  component: (body) => componentNames(body as Component),
  supplier: () => ['all'],
  model: () => ['all'],
  relationship: () => [],
  flag: (body) => [`id:${(body as Flag).id}`],
}

function systemNames({ state, live, suppliers, models, flags, contexts, grade, fields }: AiSystem): string[] {
  const standing = `${state}:${live ? 'live' : 'past'}`
  return [
    `state:${standing}`,
    ...suppliers.map((slug) => `supplier:${slug}:${standing}`),
    ...models.map((id) => `model:${id}`),
    ...flags.map((id) => `flag:${id}`),
    ...contexts.map((context) => `context:${context}`),
    ...(grade === null ? [] : [`grade:${grade}`]),
    `risk:${fields.riskLevel?.value ?? 'none'}`,
  ]
}

const componentNames = ({ state, kind, supplier, model, grade, context }: Component): string[] => [
  `state:${state}`,
  `kind:${kind}`,
  `grade:${grade}`,
  `context:${context}`,
  ...(supplier === null ? [] : [`supplier:${supplier}`]),
  ...(model === undefined ? [] : [`model:${model.id.toLowerCase()}`]),
]

/** Brings the counts up to date with changed things, and with the events that tell of them. `at`: the run's instant. */
export async function keepCounts(
  tx: Transaction,
  subject: Subject,
  changes: readonly Change[],
  events: number,
  at: string,
): Promise<void> {
  const moved = new Map<string, number>()
  const add = (name: string, n: number) => moved.set(name, (moved.get(name) ?? 0) + n)
  for (const { before, after } of changes) {
    if (before !== null) for (const name of names[subject](before)) add(name, -1)
    if (after !== null) for (const name of names[subject](after)) add(name, 1)
  }
  const rows: { subject: Subject | 'event'; name: string; n: number }[] = [...moved]
    .filter(([, n]) => n !== 0)
    .map(([name, n]) => ({ subject, name, n }))
  if (events > 0) rows.push({ subject: 'event', name: 'all', n: events })
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into inventory_count (subject, name, n)
    select subject, name, n from jsonb_to_recordset(${jsonRows(rows)}) as new (subject text, name text, n int)
    on conflict (subject, name) do update set n = inventory_count.n + excluded.n`)
  await tx.execute(sql`delete from inventory_count where subject = ${subject} and n = 0`)
  if (subject === 'system' && rows.some(({ name }) => name.startsWith('state:'))) await keepDay(tx, at)
}

/** What the states come to is the day's word on them until a later run of that day says otherwise. */
async function keepDay(tx: Transaction, at: string): Promise<void> {
  const inState = (state: SystemState) => sql`(
    select coalesce(sum(n), 0) from inventory_count
    where subject = 'system' and name in (${`state:${state}:live`}, ${`state:${state}:past`}))`
  await tx.execute(sql`
    insert into state_day (day, unregistered, registered, dismissed)
    values (${at.slice(0, 10)}, ${inState('unregistered')}, ${inState('registered')}, ${inState('dismissed')})
    on conflict (day) do update set unregistered = excluded.unregistered, registered = excluded.registered,
      dismissed = excluded.dismissed`)
}
