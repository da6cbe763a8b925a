import { call } from './api.ts'
import type { SystemDetail } from './types.ts'

/** A decision names as many findings at most, and each component has one. */
const MOST = 10_000

/** All components of a system, of which its detail shows the first. */
export async function allComponents({
  system,
  components,
  counts,
}: SystemDetail): Promise<SystemDetail['components']> {
  if (counts.components <= components.length) return components
  const all: SystemDetail['components'] = []
  for (let cursor: string | null | undefined; cursor !== null && all.length < MOST; ) {
    const page = await call('get', '/api/v1/components', {
      query: { system: system.id, limit: 500, ...(cursor === undefined ? {} : { cursor }) },
    })
    all.push(...page.rows)
    cursor = page.next
  }
  return all
}
