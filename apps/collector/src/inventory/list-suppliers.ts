import type { listSuppliers as endpoint, getSupplier as getEndpoint } from '@ai-census/api'
import { flags, suppliers, systems } from '@ai-census/db'
import { and, asc, eq, sql } from '@ai-census/db/query'
import type { Supplier } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { afterCursor, allOf, contains, cursorOf, orderBy, type Page, pageOf } from './pages.ts'
import { flagOf, selectSystems, supplierOf, systemRowOf } from './shown.ts'

type Query = z.output<typeof endpoint.query>

export async function listSuppliers(deps: Deps, query: Query): Promise<Page<Supplier>> {
  const byName = query.sort.endsWith('name')
  const order = {
    by: byName ? sql`${suppliers.sortName}` : sql`${suppliers.systemCount}`,
    type: byName ? ('text' as const) : ('int' as const),
    descending: query.sort.startsWith('-'),
    id: sql`${suppliers.slug}`,
  }
  const where = allOf([
    sql`true`,
    query.search ? contains(sql`lower(${suppliers.name})`, query.search) : undefined,
  ])
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(suppliers)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(suppliers, where)
  const cursor = (row: (typeof rows)[number]) => cursorOf(byName ? row.sortName : row.systemCount, row.slug)
  return { ...pageOf(rows, query.limit, supplierOf, cursor), total }
}

export async function getSupplier(deps: Deps, slug: string): Promise<z.input<typeof getEndpoint.response>> {
  const { orm } = deps.database
  const [row] = await orm.select().from(suppliers).where(eq(suppliers.slug, slug))
  if (!row) throw new HttpProblem(404, 'No such supplier.')
  const dependents = await selectSystems(orm)
    .where(sql`${systems.suppliers} @> array[${slug}]::text[]`)
    .orderBy(asc(systems.sortName), asc(systems.id))
  const raised = await orm
    .select()
    .from(flags)
    .where(and(eq(flags.subjectType, 'supplier'), eq(flags.subjectId, slug)))
  return { supplier: supplierOf(row), systems: dependents.map(systemRowOf), flags: raised.map(flagOf) }
}
