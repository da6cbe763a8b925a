/** What each of several discoveries is made of, for decisions that name it. */
import { allComponents } from '#lib/all-components.ts'
import { call } from '#lib/api.ts'
import { anchorsOf } from '#lib/register.ts'
import type { FindingRef } from '#lib/types.ts'

/** A browser opens six connections to one host; one of them listens for news. */
const AT_ONCE = 5

/** By id, read anew: an answer kept from before might lack what was found since. Throws `ApiError`. */
export async function findingsOf(
  rows: readonly { id: string }[],
): Promise<ReadonlyMap<string, readonly FindingRef[]>> {
  const found = new Map<string, readonly FindingRef[]>()
  const left = [...rows]
  const work = async () => {
    for (let row = left.shift(); row; row = left.shift()) {
      const detail = await call('get', '/api/v1/systems/{id}', { params: { id: row.id } })
      found.set(row.id, anchorsOf(await allComponents(detail)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return found
}
