import type { SystemQuery, SystemRow } from '@ai-census/api'
import { decisions, looks, type Transaction } from '@ai-census/db'
import { desc, lte } from '@ai-census/db/query'
import { type Facts, reconcile } from '@ai-census/inventory'
import type { AiSystem, Inventory } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { loadFacts } from '../reconcile/load-facts.ts'
import { attentionOf, sortNameOf, systemName } from '../reconcile/projection-rows.ts'
import { dayOf, NOBODY, placeOn } from './list-systems.ts'
import { cursorOf, type Page, readOffset } from './pages.ts'

type Query = z.output<typeof SystemQuery>

/**
 * The inventory as it was at an instant, made anew from what the ledger held then: nothing that came later can
 * show in it. Costs as much as the estate is large.
 */
export const inventoryAsOf = async (deps: Deps, instant: string): Promise<Inventory> =>
  reconcile(await factsAsOf(deps, instant))

async function factsAsOf(deps: Deps, instant: string): Promise<Facts> {
  const at = new Date(instant).toISOString()
  return deps.database.orm.transaction(
    async (tx) => loadFacts(deps, tx, { run: 0, at, position: await positionAt(tx, at) }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The last position of the ledger that was taken by then. */
async function positionAt(tx: Transaction, at: string): Promise<number> {
  const [look] = await tx
    .select({ position: looks.position })
    .from(looks)
    .where(lte(looks.at, at))
    .orderBy(desc(looks.position))
    .limit(1)
  const [decision] = await tx
    .select({ position: decisions.position })
    .from(decisions)
    .where(lte(decisions.at, at))
    .orderBy(desc(decisions.position))
    .limit(1)
  return Math.max(look?.position ?? 0, decision?.position ?? 0)
}

/** The list of systems of a past instant, with the same filters and orders as the live one. */
export async function listSystemsAsOf(deps: Deps, query: Query, instant: string): Promise<Page<SystemRow>> {
  const facts = await factsAsOf(deps, instant)
  const rows = reconcile(facts)
    .systems.filter((system) => matches(system, query, dayOf(instant)))
    .sort(orderOf(query.sort, facts.settings.riskLevels))
  const offset = readOffset(query.cursor)
  const end = offset + query.limit
  return {
    rows: rows.slice(offset, end).map((system) => ({ ...system, name: systemName(system) })),
    next: end < rows.length ? cursorOf(end, '') : null,
    total: rows.length,
  }
}

const sharesOne = (wanted: readonly string[] | undefined, values: readonly string[]): boolean =>
  wanted === undefined || wanted.some((value) => values.includes(value))

function matches(system: AiSystem, query: Query, today: string): boolean {
  const text = [
    systemName(system),
    system.groupTitle,
    system.groupKey,
    ...system.suppliers,
    ...system.models,
  ].join(' ')
  return (
    (query.search === undefined || text.toLowerCase().includes(query.search.toLowerCase())) &&
    sharesOne(query.state, [system.state]) &&
    sharesOne(query.flag, system.flags) &&
    sharesOne(query.supplier === undefined ? undefined : [query.supplier], system.suppliers) &&
    sharesOne(query.context, system.contexts) &&
    sharesOne(query.grade, system.grade ? [system.grade] : []) &&
    sharesOne(query.model === undefined ? undefined : [query.model], system.models) &&
    sharesOne(query.risk, [system.fields.riskLevel?.value ?? NOBODY]) &&
    matchesPeople(system, query) &&
    isEither(query.snoozed, system.snoozedUntil !== undefined && system.snoozedUntil > today) &&
    isEither(query.live, system.live) &&
    isBetween(system.firstSeenAt, query.firstSeenAfter, query.firstSeenBefore)
  )
}

function matchesPeople({ fields, assignee }: AiSystem, query: Query): boolean {
  const owners = [fields.businessOwner?.value, fields.technicalOwner?.value]
  return (
    isPerson(query.owner, owners) &&
    isPerson(query.businessOwner, owners.slice(0, 1)) &&
    isPerson(query.technicalOwner, owners.slice(1)) &&
    isPerson(query.assignee, [assignee])
  )
}

function isPerson(wanted: string | undefined, people: readonly (string | undefined)[]): boolean {
  if (wanted === undefined) return true
  if (wanted === NOBODY) return people.every((one) => one === undefined)
  return people.some((one) => one?.toLowerCase() === wanted.toLowerCase())
}

const isEither = (wanted: boolean | undefined, value: boolean): boolean =>
  wanted === undefined || wanted === value

const isBetween = (at: string | null, after: string | undefined, before: string | undefined): boolean =>
  (after === undefined || (at !== null && at >= after)) &&
  (before === undefined || (at !== null && at <= before))

type Compare = (a: AiSystem, b: AiSystem) => number

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
const byName: Compare = (a, b) => compare(sortNameOf(systemName(a)), sortNameOf(systemName(b)))
/** What has no date stands last, in either direction. */
const byDate =
  (read: (system: AiSystem) => string | null, direction: 1 | -1): Compare =>
  (a, b) => {
    const [one, two] = [read(a), read(b)]
    if (one === null || two === null) return Number(one === null) - Number(two === null)
    return direction * compare(one, two)
  }
const thenId =
  (order: Compare): Compare =>
  (a, b) =>
    order(a, b) || compare(a.id, b.id)

function orderOf(sort: Query['sort'], scale: readonly string[]): Compare {
  if (sort !== 'risk' && sort !== '-risk') return orders[sort]
  const direction = sort === 'risk' ? 1 : -1
  return thenId((a, b) => {
    const [one, two] = [a, b].map(({ fields }) => placeOn(scale, fields.riskLevel?.value) ?? null)
    if (one == null || two == null) return Number(one === null) - Number(two === null)
    return direction * (one - two)
  })
}

const orders: Record<Exclude<Query['sort'], 'risk' | '-risk'>, Compare> = {
  name: thenId(byName),
  '-name': thenId((a, b) => byName(b, a)),
  lastSeenAt: thenId(byDate((system) => system.lastSeenAt, 1)),
  '-lastSeenAt': thenId(byDate((system) => system.lastSeenAt, -1)),
  firstSeenAt: thenId(byDate((system) => system.firstSeenAt, 1)),
  '-firstSeenAt': thenId(byDate((system) => system.firstSeenAt, -1)),
  attention: thenId((a, b) => attentionOf(b) - attentionOf(a)),
}
