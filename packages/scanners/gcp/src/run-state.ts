import { createBudgets, noResume, openResume, type Resume } from '@ai-census/cloud-kit'
import type { Clock, ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import { digest } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { addressOf, takesCredentials } from './address.ts'
import { defaultCredentials, givenToken } from './auth.ts'
import type { GcpConfig } from './config.ts'
import type { Connection } from './gcp.ts'
import type { Project } from './place.ts'
import type { ServiceName } from './services.ts'
import { createSend } from './transport.ts'

export type Context = ScanContext<GcpConfig>

export interface Plan {
  readonly project: Project
  readonly location: string
  /** Null: the project itself. */
  readonly service: ServiceName | null
  /** Why nothing of it can be read. */
  readonly failure?: ScopeFailure
}

/** What the scopes of one run share. */
export interface Run {
  readonly connection: Connection
  readonly plans: Map<string, Plan>
  readonly clock: Clock
  resume: Resume
  /** Scopes that were discovered and are not done. */
  open: number
  isDiscovered: boolean
  openResume(): Promise<void>
  /** A scope is done, or discovery is. */
  settle(): void
}

type RunContext = Pick<Context, 'config' | 'signal' | 'now'>

/** Finds the run that a context belongs to by its parsed configuration, which the runner makes once a run. */
export function createRuns(clock: Clock, version: string): (ctx: RunContext) => Run {
  const runs = new WeakMap<GcpConfig, Run>()
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
  const credentials = config.token ? givenToken(config.token) : defaultCredentials(config.universeDomain)
  const run: Run = {
    connection: {
      config,
      send: createSend(config, credentials),
      credentials,
      budgets: createBudgets(clock),
      clock,
      signal,
    },
    plans: new Map(),
    clock,
    resume: noResume,
    open: 0,
    isDiscovered: false,
    async openResume() {
      if (!config.cacheFolder || config.resumeHours === 0) return
      const { cacheFolder, resumeHours, token: _, ...look } = config
      const isAnonymous = !takesCredentials(config, addressOf(config, 'cloudresourcemanager', 'global'))
      const identity = isAnonymous ? '' : await credentials.identity()
      const key = digest({ identity, look, version, catalogue: loadCatalogue().hash })
      run.resume = openResume(cacheFolder, key, ctx.now().getTime(), resumeHours * 3_600_000)
    },
    settle() {
      if (run.isDiscovered && run.open === 0) run.resume.finished()
    },
  }
  return run
}
