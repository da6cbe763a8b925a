import { scopes, type Transaction } from '@ai-census/db'
import { inArray, sql } from '@ai-census/db/query'
import { type LedgerFinding, refKey } from '@ai-census/inventory'
import type { AiSystem, Component } from '@ai-census/schema'
import { inBatches, integers, jsonRows, texts } from './batches.ts'
import type { ProjectionRow, Sight } from './projection-rows.ts'

type Subject = 'system' | 'component'

/** How each system and component is told when it was last seen, from the findings that it is made of. */
export async function readSights(
  tx: Transaction,
  findings: readonly LedgerFinding[],
  components: readonly Component[],
  systems: readonly AiSystem[],
): Promise<ReadonlyMap<string, Sight>> {
  const lanes = await readLanes(tx, new Set(findings.map(({ scope }) => scope)))
  const byRef = Map.groupBy(findings, refKey)
  const sights = new Map<string, Sight>()
  for (const { id, findings: refs } of components) {
    const rows = refs.flatMap((ref) => byRef.get(refKey(ref)) ?? [])
    sights.set(id, sightOf(rows, lanes))
  }
  const bySystem = Map.groupBy(components, ({ systemId }) => systemId)
  for (const { id } of systems) {
    sights.set(id, together((bySystem.get(id) ?? []).flatMap((c) => sights.get(c.id) ?? [])))
  }
  return sights
}

async function readLanes(tx: Transaction, keys: ReadonlySet<string>): Promise<Map<string, number>> {
  if (keys.size === 0) return new Map()
  const rows = await tx
    .select({ scopeKey: scopes.scopeKey, scanner: scopes.scanner, lane: scopes.lane })
    .from(scopes)
    .where(inArray(scopes.scopeKey, [...keys]))
  return new Map(rows.map(({ scopeKey, scanner, lane }) => [`${scopeKey} ${scanner}`, lane]))
}

function sightOf(rows: readonly LedgerFinding[], lanes: ReadonlyMap<string, number>): Sight {
  const times = rows.flatMap(({ lastSeen }) => lastSeen?.at ?? []).sort()
  const followed = rows.flatMap((row) =>
    row.lastSeen === null ? (lanes.get(`${row.scope} ${row.scanner}`) ?? []) : [],
  )
  return { seenAt: times.at(-1) ?? null, lanes: sorted(followed) }
}

function together(sights: readonly Sight[]): Sight {
  const times = sights.flatMap(({ seenAt }) => seenAt ?? []).sort()
  return { seenAt: times.at(-1) ?? null, lanes: sorted(sights.flatMap(({ lanes }) => lanes)) }
}

const sorted = (lanes: readonly number[]): number[] => [...new Set(lanes)].sort((a, b) => a - b)

/** Keeps all lanes of those that have several, and puts those on the lane that was seen last. */
export async function keepLanes(
  tx: Transaction,
  subject: Subject,
  replaced: readonly string[],
  rows: readonly ProjectionRow[],
): Promise<void> {
  const several = rows.filter(({ sight }) => sight !== undefined && sight.lanes.length > 1)
  const wanted = several.flatMap(({ id, sight }) => (sight?.lanes ?? []).map((lane) => ({ id, lane })))
  await inBatches(replaced, (batch) =>
    tx.execute(sql`
      delete from sighting
      where subject_type = ${subject} and subject_id = any(${texts(batch)})
        and (subject_id, lane) not in (
          select id, lane from jsonb_to_recordset(${jsonRows(wanted)}) as kept (id text, lane int))`),
  )
  await inBatches(wanted, (batch) =>
    tx.execute(sql`
      insert into sighting (subject_type, subject_id, lane)
      select ${subject}, id, lane from jsonb_to_recordset(${jsonRows(batch)}) as new (id text, lane int)
      on conflict do nothing`),
  )
  await inBatches(
    several.map(({ id }) => id),
    (batch) => chooseLanes(tx, subject, sql`subject_id = any(${texts(batch)})`),
  )
}

/** After looks at these scopes: whatever has one of them among several lanes follows the one that was seen last. */
export async function followLooks(tx: Transaction, scopeKeys: readonly string[]): Promise<void> {
  await inBatches(scopeKeys, async (batch) => {
    const { rows } = await tx.execute<{ lane: number }>(
      sql`select lane from scope where scope_key = any(${texts(batch)})`,
    )
    const looked = integers(rows.map(({ lane }) => lane))
    for (const subject of ['component', 'system'] as const)
      await chooseLanes(
        tx,
        subject,
        sql`subject_id in (select subject_id from sighting where lane = any(${looked}))`,
      )
  })
}

async function chooseLanes(tx: Transaction, subject: Subject, which: ReturnType<typeof sql>): Promise<void> {
  const table = sql.identifier(subject === 'system' ? 'ai_system' : 'component')
  await tx.execute(sql`
    update ${table} shown set lane = newest.lane
    from (
      select distinct on (subject_id) subject_id, sighting.lane
      from sighting join scope_sight on scope_sight.lane = sighting.lane
      where subject_type = ${subject} and ${which}
      order by subject_id, scope_sight.sight_at desc, sighting.lane
    ) newest
    where shown.id = newest.subject_id and shown.lane is distinct from newest.lane`)
}
