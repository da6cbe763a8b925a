import { decisions, type Queryable } from '@ai-census/db'
import { and, lte, sql } from '@ai-census/db/query'
import { organisationSettings, SETTING_TYPES, type Settings, settingsOf } from '@ai-census/inventory'
import { type Decision, digest } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { decisionOf } from './decision-log.ts'

/** The settings that people's decisions left in force, up to a position of the ledger; without one, up to its end. */
export async function settingsInForce(deps: Deps, db: Queryable, position?: number): Promise<Settings> {
  return settingsOf(await decisionsOnSettings(db, position), deps.settings)
}

/** All that can have a say in the settings: only a revoke can take another decision out of force. */
export async function decisionsOnSettings(db: Queryable, position?: number): Promise<Decision[]> {
  const rows = await db
    .select()
    .from(decisions)
    .where(
      and(
        sql`(${decisions.body} ->> 'type') in (${sql.raw(SETTING_TYPES.map((type) => `'${type}'`).join(', '))})`,
        position === undefined ? undefined : lte(decisions.position, position),
      ),
    )
  return rows.map(decisionOf)
}

/** Changes with any of the settings that an organisation may set, and with nothing else. */
export const versionOfSettings = (settings: Settings): string =>
  digest(organisationSettings(settings)).slice(0, 16)
