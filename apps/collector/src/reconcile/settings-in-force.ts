import { decisions, type Queryable } from '@ai-census/db'
import { and, lte, sql } from '@ai-census/db/query'
import { type Settings, settingsOf } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { decisionOf } from './decision-log.ts'

/** The settings that people's decisions left in force, up to a position of the ledger; without one, up to its end. */
export async function settingsInForce(deps: Deps, db: Queryable, position?: number): Promise<Settings> {
  const rows = await db
    .select()
    .from(decisions)
    .where(
      and(
        // Only a revoke can take another decision out of force.
        sql`(${decisions.body} ->> 'type') in ('configure', 'revoke')`,
        position === undefined ? undefined : lte(decisions.position, position),
      ),
    )
  return settingsOf(rows.map(decisionOf), deps.settings)
}
