import { type Component, gradeRank, type Supplier, SupplierSlug } from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import { sortedUnique } from './ids.ts'
import type { Replay } from './replay.ts'

type Depending = Pick<Component, 'supplier' | 'model' | 'grade' | 'context' | 'attributes'>

/** Whom a component depends on, by their part. */
export interface Dependence {
  /** Who serves it. */
  readonly host: string | null
  /** Who made its model. */
  readonly publisher: string | null
  /** Who stands between (`attributes.gateway`, a slug). */
  readonly gateway: string | null
}

/** Prose and catalogue entries depend on nobody. */
export function dependenceOf(component: Depending): Dependence {
  if (component.context === 'documentation' || gradeRank(component.grade) <= gradeRank('available'))
    return { host: null, publisher: null, gateway: null }
  const gateway = SupplierSlug.safeParse(component.attributes.gateway)
  return {
    host: component.supplier,
    publisher: component.model?.publisher ?? null,
    gateway: gateway.success ? gateway.data : null,
  }
}

/** Whom a component depends on, each once: its host, its model's publisher, its gateway. */
export function suppliersOfComponent(component: Depending): string[] {
  const { host, publisher, gateway } = dependenceOf(component)
  return [...new Set([host, publisher, gateway].filter((slug) => slug !== null))]
}

/** How much of the estate depends on a supplier. */
export interface Dependents {
  readonly systems: number
  readonly components: number
}

/**
 * Rule 11: the register of all suppliers that one of these live components depends on or that people reviewed.
 * Sorted by slug.
 */
export function suppliersOf(
  live: readonly Component[],
  decisions: Replay,
  catalogue: CatalogueFacts,
): Supplier[] {
  const systems = new Map<string, Set<string>>()
  const components = new Map<string, number>()
  for (const component of live) {
    for (const slug of suppliersOfComponent(component)) {
      const known = systems.get(slug)
      if (known) known.add(component.systemId)
      else systems.set(slug, new Set([component.systemId]))
      components.set(slug, (components.get(slug) ?? 0) + 1)
    }
  }
  return sortedUnique([...systems.keys(), ...decisions.suppliers.keys()]).flatMap((slug) => {
    const dependents = { systems: systems.get(slug)?.size ?? 0, components: components.get(slug) ?? 0 }
    return supplierRow(slug, dependents, decisions, catalogue) ?? []
  })
}

/** A row of the register; null where nothing depends on the supplier and nobody reviewed it. */
export function supplierRow(
  slug: string,
  dependents: Dependents,
  decisions: Pick<Replay, 'suppliers'>,
  catalogue: CatalogueFacts,
): Supplier | null {
  const decided = decisions.suppliers.get(slug)
  if (dependents.components === 0 && !decided) return null
  const facts = catalogue.supplier(slug)
  return {
    slug,
    name: facts?.name ?? slug,
    ...(facts?.country && { country: facts.country }),
    ...(facts?.site && { site: facts.site }),
    ...(decided ?? { review: 'unreviewed' }),
    systemCount: dependents.systems,
    componentCount: dependents.components,
  }
}
