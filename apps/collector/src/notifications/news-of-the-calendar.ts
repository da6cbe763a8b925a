import type { Queryable, Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { NewsKind } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { listSources } from '../inventory/list-sources.ts'
import { type KeyedNews, keyOf } from './news-key.ts'
import { readSystems } from './system-facts.ts'
import { addDays } from './wanted.ts'

/**
 * What stands now because time passes or a scan ended, and no run of the inventory says so: it is found again at each
 * look, and its key keeps it from being told again.
 */
export async function newsOfTheCalendar(
  deps: Deps,
  tx: Transaction,
  { kinds, daysAhead }: Asked,
): Promise<KeyedNews[]> {
  const now = deps.now().toISOString()
  const until = addDays(now.slice(0, 10), daysAhead)
  const found: KeyedNews[] = []
  if (kinds.has('source-late')) found.push(...(await lateSources(deps, tx, now)))
  if (kinds.has('coverage-lost')) found.push(...(await failedScans(tx, now)))
  if (kinds.has('model-retiring')) found.push(...(await retiringModels(tx, now, until)))
  if (kinds.has('review-due')) {
    found.push(...(await dueReviews(tx, now, until)))
    found.push(...(await dueSupplierReviews(tx, now, until)))
  }
  return found
}

/** What anybody wants to be told of. */
export interface Asked {
  kinds: ReadonlySet<NewsKind>
  daysAhead: number
}

async function lateSources(deps: Deps, tx: Queryable, at: string): Promise<KeyedNews[]> {
  const { rows } = await listSources(deps, tx)
  return rows
    .filter(({ late }) => late)
    .map(({ source, scanner, last, usualHours }) => ({
      key: keyOf('late', source, scanner, last.scan),
      news: {
        kind: 'source-late' as const,
        at,
        subject: { type: 'source' as const, id: source, name: source },
        detail: `The last scan by ${scanner} began on ${last.startedAt.slice(0, 16).replace('T', ' ')} UTC; usually at most ${usualHours} hours pass.`,
        suppliers: [],
        sources: [source],
      },
    }))
}

/** A scan that takes longer than this tells of its end to nobody. */
const LONGEST_SCAN = '7 days'

async function failedScans(tx: Transaction, now: string): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{
    id: string
    source: string
    scanner: string
    status: string
    detail: string | null
    at: string
  }>(sql`
    select id, source, scanner, coverage ->> 'status' as status, finished_at as at,
      coalesce(coverage ->> 'detail', coverage ->> 'reason') as detail
    from scan
    where started_at > ${now}::timestamptz - ${LONGEST_SCAN}::interval and finished_at is not null
      and coverage ->> 'status' in ('failed', 'denied')
    order by started_at, id`)
  return rows.map(({ id, source, scanner, status, detail, at }) => ({
    key: keyOf('scan', id),
    news: {
      kind: 'coverage-lost',
      at: new Date(at).toISOString(),
      subject: { type: 'scan', id, name: source },
      detail: `The scan by ${scanner} ended ${status}${detail ? `: ${detail}` : ''}.`,
      suppliers: [],
      sources: [source],
    },
  }))
}

async function retiringModels(tx: Transaction, at: string, until: string): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{
    key: string
    id: string
    publisher: string | null
    hosts: string[]
    systems: number
    on: string
  }>(sql`
    select row_key as key, id, publisher, to_json(hosts) as hosts, system_count as systems, retires_on as on
    from model where retires_on <= ${until} and system_count > 0 order by retires_on, row_key`)
  return rows.map(({ key, id, publisher, hosts, systems, on }) => ({
    key: keyOf('model', key, on),
    news: {
      kind: 'model-retiring',
      at,
      subject: { type: 'model', id, name: id },
      detail: `It ends on ${on}; ${systems} AI ${systems === 1 ? 'system uses' : 'systems use'} it.`,
      suppliers: [...new Set([...(publisher ? [publisher] : []), ...hosts])],
      sources: [],
      on,
    },
  }))
}

async function dueReviews(tx: Transaction, at: string, until: string): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{ id: string; on: string }>(sql`
    select id, fields #>> '{nextReview,value}' as on from ai_system
    where (fields #>> '{nextReview,value}') <= ${until} and state = 'registered'
    order by (fields #>> '{nextReview,value}'), id`)
  const systems = await readSystems(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, on }) => {
    const facts = systems.get(id)
    if (!facts) return []
    const detail = `Its next review is on ${on}.`
    return {
      key: keyOf('review', 'system', id, on),
      news: { kind: 'review-due' as const, at, detail, on, ...facts },
    }
  })
}

async function dueSupplierReviews(tx: Transaction, at: string, until: string): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{ id: string; name: string; on: string; systems: number }>(sql`
    select slug as id, name, next_review as on, system_count as systems from supplier
    where next_review <= ${until} and review <> 'unreviewed' and system_count > 0
    order by next_review, slug`)
  return rows.map(({ id, name, on, systems }) => ({
    key: keyOf('review', 'supplier', id, on),
    news: {
      kind: 'review-due',
      at,
      subject: { type: 'supplier', id, name },
      detail: `The supplier’s next review is on ${on}; ${systems} AI ${systems === 1 ? 'system depends' : 'systems depend'} on it.`,
      suppliers: [id],
      sources: [],
      on,
    },
  }))
}
