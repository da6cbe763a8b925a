import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import {
  type Affected,
  isLiveComponent,
  type Patch,
  refOf,
  type World,
  withFlags,
} from '@ai-census/inventory'
import type { AiSystem, Component } from '@ai-census/schema'
import { rowsOf } from '../sql-rows.ts'
import type { Change, Writer } from './apply-changes.ts'
import { inBatches, jsonRows, texts } from './batches.ts'
import { keepDues } from './dues.ts'
import type { Likeness } from './duplicates.ts'
import { componentRow, flagRow, relationshipRow, type Sight, systemRow } from './projection-rows.ts'
import type { Tallies } from './registers.ts'
import { keepLanes, readSights } from './sightings.ts'

/** What is known only once all patches of a run are in. */
export interface Gathered {
  tallies: Tallies
  likeness: Likeness
}

const UNSEEN: Sight = { seenAt: null, lanes: [] }

/** Writes the rows of an affected part in place of those that stood for it. */
export async function applyPatch(
  tx: Transaction,
  writer: Writer,
  patch: Patch,
  { findings }: Affected,
  world: World,
  { tallies, likeness }: Gathered,
): Promise<void> {
  const replaced = [...patch.replaced].sort()
  const stale = await readStale(tx, [...patch.core])
  const ids = [...new Set([...stale, ...patch.components.map(({ id }) => id)])].sort()
  const systems = await withLikeness(tx, patch.systems)
  const sights = await readSights(tx, findings, patch.components, systems)
  const isLive = (component: Component): boolean => isLiveComponent(component, world)

  const components = patch.components.map((one) =>
    componentRow(one, sights.get(one.id) ?? UNSEEN, isLive(one)),
  )
  const changes = await writer.replace('component', sql`id = any(${texts(ids)})`, components)
  await linkFindings(tx, changes)
  await keepLanes(tx, 'component', ids, components)
  tallies.count(changes, isLive)

  const rows = systems.map((one) => systemRow(one, sights.get(one.id) ?? UNSEEN))
  await writer.replace('system', sql`id = any(${texts(replaced)})`, rows)
  await keepLanes(tx, 'system', replaced, rows)
  await writer.replace(
    'relationship',
    sql`"from" = any(${texts(ids)}) or "to" = any(${texts(ids)})`,
    patch.relationships.map(relationshipRow),
  )
  await writer.replace(
    'flag',
    sql`subject_type = 'system' and subject_id = any(${texts(replaced)}) and id <> 'possible-duplicate'`,
    patch.flags.map(flagRow),
  )
  await keepDues(tx, 'system', replaced, patch.dues)
  await likeness.note(tx, { replaced, systems, components: ids, sharings: patch.sharings })
}

/** Components that speak of these findings until now. */
async function readStale(tx: Transaction, addresses: readonly string[]): Promise<string[]> {
  const ids = new Set<string>()
  await inBatches(addresses.map(refOf), async (batch) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select distinct component_id as id from component_finding
      join jsonb_to_recordset(${jsonRows(batch)}) as ref (scope text, key text) using (scope, key)`)
    for (const { id } of rows) ids.add(id)
  })
  return [...ids]
}

/** Whether a system may be the same as another is told when all are known: until then that flag stays as it was. */
async function withLikeness(tx: Transaction, systems: readonly AiSystem[]): Promise<AiSystem[]> {
  const flagged = new Set<string>()
  await inBatches(
    systems.map(({ id }) => id),
    async (batch) => {
      const { rows } = await tx.execute<{ id: string }>(sql`
        select id from ai_system where id = any(${texts(batch)}) and 'possible-duplicate' = any(flags)`)
      for (const { id } of rows) flagged.add(id)
    },
  )
  return systems.map((system) =>
    flagged.has(system.id) ? withFlags(system, ['possible-duplicate']) : system,
  )
}

async function linkFindings(tx: Transaction, changes: readonly Change[]): Promise<void> {
  await inBatches(
    changes.map(({ id }) => id),
    (batch) => tx.execute(sql`delete from component_finding where component_id = any(${texts(batch)})`),
  )
  const refs = changes.flatMap(({ id, after }) =>
    // The body of a component is what reconcile made.
    after === null ? [] : (after as Component).findings.map((ref) => ({ ...ref, id })),
  )
  await inBatches(refs, (batch) =>
    tx.execute(sql`
      insert into component_finding (scope, key, component_id)
      select scope, key, id
      from ${rowsOf({
        key: batch.map(({ key }) => key),
        scope: batch.map(({ scope }) => scope),
        id: batch.map(({ id }) => id),
      })} as new
      on conflict (scope, key) do update set component_id = excluded.component_id`),
  )
}
