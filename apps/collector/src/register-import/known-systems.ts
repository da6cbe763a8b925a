import { componentFindings, components, decisions, type Queryable } from '@ai-census/db'
import { asc, eq, readRows, sql } from '@ai-census/db/query'
import { type Governance, nameKeys, type Replay, replay } from '@ai-census/inventory'
import type { KnownAnswer, KnownSystem } from '@ai-census/register-import'
import type { AiSystem, SystemField } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { systemOf, systemRows } from '../inventory/shown.ts'
import { decisionOf } from '../reconcile/decision-log.ts'

/** The inventory as rows of a register are compared with it, and what people decided so far. */
export interface Known {
  readonly systems: readonly KnownSystem[]
  readonly decided: Replay
}

export async function loadKnown(deps: Deps, db: Queryable): Promise<Known> {
  const decided = replay((await db.select().from(decisions).orderBy(asc(decisions.sequence))).map(decisionOf))
  const scopes = await scopesBySystem(db)
  const registered = registeredKeys(decided)
  const rows = await readRows(db, systemRows, sql``)
  return {
    decided,
    systems: rows.map((row): KnownSystem => {
      const system = systemOf(row)
      return {
        id: row.id,
        name: row.name,
        state: row.state,
        groupKey: row.groupKey,
        nameKeys: nameKeys(system),
        repositories: repositoriesOf(system, scopes.get(row.id) ?? [], registered.get(row.id) ?? []),
        suppliers: row.suppliers.flatMap((slug) => [slug, deps.catalogue.supplier(slug)?.name ?? slug]),
        models: row.models,
        fields: answersOf(system),
      }
    }),
  }
}

/** The name of a row, reduced as the inventory reduces the names of systems. */
export const nameKeysOf = (name: string): string[] =>
  nameKeys({ id: '', state: 'registered', groupKey: '', groupTitle: name, fields: {} })

const REPOSITORY = 'repository:'

/** A developer's tool that is set up in a repository is not that repository's system. */
function repositoriesOf(
  { groupKey }: AiSystem,
  scopes: readonly string[],
  groupKeys: readonly string[],
): string[] {
  if (groupKey.startsWith('development-tool:')) return []
  const named = [groupKey, ...groupKeys].flatMap((key) =>
    key.startsWith(REPOSITORY) ? [key.slice(REPOSITORY.length)] : [],
  )
  return [...new Set([...named, ...scopes])]
}

/** The scopes of repositories that a system's components were found in. */
async function scopesBySystem(db: Queryable): Promise<Map<string, string[]>> {
  const rows = await db
    .selectDistinct({ system: components.systemId, scope: componentFindings.scope })
    .from(components)
    .innerJoin(componentFindings, eq(componentFindings.componentId, components.id))
    .where(sql`${componentFindings.scope} like 'git:%' or ${componentFindings.scope} like 'folder:%'`)
  const bySystem = new Map<string, string[]>()
  for (const { system, scope } of rows) {
    const same = bySystem.get(system)
    if (same) same.push(scope)
    else bySystem.set(system, [scope])
  }
  return bySystem
}

/** The group keys that a system was registered under, its own and those of what was merged into it. */
function registeredKeys(decided: Replay): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  const add = (system: string, { registration }: Governance): void => {
    if (registration) keys.set(system, [...(keys.get(system) ?? []), ...registration.groupKeys])
  }
  for (const [id, governance] of decided.systems) add(mergedInto(decided, id), governance)
  return keys
}

/** What a system is called after all merges; merges have no cycles. */
export function mergedInto({ merged }: Pick<Replay, 'merged'>, id: string): string {
  let at = id
  for (let next = merged.get(at); next !== undefined; next = merged.get(at)) at = next
  return at
}

function answersOf({ fields }: AiSystem): KnownSystem['fields'] {
  const answers: Partial<Record<SystemField, KnownAnswer>> = {}
  // `Object.entries` forgets that the keys are the system's fields.
  for (const [field, answer] of Object.entries(fields) as [
    SystemField,
    NonNullable<AiSystem['fields']['name']>,
  ][]) {
    const { value, source, by, at } = answer
    answers[field] = { value, isPinned: source === 'pin', by, at }
  }
  return answers
}
