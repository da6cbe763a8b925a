import { type Queryable, systems, type Transaction } from '@ai-census/db'
import { inArray, sql } from '@ai-census/db/query'
import {
  duplicateFlag,
  duplicateSigns,
  type MergeProposal,
  MOST_NAMESAKES,
  mergeProposals,
  nameKeys,
  type Sharing,
  withFlags,
} from '@ai-census/inventory'
import type { AiSystem, Flag } from '@ai-census/schema'
import type { Writer } from './apply-changes.ts'
import { inBatches, jsonRows, texts } from './batches.ts'
import { flagRow, type ProjectionRow, systemRow } from './projection-rows.ts'

/** Which systems' likeness to others may have changed. */
export interface Likeness {
  /** Keeps the signs of systems and components that were made anew, and notes whom they concern. */
  note(tx: Transaction, part: LikenessPart): Promise<void>
  readonly systems: ReadonlySet<string>
  /** Names that systems took or gave up. */
  readonly names: ReadonlySet<string>
}

interface LikenessPart {
  replaced: readonly string[]
  systems: readonly AiSystem[]
  components: readonly string[]
  sharings: readonly Sharing[]
}

export function createLikeness(): Likeness {
  const concerned = new Set<string>()
  const names = new Set<string>()
  return {
    systems: concerned,
    names,
    async note(tx, { replaced, systems: made, components, sharings }) {
      for (const id of replaced) concerned.add(id)
      for (const key of await keepNames(tx, replaced, made)) names.add(key)
      for (const id of await keepSharings(tx, components, sharings)) concerned.add(id)
    },
  }
}

/** Gives the names that came or went. */
async function keepNames(
  tx: Transaction,
  replaced: readonly string[],
  made: readonly AiSystem[],
): Promise<string[]> {
  const wanted = made
    .filter(({ state }) => state !== 'dismissed')
    .flatMap((system) => nameKeys(system).map((key) => ({ key, system: system.id })))
  const changed: string[] = []
  await inBatches(replaced, async (batch) => {
    const { rows } = await tx.execute<{ key: string; system: string }>(
      sql`select key, system_id as system from system_name_key where system_id = any(${texts(batch)})`,
    )
    const ids = new Set(batch)
    const kept = new Set(rows.map(({ key, system }) => `${system} ${key}`))
    const now = wanted.filter(({ system }) => ids.has(system))
    const names = new Set(now.map(({ key, system }) => `${system} ${key}`))
    const gone = rows.filter(({ key, system }) => !names.has(`${system} ${key}`))
    const come = now.filter(({ key, system }) => !kept.has(`${system} ${key}`))
    await tx.execute(sql`
      delete from system_name_key using jsonb_to_recordset(${jsonRows(gone)}) as gone (key text, system text)
      where system_name_key.key = gone.key and system_id = gone.system`)
    await tx.execute(sql`
      insert into system_name_key (key, system_id)
      select key, system from jsonb_to_recordset(${jsonRows(come)}) as new (key text, system text)
      on conflict do nothing`)
    changed.push(...[...gone, ...come].map(({ key }) => key))
  })
  return changed
}

/** Gives the systems on either side of what came or went. */
async function keepSharings(
  tx: Transaction,
  components: readonly string[],
  sharings: readonly Sharing[],
): Promise<string[]> {
  const concerned: string[] = []
  await inBatches(components, async (batch) => {
    const { rows } = await tx.execute<{ system: string; other: string }>(sql`
      delete from sharing where component = any(${texts(batch)}) returning system, other`)
    concerned.push(...rows.flatMap(({ system, other }) => [system, other]))
  })
  await inBatches(sharings, (batch) =>
    tx.execute(sql`
      insert into sharing (component, other, component_name, system)
      select component, other, "componentName", system from jsonb_to_recordset(${jsonRows(batch)})
        as new (component text, other text, "componentName" text, system text)
      on conflict (component, other) do update
        set component_name = excluded.component_name, system = excluded.system`),
  )
  concerned.push(...sharings.flatMap(({ system, other }) => [system, other]))
  return concerned
}

/** With so many, a name is a habit and no sign. */
const MANY_NAMESAKES = MOST_NAMESAKES + 1

/**
 * Brings merge proposals and the flags that follow from them up to date. `apart`: systems that a person told apart, or
 * took back to have told apart.
 */
export async function updateDuplicates(
  tx: Transaction,
  writer: Writer,
  likeness: Likeness,
  apart: readonly string[],
  distinct: ReadonlySet<string>,
): Promise<void> {
  const concerned = new Set([...likeness.systems, ...apart])
  for (const id of await readNamesakes(tx, [...likeness.names], likeness.names.size + MANY_NAMESAKES))
    concerned.add(id.system)
  const all = [...concerned].sort()
  await inBatches(all, async (batch) => {
    const partners = await replaceProposals(tx, batch, distinct)
    await replaceFlags(tx, writer, [...new Set([...batch, ...partners])].sort())
  })
}

interface Namesake {
  key: string
  system: string
}

/** Who has these names, at most so many of each. */
async function readNamesakes(tx: Transaction, names: readonly string[], most: number): Promise<Namesake[]> {
  const found: Namesake[] = []
  await inBatches(names, async (batch) => {
    const { rows } = await tx.execute<{ key: string; system: string }>(sql`
      select want.key, one.system_id as system from unnest(${texts(batch)}) as want (key)
      cross join lateral (
        select system_id from system_name_key where system_name_key.key = want.key limit ${most}) one`)
    found.push(...rows)
  })
  return found
}

