import type { Clock, ScanContext } from '@ai-census/scanner-kit'
import { digest } from '@ai-census/schema'
import { noResume, openResume, type Resume } from './resume.ts'

/** What the scopes of one run share, whichever cloud they are of. */
export interface SharedRun<Plan> {
  readonly clock: Clock
  readonly resume: Resume
  /** A scope was discovered, and this is what is to be done for it. */
  plan(key: string, plan: Plan): void
  /** A scope is scanned once: its plan is given away, so that the plans of those that are done do not pile up. */
  take(key: string): Plan
  /** So many scopes there will be, as far as can be told; said to people with those that are done. */
  expect(scopes: number, ctx: Pick<ScanContext<unknown>, 'progress'>): void
  /** A scope is done. */
  scanned(): void
  discovered(): void
  /** Goes on where a scan that looked the same way was stopped, where that is wanted. */
  openResume(look: ResumeLook): void
}

export interface ResumeLook {
  readonly config: {
    readonly cacheFolder?: string | undefined
    readonly resumeHours: number
    readonly token?: string | undefined
  }
  /** Who looks at what: whoever sees less must not go on where somebody else stopped. */
  readonly identity: string
  readonly version: string
  readonly catalogue: string
  readonly now: Date
}

/** `onEnd` comes after the last scope, or after discovery, whichever is later. */
export function createSharedRun<Plan>(clock: Clock, onEnd: () => void = () => undefined): SharedRun<Plan> {
  const plans = new Map<string, Plan>()
  let resume = noResume
  let open = 0
  let done = 0
  let isDiscovered = false
  let sayProgress: () => void = () => undefined
  const settle = () => {
    if (!isDiscovered || open > 0) return
    resume.finished()
    onEnd()
  }
  return {
    clock,
    get resume() {
      return resume
    },
    plan(key, plan) {
      plans.set(key, plan)
      open++
    },
    take(key) {
      const plan = plans.get(key)
      if (!plan) throw new Error(`The scope ${key} was not discovered in this run.`)
      plans.delete(key)
      return plan
    },
    expect(scopes, { progress }) {
      sayProgress = () => progress(done, Math.max(scopes, done + open), 'scopes')
      sayProgress()
    },
    scanned() {
      done++
      open--
      sayProgress()
      settle()
    },
    discovered() {
      isDiscovered = true
      settle()
    },
    openResume({ config, identity, version, catalogue, now }) {
      // A token is nothing to keep, nor is a new one another way of looking.
      const { cacheFolder, resumeHours, token: _, ...look } = config
      if (!cacheFolder || resumeHours === 0) return
      const key = digest({ identity, look, version, catalogue })
      resume = openResume(cacheFolder, key, now.getTime(), resumeHours * 3_600_000)
    },
  }
}

type RunContext<Config> = Pick<ScanContext<Config>, 'config' | 'signal' | 'now'>

/** Finds the run that a context belongs to by its parsed configuration, which the runner makes once a run. */
export function runsBy<Config extends object, Run>(
  create: (ctx: RunContext<Config>) => Run,
): (ctx: RunContext<Config>) => Run {
  const runs = new WeakMap<Config, Run>()
  return (ctx) => {
    const run = runs.get(ctx.config) ?? create(ctx)
    runs.set(ctx.config, run)
    return run
  }
}
