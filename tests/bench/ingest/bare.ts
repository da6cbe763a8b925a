import { sight } from '@ai-census/inventory'
import type { ScanReport } from '@ai-census/schema'
import type { BenchCollector } from './collector.ts'

export interface BareRows {
  scope: string
  columns: string[][]
  contents: string[][]
}

/** The rows that a first report becomes, ready to be sent: what the rival does not have to work out. */
export function bareRows(report: ScanReport): BareRows {
  const seen = report.findings.map((one) => sight(one))
  const at = report.finishedAt
  return {
    scope: report.scope.key,
    columns: [
      seen.map(({ sighting }) => sighting.key),
      seen.map(({ sighting }) => sighting.kind),
      seen.map(({ sighting }) => sighting.hash),
      seen.map(({ sighting }) => sighting.essence),
      seen.map(() => at),
    ],
    contents: [seen.map(({ sighting }) => sighting.hash), seen.map(({ finding }) => JSON.stringify(finding))],
  }
}

/** Tables with the same columns and indexes as the ledger's. */
export async function makeBareTables({ database }: BenchCollector): Promise<void> {
  await database.pool.query(`
    create table if not exists bare_finding (like finding including all);
    create table if not exists bare_content (like finding_content including all)`)
}

const BATCH = 2000

/** A bulk upsert in one transaction, by arrays, with nothing around it. */
export async function upsertBare({ database }: BenchCollector, rows: BareRows): Promise<void> {
  const client = await database.pool.connect()
  const mark = JSON.stringify({ sequence: 1, at: rows.columns[4]?.[0], version: '1.0.0', catalogue: 'c1' })
  try {
    await client.query('begin')
    const part = (columns: string[][], from: number) => columns.map((one) => one.slice(from, from + BATCH))
    for (let from = 0; from < (rows.columns[0]?.length ?? 0); from += BATCH) {
      await client.query(
        `insert into bare_content (hash, finding) select hash, finding::jsonb
         from unnest($1::text[], $2::text[]) as new (hash, finding) on conflict do nothing`,
        part(rows.contents, from),
      )
      await client.query(
        `insert into bare_finding (scope_key, scanner, key, from_position, kind, hash, presence, opened,
           first_seen_at, changed_at, essence, essence_at)
         select $6, 'code', key, 1, kind, hash, 'seen', $7::jsonb, at::timestamptz, at::timestamptz, essence,
           at::timestamptz
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
           as new (key, kind, hash, essence, at)
         on conflict (scope_key, scanner, key, from_position) do update set hash = excluded.hash`,
        [...part(rows.columns, from), rows.scope, mark],
      )
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}
