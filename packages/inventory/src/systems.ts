import { type AiSystem, Context, gradeRank, type StandingRule, strongerGrade } from '@ai-census/schema'
import type { Draft } from './component.ts'
import { isRuleInForce, matchesRule, type RulePart } from './dismiss-rules.ts'
import { answerFields } from './fields/answer.ts'
import { type Group, preferredGroup } from './group.ts'
import { compareText, sortedUnique, systemId } from './ids.ts'
import { isLive } from './members.ts'
import { modelOf } from './models.ts'
import type { Placed, Places } from './place.ts'
import type { Dismissal, Governance, Pin, Replay } from './replay.ts'
import { ratingOf } from './risk/rating.ts'
import type { Settings } from './settings.ts'
import { snoozedUntil } from './snooze.ts'
import { suppliersOfComponent } from './suppliers.ts'
import { earlier, later } from './time.ts'

/** A system with all that its flags may look at. */
export interface SystemView {
  readonly system: Omit<AiSystem, 'flags'>
  readonly drafts: readonly Draft[]
  /** Live components whose evidence is more than a catalogue entry, outside tests, examples and prose. */
  readonly telling: readonly Draft[]
  /** What people decided about it and about the systems merged into it; the system's own first. */
  readonly governance: readonly Governance[]
}

const ASIDE: ReadonlySet<Context> = new Set<Context>(['test', 'example', 'documentation'])

/** Evidence that AI is in use. What a provider merely offers is none. */
export const isEvidence = ({ component }: Draft): boolean =>
  gradeRank(component.grade) > gradeRank('available')

/** Evidence of the organisation's own work, not of its tests, examples and prose. */
const isOwnWork = (draft: Draft): boolean => isEvidence(draft) && !ASIDE.has(draft.component.context)

export const isTelling = (draft: Draft): boolean => draft.live && isOwnWork(draft)

/**
 * All systems: those that any component gives evidence of, ever, and those that people registered. Sorted by id.
 * A group of catalogue entries alone makes no system.
 */
export function systemsOf(
  places: Places,
  decisions: Replay,
  settings: Settings,
  today: string,
  only?: ReadonlySet<string>,
): SystemView[] {
  const byId = new Map<string, Placed[]>()
  for (const placed of places.placed) {
    const same = byId.get(placed.system)
    if (same) same.push(placed)
    else byId.set(placed.system, [placed])
  }
  const governance = governanceBySystem(places, decisions)
  const ids = new Set<string>()
  for (const [id, placed] of byId) if (placed.some(({ draft }) => isEvidence(draft))) ids.add(id)
  for (const [id, all] of governance) if (all.some((g) => g.registration)) ids.add(id)
  return [...ids]
    .filter((id) => !only || only.has(id))
    .sort(compareText)
    .map((id) => viewOf(id, byId.get(id) ?? [], governance.get(id) ?? [], settings, today))
}

/** A merged system's decisions count for the one that it became part of, behind that one's own. */
function governanceBySystem(places: Places, decisions: Replay): Map<string, Governance[]> {
  const byId = new Map<string, Governance[]>()
  for (const one of decisions.systems.values()) {
    const id = places.resolve(one.id)
    const same = byId.get(id)
    if (same) same.push(one)
    else byId.set(id, [one])
  }
  for (const [id, all] of byId) {
    all.sort((a, b) => Number(b.id === id) - Number(a.id === id) || lastSequence(b) - lastSequence(a))
  }
  return byId
}

const lastSequence = (one: Governance): number => one.registration?.sequence ?? 0