/** Gives the systems that are, or were, proposed to be one with these. */
async function replaceProposals(
  tx: Transaction,
  ids: readonly string[],
  distinct: ReadonlySet<string>,
): Promise<string[]> {
  const own = new Set(ids)
  const { rows: gone } = await tx.execute<{ one: string; other: string }>(sql`
    delete from merge_proposal where one = any(${texts(ids)}) or other = any(${texts(ids)}) returning one, other`)
  const proposals = (await propose(tx, ids, distinct)).filter(({ systems: pair }) =>
    pair.some((id) => own.has(id)),
  )
  const rows = proposals.map(({ systems: [one, other], reasons }) => ({ one, other, reasons }))
  await tx.execute(sql`
    insert into merge_proposal (one, other, reasons)
    select one, other, array(select jsonb_array_elements_text(reasons))
    from jsonb_to_recordset(${jsonRows(rows)}) as new (one text, other text, reasons jsonb)`)
  return [...gone, ...rows].flatMap(({ one, other }) => [one, other])
}

async function propose(
  tx: Transaction,
  ids: readonly string[],
  distinct: ReadonlySet<string>,
): Promise<MergeProposal[]> {
  const { rows: names } = await tx.execute<{ key: string }>(
    sql`select distinct key from system_name_key where system_id = any(${texts(ids)})`,
  )
  const namesakes = await readNamesakes(
    tx,
    names.map(({ key }) => key),
    MANY_NAMESAKES,
  )
  const { rows } = await tx.execute<{ component: string; name: string; system: string; other: string }>(sql`
    select component, component_name as name, system, other from sharing
    where system = any(${texts(ids)}) or other = any(${texts(ids)})`)
  const sharings = rows.map(
    ({ component, name, system, other }): Sharing => ({ component, componentName: name, system, other }),
  )
  const crowded = crowdedNames(namesakes)
  const involved = [
    ...ids,
    ...namesakes.flatMap(({ key, system }) => (crowded.has(key) ? [] : [system])),
    ...sharings.flatMap(({ system, other }) => [system, other]),
  ]
  return mergeProposals(await readNamed(tx, involved), sharings, distinct, crowded)
}

function crowdedNames(namesakes: readonly Namesake[]): Set<string> {
  const count = new Map<string, number>()
  for (const { key } of namesakes) count.set(key, (count.get(key) ?? 0) + 1)
  return new Set([...count].filter(([, n]) => n >= MANY_NAMESAKES).map(([key]) => key))
}

/** As much of systems as tells their names. */
async function readNamed(db: Queryable, ids: readonly string[]) {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  return db
    .select({
      id: systems.id,
      state: systems.state,
      groupKey: systems.groupKey,
      groupTitle: systems.groupTitle,
      fields: systems.fields,
    })
    .from(systems)
    .where(inArray(systems.id, wanted))
}

async function replaceFlags(tx: Transaction, writer: Writer, ids: readonly string[]): Promise<void> {
  const { rows } = await tx.execute<{ one: string; other: string; reasons: string[] }>(sql`
    select one, other, reasons from merge_proposal
    where one = any(${texts(ids)}) or other = any(${texts(ids)}) order by one collate "C", other collate "C"`)
  const proposals = rows.map(({ one, other, reasons }): MergeProposal => ({ systems: [one, other], reasons }))
  const named = await readNamed(tx, [...ids, ...proposals.flatMap(({ systems: pair }) => pair)])
  const signs = duplicateSigns(named, proposals)
  const present = new Set(named.map(({ id }) => id))
  const flags = ids.flatMap((id): Flag[] => {
    const flag = present.has(id) ? duplicateFlag(id, signs.get(id) ?? []) : null
    return flag ? [flag] : []
  })
  await writer.replace(
    'flag',
    sql`subject_type = 'system' and subject_id = any(${texts(ids)}) and id = 'possible-duplicate'`,
    flags.map(flagRow),
  )
  await flagSystems(tx, writer, ids, new Set(flags.map(({ subject }) => subject.id)))
}

/** Systems carry the flag too, where that is not so already. */
async function flagSystems(
  tx: Transaction,
  writer: Writer,
  ids: readonly string[],
  flagged: ReadonlySet<string>,
): Promise<void> {
  const { rows } = await tx.execute<{
    id: string
    body: AiSystem
    lane: number | null
    seen_at: string | Date | null
  }>(sql`
    select id, body, lane, seen_at from ai_system
    join inventory_history on subject_type = 'system' and subject_id = id and valid_to is null
    where id = any(${texts(ids)})
      and ('possible-duplicate' = any(flags)) <> (id = any(${texts([...flagged])}))`)
  const changed = rows.map(({ id, body, lane, seen_at }): ProjectionRow => {
    const own = { ...body, flags: body.flags.filter((flag) => flag !== 'possible-duplicate') }
    const seenAt = seen_at && new Date(seen_at).toISOString()
    return systemRow(withFlags(own, flagged.has(id) ? ['possible-duplicate'] : []), {
      seenAt,
      lanes: lane === null ? [] : [lane],
    })
  })
  await writer.replace('system', sql`id = any(${texts(changed.map(({ id }) => id))})`, changed)
}
