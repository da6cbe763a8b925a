import { type Graph, type GraphQuery, SystemQuery, type SystemRow } from '@ai-census/api'
import { models, suppliers, systems } from '@ai-census/db'
import { inArray, readRows, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { listSystems } from '../inventory/list-systems.ts'
import type { Page } from '../inventory/pages.ts'
import { systemRowOf, systemRows } from '../inventory/shown.ts'
import { type Chosen, choose } from './choose.ts'
import { draw, type Known } from './draw.ts'
import { readWays, type Way } from './read-ways.ts'

type Query = z.output<typeof GraphQuery>

/** The most consequential systems that there is room for, with all that they depend on. */
export async function getGraph(deps: Deps, query: Query): Promise<Graph> {
  const found = await readSystems(deps, query)
  const all = await readWays(
    deps.database.orm,
    found.rows.map(({ id }) => id),
  )
  const chosen = choose(all.filter(passes(query)), query.limit)
  const depending = new Set(all.map(({ system }) => system))
  return {
    ...draw(chosen.ways, await readKnown(deps, found.rows, chosen)),
    systems: {
      drawn: chosen.systems.size,
      total: found.total ?? found.rows.length,
      capped: found.capped ?? false,
    },
    waysLeftOut: chosen.leftOut,
    independent: found.rows.filter(({ id }) => !depending.has(id)).length,
  }
}

async function readSystems(deps: Deps, query: Query): Promise<Page<SystemRow>> {
  const { system, supplier, model, limit } = query
  if (system === undefined) {
    const wanted = SystemQuery.parse({ live: 'true', supplier, model })
    return listSystems(deps, { ...wanted, limit })
  }
  const rows = (await readRows(deps.database.orm, systemRows, sql`where ${systems.id} = ${system}`)).map(
    systemRowOf,
  )
  const isMeant = (row: SystemRow) =>
    row.live &&
    (supplier === undefined || row.suppliers.includes(supplier)) &&
    (model === undefined || row.models.includes(model))
  const meant = rows.filter(isMeant)
  return { rows: meant, next: null, total: meant.length }
}

const passes =
  ({ supplier, model }: Query) =>
  (way: Way): boolean =>
    (supplier === undefined || [way.gateway, way.host, way.publisher].includes(supplier)) &&
    (model === undefined || way.model === model)

async function readKnown(deps: Deps, found: readonly SystemRow[], chosen: Chosen): Promise<Known> {
  const { orm } = deps.database
  const [named, ending] = await Promise.all([
    orm
      .select({ slug: suppliers.slug, name: suppliers.name, review: suppliers.review })
      .from(suppliers)
      .where(inArray(suppliers.slug, [...chosen.suppliers])),
    orm
      .select({ id: models.id, retiresOn: models.retiresOn })
      .from(models)
      .where(inArray(models.id, [...chosen.models])),
  ])
  return {
    systems: new Map(found.map((row) => [row.id, row])),
    suppliers: new Map(named.map((row) => [row.slug, row])),
    retirements: new Map(
      ending.flatMap(({ id, retiresOn }) => (retiresOn === null ? [] : [[id, retiresOn]])),
    ),
  }
}