function viewOf(
  id: string,
  placed: readonly Placed[],
  governance: readonly Governance[],
  settings: Settings,
  today: string,
): SystemView {
  const drafts = placed.map((p) => p.draft)
  const own = governance[0]?.id === id ? governance[0] : undefined
  const live = drafts.filter((d) => d.live)
  const speaking = live.length > 0 ? live : drafts
  const group = groupOfSystem(id, drafts, governance)
  const grade = live.length > 0 ? live.map((d) => d.component.grade).reduce(strongerGrade) : null
  const contexts = Context.options.filter((c) => speaking.some((d) => d.component.context === c))
  const telling = drafts.filter(isTelling)
  const pins = pinsOf(governance)
  const rating = ratingOf(governance, drafts.filter(isOwnWork), telling, pins)
  const assignee = governance.find((g) => g.assignment)?.assignment?.to
  const snoozed = snoozedUntil(governance, drafts, telling)
  const rule = ruleFor(governance, drafts, settings, today)
  const subject = { groupTitle: group.title, grade, contexts, components: live.map((d) => d.component) }
  return {
    drafts,
    telling,
    governance,
    system: {
      id,
      state: rule ? 'dismissed' : stateOf(own, governance, today),
      groupKey: group.key,
      groupTitle: group.title,
      fields: answerFields(speaking, subject, pins, settings),
      suppliers: sortedUnique(live.flatMap((d) => suppliersOfComponent(d.component))),
      models: sortedUnique(live.flatMap((d) => modelOf(d.component) ?? [])),
      componentCount: drafts.length,
      grade,
      contexts,
      ...(rating && { rating }),
      ...(assignee && { assignee }),
      ...(snoozed && { snoozedUntil: snoozed }),
      ...(rule && { dismissedByRule: rule.id }),
      live: live.length > 0,
      firstSeenAt: extreme(drafts, (d) => d.component.firstSeenAt, earlier),
      lastSeenAt: extreme(drafts, (d) => d.component.lastSeenAt, later),
    },
  }
}

const isDismissal = (dismissal: Dismissal | null, today: string): boolean =>
  dismissal !== null && (dismissal.expires === undefined || dismissal.expires >= today)

function stateOf(
  own: Governance | undefined,
  governance: readonly Governance[],
  today: string,
): AiSystem['state'] {
  if (isDismissal(own?.dismissal ?? null, today)) return 'dismissed'
  return governance.some((g) => g.registration) ? 'registered' : 'unregistered'
}

/** The rule that dismisses it: of what people have decided about themselves, none does. */
function ruleFor(
  governance: readonly Governance[],
  drafts: readonly Draft[],
  { dismissRules }: Settings,
  today: string,
): StandingRule | undefined {
  if (dismissRules.length === 0) return undefined
  if (governance.some((one) => one.registration || one.ruleExempt || isDismissal(one.dismissal, today)))
    return undefined
  const parts = drafts.map(partOf)
  return dismissRules.find((rule) => isRuleInForce(rule, today) && matchesRule(rule.match, parts))
}

const partOf = ({ component, live, members }: Draft): RulePart => ({
  component,
  live,
  sightings: members.flatMap((member) =>
    member.rows.filter(isLive).map(({ scope, finding }) => ({ scope, finding })),
  ),
})

/** The system's own pins; where it has none, those of the systems merged into it. */
function pinsOf(governance: readonly Governance[]): ReadonlyMap<keyof AiSystem['fields'], Pin> {
  if (governance.length === 1) return governance[0]!.pins
  const pins = new Map<keyof AiSystem['fields'], Pin>()
  for (const one of governance)
    for (const [field, pin] of one.pins) if (!pins.has(field)) pins.set(field, pin)
  return pins
}

/** The group that the id is made of; else one that it was registered under; else the most telling of its parts. */
function groupOfSystem(id: string, drafts: readonly Draft[], governance: readonly Governance[]): Group {
  const groups = drafts.map((d) => d.group)
  const own = groups.find((g) => systemId(g.key) === id)
  if (own) return own
  const pinned = governance.map((g) => g.pins.get('name')?.value).find((name) => name !== undefined)
  const keys = governance[0]?.id === id ? (governance[0].registration?.groupKeys ?? []) : []
  const registered = groups.find((g) => keys.includes(g.key))
  if (registered) return registered
  if (keys[0] !== undefined) return { tier: 0, key: keys[0], title: pinned ?? keys[0] }
  if (governance.length > 0 || groups.length === 0)
    return { tier: 0, key: `decision:${id}`, title: pinned ?? id }
  return groups.reduce(preferredGroup)
}

function extreme(
  drafts: readonly Draft[],
  read: (draft: Draft) => string,
  pick: (a: string, b: string) => string,
): string | null {
  return drafts.length === 0 ? null : drafts.map(read).reduce(pick)
}
