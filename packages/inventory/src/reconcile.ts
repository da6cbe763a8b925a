import type { AiSystem, Component, Flag, FlagId, Inventory, Relationship, Supplier } from '@ai-census/schema'
import { type Draft, draftOf } from './component.ts'
import { systemDue } from './due.ts'
import { duplicateSigns, mergeProposals, type Sharing, sharingsOf } from './duplicates.ts'
import { flagRules } from './flags/index.ts'
import type { DuplicateSign, Raised, World } from './flags/rule.ts'
import { identify } from './identify.ts'
import { compareText } from './ids.ts'
import type { Facts, ScopeFacts } from './ledger.ts'
import { membersOf } from './members.ts'
import { modelsOf } from './models.ts'
import { place } from './place.ts'
import { relate } from './relate.ts'
import { type Replay, replay } from './replay.ts'
import { suppliersOf } from './suppliers.ts'
import { systemsOf } from './systems.ts'
import { dateOf, daysBetween } from './time.ts'

/**
 * The rows that follow from their own evidence and decisions alone, so that a part of them can be made anew
 * (see `closure.ts`). Systems carry the flags that can be told without looking at other systems.
 */
export interface Rows {
  readonly systems: readonly AiSystem[]
  readonly components: readonly Component[]
  readonly relationships: readonly Relationship[]
  readonly flags: readonly Flag[]
  /** Signs that two systems are one, told from components. */
  readonly sharings: readonly Sharing[]
  /** When the calendar alone next changes something about a system; absent: never. */
  readonly dues: ReadonlyMap<string, string>
}

/** What of the facts the estate-wide part needs. */
export type EstateFacts = Pick<Facts, 'now' | 'scopes' | 'catalogue' | 'settings' | 'decisions'>

/** The whole projection: same facts, same inventory, to the byte. */
export const reconcile = (facts: Facts): Inventory => inventoryOf(rowsOf(facts), facts)

const NO_TAGS: ReadonlySet<string> = new Set()

/**
 * Systems, components and relationships of these facts, whatever else the estate holds. With `only`, of systems
 * just these.
 */
export function rowsOf(
  facts: Facts,
  decisions: Replay = replay(facts.decisions),
  only?: ReadonlySet<string>,
): Rows {
  const { catalogue, settings } = facts
  const rules = { tags: facts.tags ?? NO_TAGS, ...settings }
  const clusters = identify(membersOf(facts, decisions.confirmed), rules)
  const drafts = clusters.map((cluster) => draftOf(cluster, catalogue))
  const places = place(drafts, decisions)
  const world = worldOf(facts)
  const flags: Flag[] = []
  const dues = new Map<string, string>()
  const systems = systemsOf(places, decisions, settings, world.today, only).map((view): AiSystem => {
    const due = systemDue(view, world)
    if (due !== null) dues.set(view.system.id, due)
    const own = Object.values(flagRules).flatMap((rule) => {
      const raised = rule.subject === 'system' ? rule.raise(view, world) : null
      return raised ? [flagOn('system', view.system.id, rule.id, raised)] : []
    })
    flags.push(...own)
    return { ...view.system, flags: own.map((flag) => flag.id) }
  })
  return {
    systems,
    components: places.placed.map(({ draft, system }) => componentRow(draft, system)).sort(byId),
    relationships: relate(drafts, rules),
    flags,
    sharings: sharingsOf(places, decisions.groups),
    dues,
  }
}

