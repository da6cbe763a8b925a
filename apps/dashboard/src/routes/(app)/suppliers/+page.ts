import { readFilter, yesNo } from '#lib/filters.ts'
import { daysLater, todayOf } from '#lib/retirement.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const sorts = ['-systemCount', 'systemCount', 'name', '-name', 'nextReview', '-nextReview'] as const

/** When a review is due, in days from today. A date in the link would mean something else tomorrow. */
const due: Readonly<Record<string, number>> = { overdue: 0, '30': 31, '90': 91 }

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['search', 'review', 'due', 'country', 'used', 'cursor'])
  const { due: when, used: asksUse, ...rest } = filter
  const used = yesNo(asksUse)
  const days = when === undefined ? undefined : due[when]
  const asked = url.searchParams.get('sort')
  const sort = sorts.find((known) => known === asked) ?? '-systemCount'
  const query = {
    ...rest,
    sort,
    limit: 100,
    ...(used ? { used } : {}),
    ...(days === undefined ? {} : { reviewDueBefore: daysLater(todayOf(Date.now()), days) }),
  }
  return { filter, sort, ...(await soon({ suppliers: watch('/api/v1/suppliers', { query }) })) }
}
