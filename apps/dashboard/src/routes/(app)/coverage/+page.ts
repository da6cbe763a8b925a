import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'
import { type Filter, filterOf, isList } from './places.ts'

/** An account of a cloud has some hundred scopes: they are shown as one matrix. */
const MOST_IN_MATRIX = 500

export const load: PageLoad = async ({ url }) => {
  const filter = filterOf(url.searchParams)
  const permissions = watch('/api/v1/coverage/permissions', { query: placeIn(filter) })
  const sources = watch('/api/v1/coverage/groups', { query: { limit: 500 } })
  const chosen = url.searchParams.get('scope')
  const base = { filter, chosen, ...(await soon({ permissions, sources })) }
  if (isList(url.searchParams)) {
    const query = { ...filter, ...flagsOf(filter), limit: 100 } as Query // what a stranger writes, the server refuses
    return {
      ...base,
      view: 'list' as const,
      ...(await soon({ scopes: watch('/api/v1/coverage', { query }) })),
    }
  }
  if (!filter.source) return { ...base, view: 'sources' as const, groups: sources }
  return { ...base, view: 'parts' as const, ...(await descend(filter)) }
}

type Query = NonNullable<Parameters<typeof watch<'/api/v1/coverage'>>[1]['query']>

const placeIn = ({ source, scanner, under }: Filter) => ({
  ...(source ? { source } : {}),
  ...(scanner ? { scanner } : {}),
  ...(under ? { under } : {}),
})

const flagsOf = ({ stale, held, hasUnknowns }: Filter) => ({ stale, held, hasUnknowns })

/** Goes down while there is one way only, so that nobody clicks through `github.com`. */
async function descend(filter: Filter) {
  for (let under = filter.under; ; ) {
    const place = placeIn({ ...filter, under })
    const cursor = filter.cursor && under === filter.under ? { cursor: filter.cursor } : {}
    const { groups } = await soon({
      groups: watch('/api/v1/coverage/groups', { query: { ...place, ...cursor, by: 'part', limit: 200 } }),
    })
    const [only, ...others] = groups.data?.rows ?? []
    if (only?.under && !only.single && others.length === 0 && only.under !== under && !groups.data?.next) {
      under = only.under
      continue
    }
    const few = (groups.data?.all.scopes ?? 0) <= MOST_IN_MATRIX
    if (!under || !few) return { under, groups, scopes: undefined }
    const scopes = watch('/api/v1/coverage', { query: { ...place, limit: MOST_IN_MATRIX } })
    return { under, groups, ...(await soon({ scopes })) }
  }
}
