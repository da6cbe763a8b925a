/** The way from a list to the same list with other filters. */
import { goto } from '$app/navigation'
import { navigating, page } from '$app/state'
import { withFilter } from '../filters.ts'

/**
 * What the address says, or is about to say: what is chosen while an earlier choice is still on its way adds to it,
 * however slow the collector is.
 */
export function wantedSearch(): Pick<URLSearchParams, 'get' | 'toString'> {
  const to = navigating.to?.url
  return to?.pathname === page.url.pathname ? to.searchParams : page.url.searchParams
}

/** The same page with some names of its address changed, in the place of the one before. Undefined: taken out. */
export const refine = (changes: Readonly<Record<string, string | undefined>>): Promise<void> =>
  goto(page.url.pathname + withFilter(wantedSearch(), changes), { replace: true, reset: false })
