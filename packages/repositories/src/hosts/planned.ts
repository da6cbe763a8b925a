import { type ScanContext, type Scanner, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind, Scope } from '@ai-census/schema'
import { kinds } from '../kinds.ts'
import { seenWith } from '../seen-with.ts'
import type { ReadSettings } from '../settings.ts'

/** A scope that was discovered, what a look at it can see, and the look. */
export interface PlannedScope<C> {
  readonly scope: Scope
  readonly sees: readonly FindingKind[]
  look(ctx: ScanContext<C>): AsyncIterable<Finding>
}

/** What one scanner of a code host knows that the others do not. */
export interface CodeHost<C> {
  readonly id: string
  readonly version: string
  readonly config: Scanner<C>['config']
  /** Besides what code can show. */
  readonly kinds?: readonly FindingKind[]
  discover(ctx: ScanContext<C>): AsyncIterable<PlannedScope<C>>
}

/** A scanner of a code host: its scopes are found with what to do in them, so that nothing is asked for twice. */
export function createHostScanner<C extends ReadSettings>(host: CodeHost<C>): Scanner<C> {
  // The runner parses the configuration once a run, so that it tells one run from another.
  const runs = new WeakMap<C, Map<string, PlannedScope<C>>>()
  return {
    id: host.id,
    version: host.version,
    catalogue: seenWith,
    config: host.config,
    kinds: [...kinds, ...(host.kinds ?? [])],
    async *discover(ctx) {
      const plans = new Map<string, PlannedScope<C>>()
      runs.set(ctx.config, plans)
      for await (const planned of host.discover(ctx)) {
        plans.set(planned.scope.key, planned)
        yield planned.scope
      }
    },
    async *scan(scope, ctx) {
      const plans = runs.get(ctx.config)
      const planned = plans?.get(scope.key)
      if (!planned) throw new Error(`The scope ${scope.key} was not discovered in this run.`)
      // A scope is scanned once; with thousands of them the plans of those that are done would pile up.
      plans?.delete(scope.key)
      ctx.sees(planned.sees)
      yield* planned.look(ctx)
    },
  }
}

/** Each place in turn; one that cannot be read does not keep the others from being read. */
export async function* discoverEach<C>(
  places: readonly string[],
  ctx: ScanContext<C>,
  discover: (place: string) => AsyncIterable<PlannedScope<C>>,
): AsyncGenerator<PlannedScope<C>> {
  for (const place of places) {
    try {
      yield* discover(place)
    } catch (failure) {
      if (!(failure instanceof ScopeFailure)) throw failure
      ctx.cover(failure.status, failure.reason, `${place}: ${failure.message}`)
    }
  }
}

/** Takes the first `size` of what comes; without a size all. Says of the source when it left some out. */
export interface Sample {
  take<T>(items: readonly T[]): readonly T[]
  /** True once nothing more is to be taken. */
  readonly isFull: boolean
}

export function createSample<C>(size: number | undefined, place: string, ctx: ScanContext<C>): Sample {
  let taken = 0
  return {
    take(items) {
      const some = size === undefined ? items : items.slice(0, size - taken)
      taken += some.length
      if (taken === size) ctx.cover('partial', 'sample', `${place}: a sample of ${taken} repositories.`)
      return some
    },
    get isFull() {
      return taken === size
    },
  }
}
