import { components, flags, models, relationships, suppliers, systems } from '@ai-census/db'
import { asc } from '@ai-census/db/query'
import type { Inventory } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import * as shown from '../inventory/shown.ts'

/** The whole inventory as it stands, from one snapshot of the database. */
export async function readInventory(deps: Deps): Promise<Inventory> {
  return deps.database.orm.transaction(
    async (tx) => ({
      systems: (await tx.select().from(systems).orderBy(asc(systems.id))).map(shown.systemOf),
      components: (await tx.select().from(components).orderBy(asc(components.id))).map(shown.componentOf),
      suppliers: (await tx.select().from(suppliers).orderBy(asc(suppliers.slug))).map(shown.supplierOf),
      models: (await tx.select().from(models).orderBy(asc(models.rowKey))).map(shown.modelOf),
      relationships: (
        await tx
          .select()
          .from(relationships)
          .orderBy(asc(relationships.from), asc(relationships.type), asc(relationships.to))
      ).map(shown.relationshipOf),
      flags: (
        await tx.select().from(flags).orderBy(asc(flags.subjectType), asc(flags.subjectId), asc(flags.id))
      ).map(shown.flagOf),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
