import type { Rating, RiskProfile, SystemField } from '@ai-census/schema'
import type { Draft } from '../component.ts'
import type { Governance, Pin } from '../replay.ts'
import { reopened, riskProfile } from './reopened.ts'

/** A rating as the log has it. */
export type LoggedRating = Omit<Rating, 'reopened'> & { readonly basis?: RiskProfile }

/**
 * The rating that the system's risk level comes from, with the answers that what came since re-opens. `ever`: all
 * evidence that counts or did; `now`: that which counts now. Undefined where nobody rated it, or where its level was
 * set without the rubric.
 */
export function ratingOf(
  governance: readonly Governance[],
  ever: readonly Draft[],
  now: readonly Draft[],
  pins: ReadonlyMap<SystemField, Pin>,
): Rating | undefined {
  // As with pins, the system's own word comes first, then that of the systems merged into it.
  const logged = governance.find((g) => g.pins.has('riskLevel'))?.rating
  if (!logged) return undefined
  const { basis, ...rating } = logged
  const before = basis ?? profileThen(ever, pins, rating.at)
  const after = riskProfile(componentsOf(now), saidBy(pins))
  return { ...rating, reopened: reopened(before, after, rating) }
}

/**
 * What had been seen and said by then. Of a component that is another one since, only its model is taken to be new:
 * what it was before is in the ledger's past, which a projection of the present does not read.
 */
function profileThen(ever: readonly Draft[], pins: ReadonlyMap<SystemField, Pin>, at: string): RiskProfile {
  const known = ever.filter((d) => d.component.firstSeenAt <= at)
  const unchanged = known.filter((d) => d.essenceAt <= at)
  const said = saidBy(new Map([...pins].filter(([, pin]) => pin.at <= at)))
  return {
    ...riskProfile(componentsOf(known), said),
    models: riskProfile(componentsOf(unchanged), said).models,
  }
}

const componentsOf = (drafts: readonly Draft[]): Draft['component'][] => drafts.map((d) => d.component)

const saidBy = (pins: ReadonlyMap<SystemField, Pin>): Partial<Record<SystemField, string>> =>
  Object.fromEntries([...pins].map(([field, { value }]) => [field, value]))
