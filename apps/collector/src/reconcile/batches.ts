import { sql } from '@ai-census/db/query'

const BATCH = 1000

export async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await write(rows.slice(at, at + BATCH))
}

export const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`
export const integers = (values: readonly number[]) => sql`${sql.param([...values])}::int[]`
export const jsonRows = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`
