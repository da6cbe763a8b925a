import { redirect } from '@sveltejs/kit'
import { readFilter, withFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import { watchSuppliers } from '#lib/state/supplier-register.ts'
import type { PageLoad } from './$types'
import { keptColumns, readColumns, usual } from './columns.ts'
import { filterNames, sortOf, systemQuery } from './query.ts'

/** A screen and a bit, so that a filter is drawn at once; more comes as it is scrolled. */
const PAGE = 30

export const load: PageLoad = async ({ url }) => {
  const asked = url.searchParams.get('columns')
  const kept = keptColumns()
  // The address says which columns, so that whoever is given the link sees the same table.
  if (asked === null && kept) redirect(307, `/systems${withFilter(url.searchParams, { columns: kept })}`)
  const filter = readFilter(url.searchParams, filterNames)
  const sort = sortOf(url.searchParams.get('sort'))
  const query = { ...systemQuery(filter, Date.now()), sort, limit: PAGE }
  return {
    filter,
    sort,
    query,
    columns: readColumns(asked) ?? usual,
    ...(await soon({
      systems: watch('/api/v1/systems', { query }),
      suppliers: watchSuppliers(),
      settings: watch('/api/v1/settings', {}),
      sources: watch('/api/v1/sources', {}),
    })),
  }
}
