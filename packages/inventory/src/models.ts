import { type Component, gradeRank, type Model } from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import { compareText, sortedUnique } from './ids.ts'

/** A model's id in the one spelling of the register. Null where the component names none, or merely offers it. */
export const modelOf = ({ model, grade }: Pick<Component, 'model' | 'grade'>): string | null =>
  model && gradeRank(grade) > gradeRank('available') ? model.id.toLowerCase() : null

/** Every model that one of these live components uses, serves or calls. Sorted by id. */
export function modelsOf(live: readonly Component[], catalogue: CatalogueFacts): Model[] {
  const byId = new Map<string, Component[]>()
  for (const one of live) {
    const id = modelOf(one)
    if (id === null) continue
    const same = byId.get(id)
    if (same) same.push(one)
    else byId.set(id, [one])
  }
  return [...byId].sort(([a], [b]) => compareText(a, b)).map(([id, same]) => rowOf(id, same, catalogue))
}

function rowOf(id: string, components: readonly Component[], catalogue: CatalogueFacts): Model {
  const users = {
    systems: new Set(components.map((c) => c.systemId)).size,
    components: components.length,
    hosts: components.flatMap((c) => c.supplier ?? []),
    publishers: components.flatMap((c) => c.model?.publisher ?? []),
  }
  return modelRow(id, users, catalogue)
}

/** What the live components that use a model say of it; hosts and publishers in any order, any often. */
export interface ModelUsers {
  readonly systems: number
  readonly components: number
  readonly hosts: readonly string[]
  readonly publishers: readonly string[]
}

/** A row of the register of models. What the publisher's catalogue says outranks what components state. */
export function modelRow(id: string, users: ModelUsers, catalogue: CatalogueFacts): Model {
  const retiresOn = catalogue.retiresOn(id)
  return {
    id,
    publisher: catalogue.publisher(id) ?? sortedUnique(users.publishers)[0] ?? null,
    hosts: sortedUnique(users.hosts),
    systemCount: users.systems,
    componentCount: users.components,
    ...(retiresOn && { retiresOn }),
  }
}
