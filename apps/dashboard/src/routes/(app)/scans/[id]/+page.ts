import { readFilter } from '#lib/filters.ts'
import { type Change, changes } from '#lib/scans.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { CoverageStatus } from '#lib/types.ts'
import { coverageWords } from '#lib/words.ts'
import type { PageLoad } from './$types'

const isStatus = (text: string | undefined): text is CoverageStatus =>
  text !== undefined && text in coverageWords
const isChange = (text: string | undefined): text is Change => changes.some((change) => change === text)

export const load: PageLoad = async ({ params: { id }, url }) => {
  const asked = readFilter(url.searchParams, ['status', 'change', 'cursor', 'more'])
  const filter = {
    status: isStatus(asked.status) ? asked.status : undefined,
    change: isChange(asked.change) ? asked.change : undefined,
  }
  const params = { scan: id }
  return {
    id,
    filter,
    ...(await soon({
      scan: watch('/api/v1/scans/{scan}', { params }),
      scopes: watch('/api/v1/scans/{scan}/scopes', {
        params,
        query: { ...only('status', filter.status), ...only('cursor', asked.cursor), limit: 100 },
      }),
      found: watch('/api/v1/scans/{scan}/changes', {
        params,
        query: { ...only('change', filter.change), ...only('cursor', asked.more), limit: 50 },
      }),
    })),
  }
}

const only = <N extends string, T>(name: N, value: T | undefined): Partial<Record<N, T>> =>
  value === undefined ? {} : ({ [name]: value } as Record<N, T>) // the one key is the name
