import { ComponentQuery, type ModelDetail, type ModelRow, SystemQuery } from '@ai-census/api'
import { models } from '@ai-census/db'
import { and, asc, eq, ne, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { listComponents } from './list-components.ts'
import { listSystems } from './list-systems.ts'
import { modelRowOf } from './shown.ts'

/** So many models of the same publisher are looked at for other versions. */
const MOST_SIBLINGS = 500

const DAY_MS = 24 * 60 * 60_000

export async function getModel(deps: Deps, id: string, limit: number): Promise<ModelDetail> {
  const [row] = await deps.database.orm.select().from(models).where(eq(models.id, id)).orderBy(models.rowKey)
  if (!row) throw new HttpProblem(404, 'No such model.')
  const model = modelRowOf(deps, row)
  const first = { model: id, sort: 'name' as const, limit }
  return {
    model,
    versions: await versionsOf(deps, model),
    hosts: await hostsOf(deps, id),
    retirement: retirementOf(model.retiresOn, deps.now()),
    systems: await listSystems(deps, SystemQuery.parse(first)),
    components: await listComponents(deps, ComponentQuery.parse(first)),
  }
}

/** Of one publisher few models are in use, so its families are told apart here and not in the database. */
async function versionsOf(deps: Deps, model: ModelRow): Promise<ModelRow[]> {
  if (model.family === null || model.publisher === null) return []
  const { orm } = deps.database
  const siblings = await orm
    .select()
    .from(models)
    .where(and(eq(models.publisher, model.publisher), ne(models.id, model.id)))
    .orderBy(asc(models.id))
    .limit(MOST_SIBLINGS)
  return siblings.map((row) => modelRowOf(deps, row)).filter(({ family }) => family === model.family)
}

async function hostsOf(deps: Deps, id: string): Promise<ModelDetail['hosts']> {
  const { rows } = await deps.database.orm.execute<ModelDetail['hosts'][number]>(sql`
    select host.slug, coalesce(supplier.name, host.slug) as name, coalesce((
      select components from tally where facet = 'model-host' and subject = ${id} and value = host.slug
    ), 0) as components
    from (select distinct unnest(hosts) as slug from model where id = ${id}) as host
    left join supplier on supplier.slug = host.slug
    order by host.slug collate "C"`)
  return rows
}

function retirementOf(on: string | undefined, now: Date): ModelDetail['retirement'] {
  if (on === undefined) return null
  const today = Date.parse(now.toISOString().slice(0, 10))
  return { on, days: Math.round((Date.parse(on) - today) / DAY_MS) }
}
