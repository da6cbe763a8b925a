import { type listScanFindings as endpoint, FoundChange, type ScanFinding } from '@ai-census/api'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { isOneOf } from './filters.ts'
import { assertScan } from './list-scan-scopes.ts'
import { afterCursor, allOf, cursorOf, type Order, orderBy, type Page, pageOf } from './pages.ts'

type Query = z.output<typeof endpoint.query>

interface Row extends Record<string, unknown> {
  scope: string
  scope_title: string
  key: string
  change: ScanFinding['change']
  component: string | null
  component_name: string | null
  system: string | null
  system_name: string | null
}

const order: Order = {
  by: sql`scope`,
  type: 'text',
  descending: false,
  id: sql`(change || ' ' || key)`,
}

/** The keys that reports were answered with, each with where it stands in the inventory now. */
export async function listScanFindings(deps: Deps, scan: string, query: Query): Promise<Page<ScanFinding>> {
  const { orm } = deps.database
  await assertScan(orm, scan)
  const kinds = sql.join(
    FoundChange.options.map(
      (kind) => sql`(${sql.raw(`'${kind}'`)}, look.change -> ${sql.raw(`'${kind}Keys'`)})`,
    ),
    sql`, `,
  )
  const found = sql`
    with found as (
      select distinct look.scope_key as scope, look.scope ->> 'title' as scope_title, kind.change, key.value as key
      from look, lateral (values ${kinds}) as kind(change, keys),
        lateral jsonb_array_elements_text(coalesce(kind.keys, '[]')) as key(value)
      where look.scan = ${scan} and look.change is not null
    )`
  const wanted = isOneOf(sql`change`, query.change)
  const [{ rows }, counted] = await Promise.all([
    orm.execute<Row>(sql`
      ${found}, page as (
        select * from found where ${allOf([wanted, afterCursor(order, query.cursor)])}
        order by ${orderBy(order)} limit ${query.limit + 1}
      )
      select page.*, component.id as component, component.name as component_name,
        ai_system.id as system, ai_system.name as system_name
      from page
      left join component_finding on component_finding.scope = page.scope and component_finding.key = page.key
      left join component on component.id = component_finding.component_id
      left join ai_system on ai_system.id = component.system_id
      order by page.scope collate "C", (page.change || ' ' || page.key) collate "C"`),
    orm.execute<{ n: number }>(sql`${found} select count(*)::int as n from found where ${allOf([wanted])}`),
  ])
  return {
    ...pageOf(rows, query.limit, findingOf, (row) => cursorOf(row.scope, `${row.change} ${row.key}`)),
    total: counted.rows[0]?.n ?? 0,
  }
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id })

const findingOf = (row: Row): ScanFinding => ({
  scope: row.scope,
  scopeTitle: row.scope_title,
  key: row.key,
  change: row.change,
  component: named(row.component, row.component_name),
  system: named(row.system, row.system_name),
})