/** Adds what only the whole estate tells: suppliers, models, likely duplicates, and the scopes' gaps. */
export function inventoryOf(
  rows: Rows,
  facts: EstateFacts,
  decisions: Replay = replay(facts.decisions),
): Inventory {
  const world = worldOf(facts)
  const live = rows.components.filter((c) => isLiveComponent(c, world))
  const suppliers = suppliersOf(live, decisions, facts.catalogue)
  const duplicates = duplicateFlags(rows, decisions)
  const flagged = new Map<string, FlagId[]>()
  for (const flag of duplicates) flagged.set(flag.subject.id, [flag.id])
  const flags = [
    ...rows.flags,
    ...duplicates,
    ...suppliers.flatMap((supplier) => supplierFlags(supplier, world)),
    ...[...Map.groupBy(facts.scopes, ({ scope }) => scope.key).values()].flatMap((same) =>
      scopeFlags(same, world),
    ),
  ]
  return {
    systems: rows.systems.map((s) => withFlags(s, flagged.get(s.id) ?? [])),
    components: [...rows.components],
    suppliers,
    models: modelsOf(live, facts.catalogue),
    relationships: [...rows.relationships],
    flags: flags.sort(byFlag),
  }
}

/** Seen now; a sign of use on its own fades instead of going missing. */
export const isLiveComponent = (
  { state, kind, lastSeenAt }: Component,
  { now, settings }: Pick<World, 'now' | 'settings'>,
): boolean =>
  (state === 'seen' || state === 'returned') &&
  (kind !== 'usage' || daysBetween(lastSeenAt, now) <= settings.usageDays)

export const worldOf = ({
  now,
  catalogue,
  settings,
}: Pick<EstateFacts, 'now' | 'catalogue' | 'settings'>): World => ({
  now,
  today: dateOf(now),
  catalogue,
  settings,
})

const componentRow = ({ component }: Draft, systemId: string): Component => {
  const { id, ...rest } = component
  return { id, systemId, ...rest }
}

const flagOn = (
  type: Flag['subject']['type'],
  id: string,
  flag: FlagId,
  { reason, clearedBy }: Raised,
): Flag => ({
  id: flag,
  subject: { type, id },
  reason,
  clearedBy,
})

function duplicateFlags(rows: Rows, { distinct }: Replay): Flag[] {
  const signs = duplicateSigns(rows.systems, mergeProposals(rows.systems, rows.sharings, distinct))
  return [...signs].flatMap(([id, all]) => duplicateFlag(id, all) ?? [])
}

/** The flag of a system that may be the same as others; null where nothing says so. */
export function duplicateFlag(system: string, signs: readonly DuplicateSign[]): Flag | null {
  const rule = flagRules['possible-duplicate']
  const raised = rule.raise(signs)
  return raised && flagOn('system', system, rule.id, raised)
}

export const supplierFlags = (supplier: Supplier, world: World): Flag[] =>
  Object.values(flagRules).flatMap((rule) => {
    const raised = rule.subject === 'supplier' ? rule.raise(supplier, world) : null
    return raised ? [flagOn('supplier', supplier.slug, rule.id, raised)] : []
  })

/** The flags of one scope, from what all its scanners know of it, in any order. */
export function scopeFlags(scanners: readonly ScopeFacts[], world: World): Flag[] {
  const [first] = scanners
  if (!first) return []
  const rule = flagRules['coverage-gap']
  const raised = rule.raise(
    [...scanners].sort((a, b) => compareText(a.scanner, b.scanner)),
    world,
  )
  return raised ? [flagOn('scope', first.scope.key, rule.id, raised)] : []
}

const FLAG_ORDER = new Map(Object.keys(flagRules).map((id, i) => [id, i]))

/** A system with these flags besides its own, in their order. */
export const withFlags = (system: AiSystem, more: readonly FlagId[]): AiSystem =>
  more.length === 0
    ? system
    : { ...system, flags: [...system.flags, ...more].sort((a, b) => FLAG_ORDER.get(a)! - FLAG_ORDER.get(b)!) }

const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id)

const byFlag = (a: Flag, b: Flag): number =>
  compareText(a.subject.type, b.subject.type) ||
  compareText(a.subject.id, b.subject.id) ||
  FLAG_ORDER.get(a.id)! - FLAG_ORDER.get(b.id)!
