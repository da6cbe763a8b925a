import type { Rating, SystemField } from '@ai-census/schema'
import type { Draft } from '../component.ts'
import type { Governance, Pin } from '../replay.ts'
import { reopened, riskProfile } from './reopened.ts'

/**
 * The rating that the system's risk level comes from, with the answers that what came since re-opens. `drafts`: the
 * evidence that counts now. Undefined where nobody rated it, or where its level was set without the rubric.
 */
export function ratingOf(
  governance: readonly Governance[],
  drafts: readonly Draft[],
  pins: ReadonlyMap<SystemField, Pin>,
): Rating | undefined {
  // As with pins, the system's own word comes first, then that of the systems merged into it.
  const rating = governance.find((g) => g.pins.has('riskLevel'))?.rating
  if (!rating) return undefined
  const isOld = (at: string): boolean => at <= rating.at
  const old = drafts.filter((d) => isOld(d.component.firstSeenAt) && isOld(d.essenceAt))
  const said = [...pins].map(([field, { value, at }]) => ({ field, value, at }))
  const before = riskProfile(
    old.map((d) => d.component),
    valuesOf(said.filter((pin) => isOld(pin.at))),
  )
  const now = riskProfile(
    drafts.map((d) => d.component),
    valuesOf(said),
  )
  return { ...rating, reopened: reopened(before, now, rating) }
}

const valuesOf = (
  said: readonly { readonly field: SystemField; readonly value: string }[],
): Partial<Record<SystemField, string>> => Object.fromEntries(said.map(({ field, value }) => [field, value]))
