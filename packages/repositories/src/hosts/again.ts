import { coverParts, type Parts, type ScanContext } from '@ai-census/scanner-kit'
import { type Coverage, CoverageStatus, Finding, Unknown } from '@ai-census/schema'
import { z } from 'zod'
import { isWithinDays } from './days.ts'
import type { HostState } from './kept.ts'

/** What a look came to. */
const KnownLook = z.object({
  mark: z.string().nullable(),
  /** With which eyes: the scanner's version, the catalogue. */
  seenWith: z.string(),
  askedAt: z.number(),
  findings: z.array(Finding),
  unknowns: z.array(Unknown),
  coverage: z
    .object({
      status: CoverageStatus.exclude(['complete']),
      reason: z.string(),
      detail: z.string(),
    })
    .nullable(),
})
type KnownLook = z.infer<typeof KnownLook>

/** Where answers are kept, and with which eyes they were seen. */
export interface LookHome {
  readonly state: HostState
  /** Equal where the same answer would show the same: the scanner's version and the catalogue. */
  readonly seenWith: string
  /** Milliseconds since 1970. */
  now(): number
}

/** Of what the look is: an id that no other has, and a mark; another mark means that it is made at once. */
export interface LookedAt {
  readonly id: string
  readonly mark: string | null
}

/**
 * A look at what changes without a sign and costs requests for each place: it is made when the place's mark has
 * changed, and else once in `settingsDays`, each place on a day of its own. In between the last answer holds, a
 * refusal too.
 */
export async function* lookAgain<C extends { readonly settingsDays: number }>(
  { id, mark }: LookedAt,
  { state, seenWith, now: clock }: LookHome,
  ctx: ScanContext<C>,
  look: () => Promise<{ readonly findings: Iterable<Finding>; readonly parts: Parts }>,
): AsyncGenerator<Finding> {
  const now = clock()
  const days = ctx.config.settingsDays
  const kept = state.record('settings', id, KnownLook)
  const last = kept.get()
  if (last && last.mark === mark && last.seenWith === seenWith && isWithinDays(last.askedAt, now, days, id))
    return yield* repeat(last, ctx)

  const said: Said = { unknowns: [], coverage: null }
  const { findings, parts } = await look()
  coverParts(listening(ctx, said), parts)
  const all = [...findings]
  yield* all
  // What passes by itself is no answer to keep.
  if (parts.failures.some(({ failure }) => failure.status === 'throttled' || failure.status === 'failed'))
    return
  kept.set({ ...said, mark, seenWith, askedAt: now, findings: all })
}

function* repeat<C>({ findings, unknowns, coverage }: KnownLook, ctx: ScanContext<C>): Generator<Finding> {
  for (const { place, reason, detail } of unknowns) ctx.unknown(place, reason, detail)
  if (coverage) ctx.cover(coverage.status, coverage.reason, coverage.detail)
  yield* findings
}

interface Said {
  unknowns: Unknown[]
  coverage: KnownLook['coverage']
}

/** The context, and a note of what is said through it. */
function listening<C>(ctx: ScanContext<C>, said: Said): ScanContext<C> {
  return {
    ...ctx,
    unknown(place, reason, detail) {
      said.unknowns.push({ place, reason, detail })
      ctx.unknown(place, reason, detail)
    },
    cover(status: Exclude<Coverage['status'], 'complete'>, reason, detail) {
      said.coverage = { status, reason, detail }
      ctx.cover(status, reason, detail)
    },
  }
}
