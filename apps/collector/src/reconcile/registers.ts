import { models, suppliers, type Transaction } from '@ai-census/db'
import { inArray, sql } from '@ai-census/db/query'
import {
  type CatalogueFacts,
  modelOf,
  modelRow as modelOfUsers,
  type Replay,
  supplierDue,
  supplierFlags,
  supplierRow as supplierOfDependents,
  suppliersOfComponent,
  type World,
} from '@ai-census/inventory'
import type { Component } from '@ai-census/schema'
import type { Change, Writer } from './apply-changes.ts'
import { inBatches, jsonRows, texts } from './batches.ts'
import { keepDues } from './dues.ts'
import { flagRow, modelRow, supplierRow } from './projection-rows.ts'

type Facet = 'supplier-system' | 'model-system' | 'model-host' | 'model-publisher'

/** What changed components add to the registers of suppliers and models, and take away. */
export interface Tallies {
  count(changes: readonly Change[], isLive: (component: Component) => boolean): void
  /** By facet, subject and value. */
  readonly deltas: ReadonlyMap<string, Delta>
}

interface Delta {
  facet: Facet
  subject: string
  value: string
  n: number
}

export function createTallies(): Tallies {
  const deltas = new Map<string, Delta>()
  const add = (facet: Facet, subject: string, value: string, n: number): void => {
    const key = JSON.stringify([facet, subject, value])
    const known = deltas.get(key)
    if (known) known.n += n
    else deltas.set(key, { facet, subject, value, n })
  }
  const addComponent = (component: Component, n: number): void => {
    for (const slug of suppliersOfComponent(component)) add('supplier-system', slug, component.systemId, n)
    const model = modelOf(component)
    if (model === null) return
    add('model-system', model, component.systemId, n)
    if (component.supplier !== null) add('model-host', model, component.supplier, n)
    if (component.model?.publisher !== undefined) add('model-publisher', model, component.model.publisher, n)
  }
  return {
    deltas,
    count(changes, isLive) {
      for (const { before, after, wasLive } of changes) {
        // The bodies of components are what reconcile made.
        if (before !== null && wasLive) addComponent(before as Component, -1)
        if (after !== null && isLive(after as Component)) addComponent(after as Component, 1)
      }
    },
  }
}

/** How much came or went, of components and of different values. */
interface Moved {
  components: number
  values: number
}

/** Brings the registers up to date: the suppliers and models that the tallies speak of, and the suppliers named besides. */
export async function updateRegisters(
  tx: Transaction,
  writer: Writer,
  { deltas }: Tallies,
  more: { suppliers: readonly string[]; models: readonly string[] },
  world: World,
  decisions: Replay,
): Promise<void> {
  const moved = await addUp(
    tx,
    [...deltas.values()].filter(({ n }) => n !== 0),
  )
  const slugs = [...new Set([...moved['supplier-system'].keys(), ...more.suppliers])].sort()
  const ids = new Set([...moved['model-system'].keys(), ...more.models])
  for (const facet of ['model-host', 'model-publisher'] as const)
    for (const id of moved[facet].keys()) ids.add(id)
  await inBatches(slugs, (batch) =>
    updateSuppliers(tx, writer, batch, moved['supplier-system'], world, decisions),
  )
  await inBatches([...ids].sort(), (batch) =>
    updateModels(tx, writer, batch, moved['model-system'], world.catalogue),
  )
}

async function addUp(tx: Transaction, deltas: readonly Delta[]): Promise<Record<Facet, Map<string, Moved>>> {
  const moved: Record<Facet, Map<string, Moved>> = {
    'supplier-system': new Map(),
    'model-system': new Map(),
    'model-host': new Map(),
    'model-publisher': new Map(),
  }
  await inBatches(deltas, async (batch) => {
    const { rows } = await tx.execute<{
      facet: Facet
      subject: string
      value: string
      components: number
    }>(sql`
      insert into tally (facet, subject, value, components)
      select facet, subject, value, n
      from jsonb_to_recordset(${jsonRows(batch)}) as new (facet text, subject text, value text, n int)
      on conflict (facet, subject, value) do update set components = tally.components + excluded.components
      returning facet, subject, value, components`)
    const now = new Map(
      rows.map((row) => [JSON.stringify([row.facet, row.subject, row.value]), row.components]),
    )
    for (const { facet, subject, value, n } of batch) {
      const after = now.get(JSON.stringify([facet, subject, value])) ?? 0
      const known = moved[facet].get(subject) ?? { components: 0, values: 0 }
      known.components += n
      known.values += Number(after > 0) - Number(after - n > 0)
      moved[facet].set(subject, known)
    }
    await tx.execute(sql`
      delete from tally using jsonb_to_recordset(${jsonRows(batch)}) as new (facet text, subject text, value text)
      where tally.facet = new.facet and tally.subject = new.subject and tally.value = new.value
        and tally.components = 0`)
  })
  return moved
}

const NOTHING: Moved = { components: 0, values: 0 }

async function updateSuppliers(
  tx: Transaction,
  writer: Writer,
  slugs: readonly string[],
  moved: ReadonlyMap<string, Moved>,
  world: World,
  decisions: Replay,
): Promise<void> {
  const kept = await tx
    .select()
    .from(suppliers)
    .where(inArray(suppliers.slug, [...slugs]))
  const before = new Map(kept.map((row) => [row.slug, row]))
  const rows = slugs.flatMap((slug) => {
    const { components, values } = moved.get(slug) ?? NOTHING
    const dependents = {
      systems: (before.get(slug)?.systemCount ?? 0) + values,
      components: (before.get(slug)?.componentCount ?? 0) + components,
    }
    return supplierOfDependents(slug, dependents, decisions, world.catalogue) ?? []
  })
  const flags = rows.flatMap((supplier) => supplierFlags(supplier, world))
  await writer.replace('supplier', sql`slug = any(${texts(slugs)})`, rows.map(supplierRow))
  await writer.replace(
    'flag',
    sql`subject_type = 'supplier' and subject_id = any(${texts(slugs)})`,
    flags.map(flagRow),
  )
  const dues = rows.flatMap((supplier): [string, string][] => {
    const at = supplierDue(supplier, world)
    return at === null ? [] : [[supplier.slug, at]]
  })
  await keepDues(tx, 'supplier', slugs, new Map(dues))
}

async function updateModels(
  tx: Transaction,
  writer: Writer,
  ids: readonly string[],
  moved: ReadonlyMap<string, Moved>,
  catalogue: CatalogueFacts,
): Promise<void> {
  const kept = await tx
    .select()
    .from(models)
    .where(inArray(models.id, [...ids]))
  const before = new Map(kept.map((row) => [row.id, row]))
  const said = await readSaid(tx, ids)
  const rows = ids.flatMap((id) => {
    const { components, values } = moved.get(id) ?? NOTHING
    const users = {
      systems: (before.get(id)?.systemCount ?? 0) + values,
      components: (before.get(id)?.componentCount ?? 0) + components,
      hosts: said.get(`model-host ${id}`) ?? [],
      publishers: said.get(`model-publisher ${id}`) ?? [],
    }
    return users.components > 0 ? [modelOfUsers(id, users, catalogue)] : []
  })
  await writer.replace('model', sql`id = any(${texts(ids)})`, rows.map(modelRow))
}

async function readSaid(tx: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await tx.execute<{ name: string; values: string[] }>(sql`
    select facet || ' ' || subject as name, array_agg(value) as values from tally
    where facet in ('model-host', 'model-publisher') and subject = any(${texts(ids)})
    group by facet, subject`)
  return new Map(rows.map(({ name, values }) => [name, values]))
}
