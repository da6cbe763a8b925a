import { readFilter } from '#lib/filters.ts'
import { daysBefore, readInstant } from '#lib/instants.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const types: ReadonlySet<string> = new Set([
  'system',
  'component',
  'supplier',
  'model',
  'relationship',
  'flag',
])
const kinds: ReadonlySet<string> = new Set(['added', 'removed', 'changed'])

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['type', 'change', 'cursor'])
  const now = new Date().toISOString()
  const said = {
    from: readInstant(url.searchParams.get('from')),
    to: readInstant(url.searchParams.get('to')),
  }
  const to = said.to ?? now
  const from = said.from ?? daysBefore(to, 7)
  // Two moments in the wrong order are the same stretch of time.
  const [first = from, last = to] = [from, to].sort()
  // What a stranger writes there is left out.
  const known = (list: string | undefined, of: ReadonlySet<string>) =>
    list
      ?.split(',')
      .filter((one) => of.has(one))
      .join(',')
  const query = {
    from: first,
    to: last,
    limit: 100,
    ...(filter.cursor ? { cursor: filter.cursor } : {}),
    type: known(filter.type, types) || 'system',
    change: known(filter.change, kinds) || undefined,
  }
  return {
    filter,
    from: query.from,
    to: query.to,
    open: said.to === null,
    type: query.type,
    ...(await soon({ difference: watch('/api/v1/inventory/diff', { query }) })),
  }
}
