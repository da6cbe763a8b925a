import { components, type Queryable, suppliers } from '@ai-census/db'
import { inArray, readRows, sql } from '@ai-census/db/query'
import { type RiskSubject, riskBasisOf, riskSubjectOf, type Settings } from '@ai-census/inventory'
import type { AiSystem, RiskProfile } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { findSystemRow } from '../inventory/get-system.ts'
import { componentOf, componentRows, supplierOf, systemOf } from '../inventory/shown.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'

export interface RiskCase {
  system: AiSystem
  settings: Settings
  subject: RiskSubject
  basis: RiskProfile
}

/** All that the rubric asks about one system. Throws 404 where there is none. */
export async function loadRiskCase(deps: Deps, db: Queryable, id: string): Promise<RiskCase> {
  const row = await findSystemRow(db, id)
  if (!row) throw new HttpProblem(404, 'No such system.')
  const system = systemOf(row)
  const parts = await readRows(
    db,
    componentRows,
    sql`where ${components.systemId} = ${id} order by ${components.id}`,
  )
  const register =
    system.suppliers.length > 0
      ? await db.select().from(suppliers).where(inArray(suppliers.slug, system.suppliers))
      : []
  const settings = await settingsInForce(deps, db)
  const today = { now: deps.now().toISOString(), settings }
  const known = parts.map(componentOf)
  return {
    system,
    settings,
    subject: riskSubjectOf(system, known, register.map(supplierOf), today),
    basis: riskBasisOf(system, known, today),
  }
}
