import type { Supplier } from '@ai-census/schema'
import type { World } from './flags/rule.ts'
import type { ScopeFacts } from './ledger.ts'
import { modelOf } from './models.ts'
import type { SystemView } from './systems.ts'
import { addDays, addTime, earlier } from './time.ts'

/**
 * When the calendar alone next changes what is said of a thing, so that a store need not look at everything every day.
 * Each answers with the earliest instant after `now` at which anything about it may read differently; null: never. To be
 * early costs a look, to be late would be wrong.
 */

export function systemDue(
  view: Pick<SystemView, 'system' | 'drafts' | 'governance'>,
  world: World,
): string | null {
  return next(world, [...datesOf(view, world).map(startOf), ...fadingOf(view, world)])
}

/** Its review may have become overdue. */
export const supplierDue = ({ nextReview }: Pick<Supplier, 'nextReview'>, world: World): string | null =>
  next(world, nextReview === undefined ? [] : [startOf(addDays(nextReview, 1))])

/** A scope's newest look becomes too old. */
export const scopeDue = (scanners: readonly Pick<ScopeFacts, 'newest'>[], world: World): string | null =>
  next(
    world,
    scanners.map(({ newest }) => justAfter(newest.at, world.settings.staleDays)),
  )

/** Days at whose start something reads differently. */
function datesOf(
  { system, drafts, governance }: Pick<SystemView, 'system' | 'drafts' | 'governance'>,
  world: World,
): string[] {
  const dates: string[] = []
  for (const { dismissal } of governance) {
    if (dismissal?.expires !== undefined) dates.push(addDays(dismissal.expires, 1))
  }
  const rule = world.settings.dismissRules.find(({ id }) => id === system.dismissedByRule)
  if (rule?.expires !== undefined) dates.push(addDays(rule.expires, 1))
  const review = system.fields.nextReview?.value
  if (review !== undefined) dates.push(addDays(review, 1))
  const models = new Set(drafts.flatMap(({ component }) => modelOf(component) ?? []))
  for (const model of models) {
    const end = world.catalogue.retiresOn(model)
    if (end !== null) dates.push(addDays(end, -world.settings.retirementNoticeDays))
  }
  return dates
}

/** Signs of use fade. */
const fadingOf = ({ drafts }: Pick<SystemView, 'drafts'>, { settings }: World): string[] =>
  drafts.flatMap(({ members }) =>
    members.flatMap((m) =>
      m.finding.kind === 'usage' && m.fresh ? [justAfter(m.lastSeenAt, settings.usageDays)] : [],
    ),
  )

/** The first millisecond at which more than so many days have passed. */
const justAfter = (instant: string, days: number): string => addTime(instant, days, 1)

const startOf = (date: string): string => `${date}T00:00:00.000Z`

function next({ now }: World, instants: readonly string[]): string | null {
  const later = instants.filter((instant) => instant > now)
  return later.length === 0 ? null : later.reduce(earlier)
}
