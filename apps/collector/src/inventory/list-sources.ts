import type { listSources as endpoint, SourceRow } from '@ai-census/api'
import type { Queryable } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { rhythmOf } from './rhythm.ts'

/** So many scans of one source, of so many days, tell its rhythm. */
const SCANS = 200
const DAYS = 90
const MOST = 1000

interface Row extends Record<string, unknown> {
  source: string
  scanner: string
  scans: number
  scopes: number
  scan: string
  startedAt: string
  finishedAt: string | null
  status: SourceRow['last']['status']
  completeAt: string | null
  starts: string[]
  author: string
  tokenName: string | null
  tokenState: 'valid' | 'expired' | 'revoked'
}

/** What reports, late ones first. Reads the scans once; there are few of them beside what they brought. */
export async function listSources(
  deps: Deps,
  db: Queryable = deps.database.orm,
): Promise<z.input<typeof endpoint.response>> {
  const now = deps.now().toISOString()
  const { rows } = await db.execute<Row>(sql`
    with ranked as (
      select s.*, row_number() over (partition by source, scanner order by started_at desc, id) as rank
      from scan s
    ), counted as (
      select source, scanner, count(*)::int as scans,
        max(finished_at) filter (where coverage ->> 'status' = 'complete') as "completeAt",
        array_agg(started_at order by started_at desc)
          filter (where rank <= ${SCANS} and started_at > ${now}::timestamptz - ${`${DAYS} days`}::interval) as starts
      from ranked group by source, scanner
    ), scoped as (
      select source, scanner, count(*)::int as scopes from scope group by source, scanner
    )
    select r.source, r.scanner, c.scans, coalesce(o.scopes, 0) as scopes, r.id as scan,
      r.started_at as "startedAt", r.finished_at as "finishedAt", r.coverage ->> 'status' as status,
      c."completeAt", coalesce(to_json(c.starts), '[]') as starts, r.author, t.name as "tokenName",
      case when t.revoked_at is not null then 'revoked' when t.expires_at <= ${now}::timestamptz then 'expired'
        else 'valid' end as "tokenState"
    from ranked r
    join counted c on c.source = r.source and c.scanner = r.scanner
    left join scoped o on o.source = r.source and o.scanner = r.scanner
    left join scanner_token t on r.author = 'token:' || t.id
    where r.rank = 1
    order by r.source collate "C", r.scanner collate "C"`)
  const all = rows.map((row) => shown(row, now)).sort((a, b) => Number(b.late) - Number(a.late))
  return { rows: all.slice(0, MOST), total: all.length }
}

function shown(row: Row, now: string): SourceRow {
  const rhythm = rhythmOf(row.starts.map(instant))
  const dueBy = rhythm?.dueBy ?? null
  return {
    source: row.source,
    scanner: row.scanner,
    scopes: row.scopes,
    scans: row.scans,
    last: {
      scan: row.scan,
      startedAt: instant(row.startedAt),
      finishedAt: row.finishedAt === null ? null : instant(row.finishedAt),
      status: row.status,
    },
    completeAt: row.completeAt === null ? null : instant(row.completeAt),
    reporter: reporterOf(row),
    usualHours: rhythm?.usualHours ?? null,
    dueBy,
    late: dueBy !== null && dueBy < now,
  }
}

function reporterOf({ author, tokenName, tokenState }: Row): SourceRow['reporter'] {
  const id = author.startsWith('token:') ? author.slice('token:'.length) : null
  if (id === null) return { name: author, token: null }
  return { name: tokenName ?? id, token: { id, state: tokenState } }
}

/** Text of the database, in the one spelling of the contract. */
const instant = (text: string): string => new Date(text).toISOString()
