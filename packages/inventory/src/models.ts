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
  return [...byId].sort(([a], [b]) => compareText(a, b)).map(([id, same]) => modelRow(id, same, catalogue))
}

function modelRow(id: string, components: readonly Component[], catalogue: CatalogueFacts): Model {
  const stated = sortedUnique(components.flatMap((c) => c.model?.publisher ?? []))
  const retiresOn = catalogue.retiresOn(id)
  return {
    id,
    publisher: catalogue.publisher(id) ?? stated[0] ?? null,
    hosts: sortedUnique(components.flatMap((c) => c.supplier ?? [])),
    systems: sortedUnique(components.map((c) => c.systemId)),
    componentCount: components.length,
    ...(retiresOn && { retiresOn }),
  }
}
