import type { UnknownReason } from '@ai-census/schema'
import { type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'

/**
 * Reads the parts of one scope: a part that fails in an expected way becomes an Unknown with its place, and
 * what the others saw is kept. `finish` says what the whole look is worth.
 */
export interface Parts {
  /** Everything that came before the failure, if there was one. */
  all<T>(place: string, items: AsyncIterable<T>): Promise<T[]>
  one<T>(place: string, read: () => Promise<T>): Promise<T | null>
  /** Counts a failure that somebody else caught. */
  failed(place: string, failure: ScopeFailure): void
  finish(): void
}

export function createParts(ctx: ScanContext<unknown>): Parts {
  const failures: ScopeFailure[] = []
  let read = 0

  const failed = (place: string, failure: ScopeFailure) => {
    failures.push(failure)
    ctx.unknown(place, unknownReason(failure), failure.message)
  }
  /** True where it went well. Anything but a `ScopeFailure` is a defect, and the runner's business. */
  const attempt = async (place: string, look: () => Promise<void>) => {
    const failure = await look().then(
      () => null,
      (error: unknown) => error,
    )
    if (failure === null) read++
    else if (failure instanceof ScopeFailure) failed(place, failure)
    else throw failure
  }
  return {
    async all(place, items) {
      const seen: Awaited<ReturnType<typeof gatherInto>> = []
      const into = seen as (typeof items extends AsyncIterable<infer T> ? T : never)[] // the element type of `items`
      await attempt(place, () => gatherInto(items, into))
      return into
    },
    async one(place, look) {
      const found: { value?: Awaited<ReturnType<typeof look>> } = {}
      await attempt(place, async () => {
        found.value = await look()
      })
      return found.value ?? null
    },
    failed,
    finish() {
      const worst = gravest(failures)
      if (worst) ctx.cover(read === 0 ? worst.status : partOf(worst), worst.reason, worst.message)
    },
  }
}
