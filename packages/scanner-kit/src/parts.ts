import type { UnknownReason } from '@ai-census/schema'
import { type ScanContext, ScopeFailure } from './scanner.ts'

/**
 * The parts of one look. A part that fails in an expected way is remembered with its place, and what the other
 * parts saw is kept; anything but a `ScopeFailure` is a defect and goes on to the runner.
 */
export interface Parts {
  /** All items; where the list broke off, those before. */
  all<T>(place: string, items: AsyncIterable<T>): Promise<T[]>
  /** What was read, or null. */
  one<T>(place: string, read: () => Promise<T>): Promise<T | null>
  /** Counts the parts of another look as parts of this one, for what several scopes share. */
  include(other: Parts): void
  readonly read: number
  readonly failures: readonly PartFailure[]
}

interface PartFailure {
  readonly place: string
  readonly failure: ScopeFailure
}

export function createParts(): Parts {
  const failures: PartFailure[] = []
  let read = 0

  const attempt = async (place: string, look: () => Promise<void>) => {
    try {
      await look()
      read++
    } catch (failure) {
      if (!(failure instanceof ScopeFailure)) throw failure
      failures.push({ place, failure })
    }
  }
  return {
    async all<T>(place: string, items: AsyncIterable<T>) {
      const seen: T[] = []
      await attempt(place, async () => {
        for await (const item of items) seen.push(item)
      })
      return seen
    },
    async one<T>(place: string, look: () => Promise<T>) {
      let found: T | null = null
      await attempt(place, async () => {
        found = await look()
      })
      return found
    },
    include(other) {
      failures.push(...other.failures)
      read += other.read
    },
    get read() {
      return read
    },
    failures,
  }
}

/** Writes the failures into the scope's coverage: where something could be read, the look is partial. */
export function coverParts(ctx: ScanContext<unknown>, { read, failures }: Parts): void {
  for (const { place, failure } of failures) ctx.unknown(place, unknownReason(failure), failure.message)
  const [first] = failures
  if (!first) return
  // The one that passes by itself says most about what to do: look again later.
  const { failure } = failures.find((part) => part.failure.status === 'throttled') ?? first
  const partly = read > 0 && failure.status !== 'throttled'
  ctx.cover(partly ? 'partial' : failure.status, failure.reason, failure.message)
}

function unknownReason({ status, reason }: ScopeFailure): UnknownReason {
  if (status === 'denied') return 'permission'
  if (status === 'throttled') return 'throttled'
  return REASONS[reason] ?? 'unavailable'
}

/** The kit's reasons for a failed request. */
const REASONS: Record<string, UnknownReason> = {
  'unexpected-answer': 'malformed',
  'answer-too-large': 'too-large',
  'pagination-loop': 'malformed',
  'pagination-limit': 'limit-reached',
}
