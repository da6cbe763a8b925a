import { createHash } from 'node:crypto'
import type { NewDecision } from '@ai-census/api'
import { components, type Queryable } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { namedGroupKey, repositoryGroupKey, systemId } from '@ai-census/inventory'
import type { RowPlan } from '@ai-census/register-import'
import { type FindingRef, SystemFields } from '@ai-census/schema'
import type { Known } from './known-systems.ts'

/** A row with the decision that it comes to, if any, and the system that it is from then on. */
export interface DecidedRow {
  readonly plan: RowPlan
  readonly system: string | null
  readonly decision: NewDecision | null
}

export interface DecisionContext {
  readonly importId: string
  readonly known: Known
  /** Findings of the components of systems that are registered now. */
  readonly anchors: ReadonlyMap<string, readonly FindingRef[]>
}

/** Ordinary decisions, as a person would file them one by one. The same row of the same import is one decision. */
export function decisionsOf(plans: readonly RowPlan[], context: DecisionContext): DecidedRow[] {
  const names = new Namer(context)
  return plans.map((plan) => {
    const { system, writes } = plan.shown
    if (!writes) return { plan, system: keepsLink(plan) ? (system?.id ?? null) : null, decision: null }
    const body = system ? existing(plan, system.id, context) : names.create(plan)
    return {
      plan,
      system: body.system,
      decision: { body, requestId: requestId(context.importId, plan.shown.row) },
    }
  })
}

const keepsLink = ({ shown }: RowPlan): boolean => shown.outcome === 'unchanged'

type Body<T extends NewDecision['body']['type']> = Extract<NewDecision['body'], { type: T }>

/** `register` for a system that is not in the register, or that gets a repository; else what changes of its fields. */
function existing(
  { shown, fields }: RowPlan,
  id: string,
  { known, anchors }: DecisionContext,
): Body<'register'> | Body<'set-fields'> {
  const system = known.systems.find((one) => one.id === id)
  if (!system) throw new Error(`the plan speaks of ${id}, which is not there`)
  const isRegistered = system.state === 'registered'
  if (isRegistered && shown.repositories.length === 0)
    return { type: 'set-fields', system: id, fields: { ...fields } }
  const earlier = known.decided.systems.get(id)?.registration?.groupKeys ?? [system.groupKey]
  const name = fields.name ?? system.fields.name?.value ?? system.name
  return {
    type: 'register',
    system: id,
    groupKeys: [...new Set([...earlier, ...shown.repositories.map(repositoryGroupKey)])],
    anchors: isRegistered ? [] : [...(anchors.get(id) ?? [])],
    fields: checkedFields({ ...fields, name }),
  }
}

/** The reading of the row checked each value already; this is for the compiler. */
const checkedFields = (fields: RowPlan['fields'] & { name: string }): Body<'register'>['fields'] =>
  SystemFields.partial().required({ name: true }).parse(fields)

/** Gives new systems their ids and the group keys under which a later scan finds them. */
class Namer {
  readonly #context: DecisionContext
  readonly #ids: Set<string>
  readonly #bound: Set<string>

  constructor(context: DecisionContext) {
    const { decided, systems } = context.known
    this.#context = context
    this.#ids = new Set([...systems.map(({ id }) => id), ...decided.systems.keys()])
    this.#bound = new Set(decided.groups.keys())
  }

  create({ shown, fields, keys, isDistinct }: RowPlan): Body<'register'> {
    const name = fields.name ?? shown.name
    if (!name) throw new Error(`row ${shown.row} has no name and was planned`)
    const wanted = [
      ...shown.repositories.map(repositoryGroupKey),
      // A source that names its system so speaks of this one, where no other row has the name.
      ...(isDistinct ? [namedGroupKey(name)] : []),
    ]
    const groupKeys = wanted.filter((key) => !this.#bound.has(key))
    for (const key of groupKeys) this.#bound.add(key)
    return {
      type: 'register',
      system: this.#idFor(groupKeys[0] ?? `register:${keys[0]}`, shown.row),
      groupKeys,
      anchors: [],
      fields: checkedFields({ ...fields, name }),
    }
  }

  /** The id that discovery would give it, unless that is somebody's. */
  #idFor(key: string, row: number): string {
    const natural = systemId(key)
    const id = this.#ids.has(natural) ? systemId(`register:${this.#context.importId}:${row}`) : natural
    this.#ids.add(id)
    return id
  }
}

const MOST_ANCHORS = 10_000

/** What systems were made of when they are registered, so that the decision finds them when grouping changes. */
export async function loadAnchors(db: Queryable, ids: readonly string[]): Promise<Map<string, FindingRef[]>> {
  const anchors = new Map<string, FindingRef[]>()
  if (ids.length === 0) return anchors
  const rows = await db
    .select({ system: components.systemId, findings: components.findings })
    .from(components)
    .where(sql`${components.systemId} = any(${sql.param(ids)}::text[])`)
    .orderBy(components.id)
  for (const { system, findings } of rows) {
    const known = anchors.get(system) ?? []
    anchors.set(system, [...known, ...findings].slice(0, MOST_ANCHORS))
  }
  return anchors
}

/** A UUID (version 8) that is always the same for one row of one import. */
export function requestId(importId: string, row: number): string {
  const hash = createHash('sha256').update(`register-import ${importId} ${row}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
