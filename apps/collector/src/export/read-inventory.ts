import { components, flags, models, relationships, suppliers, systems } from '@ai-census/db'
import { readRows, sql } from '@ai-census/db/query'
import { flagRules } from '@ai-census/inventory'
import type { Inventory } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import * as shown from '../inventory/shown.ts'

type Column = Parameters<typeof sql>[1]

/** By code points, as the core sorts. */
const inOrder = (...columns: Column[]) =>
  sql.join(
    columns.map((column) => sql`${column} collate "C"`),
    sql`, `,
  )

const flagOrder = sql`array_position(${sql.param(Object.keys(flagRules))}::text[], ${flags.id})`

/** The whole inventory as it stands, from one snapshot of the database, in the order in which the core gives it. */
export async function readInventory(deps: Deps): Promise<Inventory> {
  return deps.database.orm.transaction(
    async (tx) => {
      const edges = relationships
      const rows = {
        systems: await readRows(tx, shown.systemRows, sql`order by ${inOrder(systems.id)}`),
        components: await readRows(tx, shown.componentRows, sql`order by ${inOrder(components.id)}`),
        suppliers: await tx.select().from(suppliers).orderBy(inOrder(suppliers.slug)),
        models: await tx.select().from(models).orderBy(inOrder(models.id, models.publisher)),
        edges: await tx
          .select()
          .from(edges)
          .orderBy(inOrder(edges.from, edges.type, edges.to)),
        flags: await tx.select().from(flags).orderBy(inOrder(flags.subjectType, flags.subjectId), flagOrder),
      }
      return {
        systems: rows.systems.map(shown.systemOf),
        components: rows.components.map(shown.componentOf),
        suppliers: rows.suppliers.map(shown.supplierOf),
        models: rows.models.map(shown.modelOf),
        relationships: rows.edges.map(shown.relationshipOf),
        flags: rows.flags.map(shown.flagOf),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
