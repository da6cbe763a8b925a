import { type Component, gradeRank, type Supplier, SupplierSlug } from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import { sortedUnique } from './ids.ts'
import type { Replay } from './replay.ts'

/**
 * Whom a component depends on: who serves it, who published its model, which gateway stands between
 * (`attributes.gateway`, a slug). Prose and catalogue entries depend on nobody.
 */
export function suppliersOfComponent(component: Omit<Component, 'systemId'>): string[] {
  if (component.context === 'documentation' || gradeRank(component.grade) <= gradeRank('available')) return []
  const gateway = SupplierSlug.safeParse(component.attributes.gateway)
  const all = [component.supplier, component.model?.publisher, gateway.success ? gateway.data : null]
  return all.filter((slug) => slug !== null && slug !== undefined)
}

interface Dependents {
  readonly systems: Set<string>
  components: number
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
  const dependents = new Map<string, Dependents>()
  for (const component of live) {
    for (const slug of new Set(suppliersOfComponent(component))) {
      const known = dependents.get(slug) ?? { systems: new Set(), components: 0 }
      known.systems.add(component.systemId)
      known.components += 1
      dependents.set(slug, known)
    }
  }
  return sortedUnique([...dependents.keys(), ...decisions.suppliers.keys()]).map((slug) =>
    supplierRow(slug, dependents.get(slug), decisions, catalogue),
  )
}

function supplierRow(
  slug: string,
  dependents: Dependents | undefined,
  decisions: Replay,
  catalogue: CatalogueFacts,
): Supplier {
  const facts = catalogue.supplier(slug)
  const decided = decisions.suppliers.get(slug)
  return {
    slug,
    name: facts?.name ?? slug,
    ...(facts?.country && { country: facts.country }),
    ...(facts?.site && { site: facts.site }),
    ...(decided ?? { review: 'unreviewed' }),
    systemCount: dependents?.systems.size ?? 0,
    componentCount: dependents?.components ?? 0,
  }
}
