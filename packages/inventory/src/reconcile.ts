import type { AiSystem, Component, Flag, FlagId, Inventory, Relationship } from '@ai-census/schema'
import { type Draft, draftOf } from './component.ts'
import { duplicateSigns, mergeProposals, type Sharing, sharingsOf } from './duplicates.ts'
import { flagRules } from './flags/index.ts'
import type { Raised, World } from './flags/rule.ts'
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
  const systems = systemsOf(places, decisions, settings, world.today, only).map((view): AiSystem => {
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
    ...suppliers.flatMap((supplier) =>
      Object.values(flagRules).flatMap((rule) => {
        const raised = rule.subject === 'supplier' ? rule.raise(supplier, world) : null
        return raised ? [flagOn('supplier', supplier.slug, rule.id, raised)] : []
      }),
    ),
    ...scopeFlags(facts.scopes, world),
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

const worldOf = ({ now, catalogue, settings }: EstateFacts): World => ({
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
  const rule = flagRules['possible-duplicate']
  return [...signs].flatMap(([id, all]) => {
    const raised = rule.raise(all)
    return raised ? [flagOn('system', id, rule.id, raised)] : []
  })
}

function scopeFlags(scopes: readonly ScopeFacts[], world: World): Flag[] {
  const byScope = new Map<string, ScopeFacts[]>()
  for (const one of scopes) {
    const same = byScope.get(one.scope.key)
    if (same) same.push(one)
    else byScope.set(one.scope.key, [one])
  }
  const rule = flagRules['coverage-gap']
  return [...byScope].flatMap(([key, scanners]) => {
    const raised = rule.raise(
      scanners.sort((a, b) => compareText(a.scanner, b.scanner)),
      world,
    )
    return raised ? [flagOn('scope', key, rule.id, raised)] : []
  })
}

const FLAG_ORDER = new Map(Object.keys(flagRules).map((id, i) => [id, i]))

const withFlags = (system: AiSystem, more: readonly FlagId[]): AiSystem =>
  more.length === 0
    ? system
    : { ...system, flags: [...system.flags, ...more].sort((a, b) => FLAG_ORDER.get(a)! - FLAG_ORDER.get(b)!) }

const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id)

const byFlag = (a: Flag, b: Flag): number =>
  compareText(a.subject.type, b.subject.type) ||
  compareText(a.subject.id, b.subject.id) ||
  FLAG_ORDER.get(a.id)! - FLAG_ORDER.get(b.id)!
