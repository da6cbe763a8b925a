import { decisions, type Queryable } from '@ai-census/db'
import { and, lte, sql } from '@ai-census/db/query'
import { SETTING_TYPES, type Settings, settingsOf } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { decisionOf } from './decision-log.ts'

/** The settings that people's decisions left in force, up to a position of the ledger; without one, up to its end. */
export async function settingsInForce(deps: Deps, db: Queryable, position?: number): Promise<Settings> {
  const rows = await db
    .select()
    .from(decisions)
    .where(
      and(
        sql`(${decisions.body} ->> 'type') in (${sql.raw(SETTING_TYPES.map((type) => `'${type}'`).join(', '))})`,
        position === undefined ? undefined : lte(decisions.position, position),
      ),
    )
  return settingsOf(rows.map(decisionOf), deps.settings)
}
