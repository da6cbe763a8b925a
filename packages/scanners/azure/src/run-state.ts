import { noResume, openResume, type Resume } from '@ai-census/cloud-kit'
import type { Clock, ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import { digest } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import type { AzureConfig } from './config.ts'
import { type Connection, createConnection } from './connection.ts'
import type { Subscription } from './subscriptions.ts'

export type Context = ScanContext<AzureConfig>

export interface Plan {
  readonly subscription: Subscription
  /** `microsoft.cognitiveservices`, or `subscription`: whether it can be looked at all. */
  readonly service: string
  /** The resource provider is not registered, so that there is nothing of its kind to list. */
  readonly isOff: boolean
}

/** What the scopes of one run share. */
export interface Run {
  readonly connection: Connection
  readonly plans: Map<string, Plan>
  /** What could not be read of a subscription itself, until its scope says so. */
  readonly failures: Map<string, ScopeFailure>
  readonly clock: Clock
  resume: Resume
  /** Scopes that were discovered and are not done. */
  open: number
  isDiscovered: boolean
  openResume(tenant: string): void
  /** A scope is done, or discovery is. */
  settle(): void
}

type RunContext = Pick<Context, 'config' | 'signal' | 'now'>

/** Finds the run that a context belongs to by its parsed configuration, which the runner makes once a run. */
export function createRuns(clock: Clock, version: string): (ctx: RunContext) => Run {
  const runs = new WeakMap<AzureConfig, Run>()
  return (ctx) => {
    const known = runs.get(ctx.config)
    if (known) return known
    const run = createRun(ctx, clock, version)
    runs.set(ctx.config, run)
    return run
  }
}

function createRun(ctx: RunContext, clock: Clock, version: string): Run {
  const { config, signal } = ctx
  const run: Run = {
    connection: createConnection(config, signal, clock),
    plans: new Map(),
    failures: new Map(),
    clock,
    resume: noResume,
    open: 0,
    isDiscovered: false,
    openResume(tenant) {
      if (!config.cacheFolder || config.resumeHours === 0) return
      const { cacheFolder, resumeHours, token: _, ...look } = config
      const key = digest({ tenant, look, version, catalogue: loadCatalogue().hash })
      run.resume = openResume(cacheFolder, key, ctx.now().getTime(), resumeHours * 3_600_000)
    },
    settle() {
      if (run.isDiscovered && run.open === 0) run.resume.finished()
    },
  }
  return run
}
