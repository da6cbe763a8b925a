import type { RulePreview, RuleRow } from '@ai-census/api'
import { decisions, systems, type Transaction } from '@ai-census/db'
import { and, asc, eq, isNotNull, or, readRows, sql } from '@ai-census/db/query'
import { matchesRule, type RulePart, replay } from '@ai-census/inventory'
import type { Component, DecisionBody, Finding, RuleMatch } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { hasOne } from '../inventory/filters.ts'
import { areSystems, systemRowOf, systemRows } from '../inventory/shown.ts'
import { decisionOf } from '../reconcile/decision-log.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'

export async function listRules(deps: Deps): Promise<{ rules: RuleRow[] }> {
  const { orm } = deps.database
  const { dismissRules } = await settingsInForce(deps, orm)
  const counts = await orm
    .select({ rule: systems.dismissedByRule, n: sql<number>`count(*)::int` })
    .from(systems)
    .where(isNotNull(systems.dismissedByRule))
    .groupBy(systems.dismissedByRule)
  const byRule = new Map(counts.map(({ rule, n }) => [rule, n]))
  return { rules: dismissRules.map((rule) => ({ ...rule, systems: byRule.get(rule.id) ?? 0 })) }
}

/** So many of those that wait are looked at, and so many of those that match are shown. */
const MOST_LOOKED_AT = 2000
const MOST_SHOWN = 100
const TOGETHER = 200

/** Asks of what waits in triage what reconciling would ask: the same function of the same findings. */
export const previewRule = (deps: Deps, match: RuleMatch): Promise<RulePreview> =>
  deps.database.orm.transaction(
    async (tx) => {
      const exempt = await exemptSystems(tx)
      const ids = await candidates(tx, match)
      const found: string[] = []
      for (let at = 0; at < Math.min(ids.length, MOST_LOOKED_AT); at += TOGETHER) {
        const some = ids.slice(at, at + TOGETHER)
        const parts = await partsOf(tx, some)
        found.push(...some.filter((id) => !exempt.has(id) && matchesRule(match, parts.get(id) ?? [])))
      }
      const rows = await readRows(tx, systemRows, areSystems(found.slice(0, MOST_SHOWN)))
      const shown = new Map(rows.map((row) => [row.id, systemRowOf(row)]))
      return {
        rows: found.flatMap((id) => shown.get(id) ?? []),
        total: found.length,
        capped: ids.length > MOST_LOOKED_AT,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

/** Those that a person brought back to triage. */
async function exemptSystems(tx: Transaction): Promise<ReadonlySet<string>> {
  const ofType = (type: DecisionBody['type']) => sql`${decisions.body} @> ${JSON.stringify({ type })}::jsonb`
  const rows = await tx
    .select()
    .from(decisions)
    .where(or(ofType('restore'), ofType('revoke')))
  const { systems } = replay(rows.map(decisionOf))
  return new Set([...systems.values()].filter((one) => one.ruleExempt).map(({ id }) => id))
}

/** What waits and may match, as far as a row of the inventory tells. */
async function candidates(tx: Transaction, { suppliers, contexts }: RuleMatch): Promise<string[]> {
  const rows = await tx
    .select({ id: systems.id })
    .from(systems)
    .where(
      and(
        eq(systems.state, 'unregistered'),
        systems.live,
        hasOne(systems.suppliers, suppliers),
        hasOne(systems.contexts, contexts),
      ),
    )
    .orderBy(asc(systems.id))
    .limit(MOST_LOOKED_AT + 1)
  return rows.map(({ id }) => id)
}

interface PartRow extends Record<string, unknown> {
  system: string
  component: string
  grade: Component['grade']
  scope: string
  finding: Finding
}

/** The live components of these systems, each with its live findings. */
async function partsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, RulePart[]>> {
  const { rows } = await tx.execute<PartRow>(sql`
    select c.system_id as system, c.id as component, c.grade, f.scope_key as scope, fc.finding
    from component c
    join component_finding cf on cf.component_id = c.id
    join finding f on f.address = hashtextextended(cf.scope || ' ' || cf.key, 0)
      and f.scope_key = cf.scope and f.key = cf.key and f.to_position is null
      and f.presence not in ('missing', 'gone')
    join finding_content fc on fc.hash = f.hash
    where c.live and c.system_id = any(${sql.param([...ids])}::text[])`)
  const bySystem = new Map<string, RulePart[]>()
  for (const [system, its] of Map.groupBy(rows, (row) => row.system))
    bySystem.set(
      system,
      [...Map.groupBy(its, (row) => row.component).values()].map((sightings) => ({
        component: { grade: sightings[0]?.grade ?? 'available' },
        live: true,
        sightings,
      })),
    )
  return bySystem
}
