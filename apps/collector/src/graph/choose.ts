import type { GraphColumn } from '@ai-census/api'
import type { Way } from './read-ways.ts'

/** What there is room for. */
export interface Chosen {
  ways: Way[]
  systems: ReadonlySet<string>
  models: ReadonlySet<string>
  suppliers: ReadonlySet<string>
  /** Ways of these systems for which there was no room. */
  leftOut: number
}

/** The nodes of a way, left to right. */
export const stepsOf = (way: Way): { column: GraphColumn; subject: string }[] =>
  (['system', 'model', 'gateway', 'host', 'publisher'] as const).flatMap((column) => {
    const subject = way[column]
    return subject === null ? [] : [{ column, subject }]
  })

export const nodeId = (column: GraphColumn, subject: string): string => `${column} ${subject}`

/**
 * System by system in the order given, until a system has no room for its first way. Systems whose later ways need more
 * nodes than are left are drawn with the others.
 */
export function choose(ways: readonly Way[], limit: number): Chosen {
  const nodes = new Set<string>()
  const systems = new Set<string>()
  const chosen: Way[] = []
  let leftOut = 0
  let isFull = false
  for (const way of ways) {
    const isKnown = systems.has(way.system)
    if (isFull && !isKnown) continue
    const ids = stepsOf(way).map(({ column, subject }) => nodeId(column, subject))
    const added = ids.filter((id) => !nodes.has(id))
    if (nodes.size + added.length > limit) {
      if (isKnown) leftOut++
      else isFull = true
      continue
    }
    for (const id of added) nodes.add(id)
    systems.add(way.system)
    chosen.push(way)
  }
  return {
    ways: chosen,
    systems,
    leftOut,
    models: new Set(chosen.flatMap(({ model }) => model ?? [])),
    suppliers: new Set(
      chosen.flatMap(({ gateway, host, publisher }) => [gateway, host, publisher].filter(isSaid)),
    ),
  }
}

const isSaid = (slug: string | null): slug is string => slug !== null
