import { sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'

/**
 * What does not fit together in the ledger by itself, as sentences: every position is one event's, and a finding's
 * row ends exactly where its next row begins. The first of each; what fits can only be checked against a head.
 */
export async function ledgerFaults(deps: Deps, most: number): Promise<string[]> {
  return [...(await emptyPositions(deps, most)), ...(await wrongEnds(deps, most))]
}

async function emptyPositions(deps: Deps, most: number): Promise<string[]> {
  const { rows } = await deps.database.orm.execute<{ first: string; last: string }>(sql`
    select before + 1 as first, position - 1 as last from (
      select position, lag(position, 1, 0::bigint) over (order by position) as before
      from (select position from look union all select position from decision) events
    ) steps where position > before + 1 order by position limit ${most}`)
  return rows.map(({ first, last }) =>
    first === last
      ? `Nothing stands at position ${first} of the ledger.`
      : `Nothing stands at positions ${first} to ${last} of the ledger.`,
  )
}

interface WrongEnd {
  scope_key: string
  scanner: string
  key: string
  ends: string | null
  told: string | null
}

async function wrongEnds(deps: Deps, most: number): Promise<string[]> {
  const { rows } = await deps.database.orm.execute<WrongEnd & Record<string, unknown>>(sql`
    select * from (
      select scope_key, scanner, key, to_position as ends,
        lead(from_position) over (partition by scope_key, scanner, key order by from_position) as told
      from finding
    ) rows where ends is distinct from told limit ${most}`)
  return rows.map(({ scope_key, scanner, key, ends, told }) => {
    const name = `${key} of ${scope_key} (${scanner})`
    return told === null || (ends !== null && Number(ends) < Number(told))
      ? `${name} ends at position ${ends}, where nothing of the ledger ends it.`
      : `${name} goes on beyond position ${told}, where the ledger ends it.`
  })
}
