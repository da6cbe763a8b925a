import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { inBatches, jsonRows, texts } from './batches.ts'

export type DueSubject = 'system' | 'supplier' | 'scope'

/** Notes when the calendar next changes something about these; those without an instant never. */
export async function keepDues(
  tx: Transaction,
  subject: DueSubject,
  all: readonly string[],
  dues: ReadonlyMap<string, string>,
): Promise<void> {
  const never = all.filter((id) => !dues.has(id))
  const rows = all.flatMap((id) => ({ id, at: dues.get(id) })).filter(({ at }) => at !== undefined)
  await inBatches(never, (batch) =>
    tx.execute(sql`delete from due where subject_type = ${subject} and subject_id = any(${texts(batch)})`),
  )
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      insert into due (subject_type, subject_id, at)
      select ${subject}, id, at from jsonb_to_recordset(${jsonRows(batch)}) as new (id text, at timestamptz)
      on conflict (subject_type, subject_id) do update set at = excluded.at where due.at <> excluded.at`),
  )
}

/** What the calendar has changed by then. */
export async function readDue(tx: Transaction, at: string): Promise<Record<DueSubject, string[]>> {
  const { rows } = await tx.execute<{ subject: DueSubject; id: string }>(sql`
    select subject_type as subject, subject_id as id from due
    where at <= ${at}::timestamptz order by subject_type, subject_id collate "C"`)
  const due: Record<DueSubject, string[]> = { system: [], supplier: [], scope: [] }
  for (const { subject, id } of rows) due[subject].push(id)
  return due
}

export async function isAnythingDue(tx: Transaction, at: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from due where at <= ${at}::timestamptz limit 1`)
  return rows.length > 0
}

/** Scopes of which no such instant is kept yet. */
export async function withoutDue(tx: Transaction, scopes: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select key from unnest(${texts(scopes)}) as key
    where not exists (select 1 from due where subject_type = 'scope' and subject_id = key)`)
  return rows.map(({ key }) => key)
}
