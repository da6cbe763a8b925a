import type { Queryable } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { dependenceOf, modelOf } from '@ai-census/inventory'
import type { Component } from '@ai-census/schema'

/** What live components of one system say alike of what they depend on. */
export interface Way {
  system: string
  model: string | null
  /** Slugs of suppliers. */
  gateway: string | null
  host: string | null
  publisher: string | null
  components: number
}

type Said = Pick<Component, 'supplier' | 'grade' | 'context'> & {
  system: string
  model: Component['model'] | null
  gateway: string | null
  components: number
}

/** What more systems say than this is not told apart any more. */
const MOST_SAID = 20_000

/** The ways of these systems, system by system in the order given, those of most components first. */
export async function readWays(db: Queryable, systems: readonly string[]): Promise<Way[]> {
  if (systems.length === 0) return []
  const ids = sql`${sql.param([...systems])}::text[]`
  const { rows } = await db.execute<Said & Record<string, unknown>>(sql`
    select system_id as system, supplier, grade, context, model, attributes ->> 'gateway' as gateway,
      count(*)::int as components
    from component where live and system_id = any(${ids}) and grade <> 'available'
    group by system_id, supplier, grade, context, model, attributes ->> 'gateway'
    order by array_position(${ids}, system_id), components desc, supplier collate "C", model::text collate "C",
      grade, context, (attributes ->> 'gateway') collate "C"
    limit ${MOST_SAID}`)
  return withoutClients(together(rows.map(wayOf)))
}

function wayOf({ system, components, gateway, model, ...said }: Said): Way {
  const component = { ...said, attributes: { gateway }, ...(model === null ? {} : { model }) }
  return { system, model: modelOf(component), ...dependenceOf(component), components }
}

/** Each way once. What depends on nothing is none. */
function together(ways: readonly Way[]): Way[] {
  const all = new Map<string, Way>()
  for (const way of ways) {
    if (stepsOf(way).length === 0) continue
    const key = JSON.stringify([way.system, ...stepsOf(way, true)])
    const known = all.get(key)
    if (known) known.components += way.components
    else all.set(key, { ...way })
  }
  return [...all.values()]
}

const stepsOf = ({ model, gateway, host, publisher }: Way, whole = false): (string | null)[] =>
  [model, gateway, host, publisher].filter((step) => whole || step !== null)

/** Who uses a model at a host has the host's client too: that is no way of its own. */
function withoutClients(ways: readonly Way[]): Way[] {
  const hosts = new Set(
    ways.flatMap(({ system, model, host }) => (model === null ? [] : [`${system} ${host}`])),
  )
  return ways.filter(({ system, model, host }) => model !== null || !hosts.has(`${system} ${host}`))
}
