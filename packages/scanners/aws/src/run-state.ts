import { noResume, openResume, type Resume } from '@ai-census/cloud-kit'
import type { Clock, ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import { digest } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import type { AwsConfig } from './config.ts'
import { type Connections, createConnections, type Identity, ownIdentity } from './connections.ts'
import { createTagReader, type TagReader } from './tag-reader.ts'

export type Context = ScanContext<AwsConfig>

/** An account that can be read, or why not. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly identity: Identity
}

export interface Plan {
  readonly account: Account
  /** `eu-west-1`, or `global`. */
  readonly region: string
  readonly service: string
}

/** What the scopes of one run share. */
export interface Run {
  /** Who looks. */
  readonly own: Identity
  readonly connections: Connections
  readonly plans: Map<string, Plan>
  /** Accounts that could not be read, until their scope says so. */
  readonly failures: Map<string, ScopeFailure>
  /** Scopes of regions that are off. */
  readonly off: Set<string>
  readonly tags: TagReader
  readonly clock: Clock
  resume: Resume
  /** Scopes that were discovered and are not done. */
  open: number
  isDiscovered: boolean
  openResume(caller: string): void
  /** So many scopes there will be, as far as can be told; said to people with those that are done. */
  expect(scopes: number, ctx: Pick<Context, 'progress'>): void
  /** A scope is done. */
  scanned(): void
  /** After the last scope, or after discovery. */
  settle(): void
}

type RunContext = Pick<Context, 'config' | 'signal' | 'now'>

/** Finds the run that a context belongs to by its parsed configuration, which the runner makes once a run. */
export function createRuns(clock: Clock, version: string): (ctx: RunContext) => Run {
  const runs = new WeakMap<AwsConfig, Run>()
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
  let done = 0
  let sayProgress: () => void = () => undefined
  const connections = createConnections(signal, clock)
  const run: Run = {
    own: ownIdentity(),
    connections,
    plans: new Map(),
    failures: new Map(),
    off: new Set(),
    tags: createTagReader(connections),
    clock,
    resume: noResume,
    open: 0,
    isDiscovered: false,
    openResume(caller) {
      if (!config.cacheFolder || config.resumeHours === 0) return
      const { cacheFolder, resumeHours, ...look } = config
      const key = digest({ caller, look, version, catalogue: loadCatalogue().hash })
      run.resume = openResume(cacheFolder, key, ctx.now().getTime(), resumeHours * 3_600_000)
    },
    expect(scopes, { progress }) {
      sayProgress = () => progress(done, Math.max(scopes, done + run.open), 'scopes')
      sayProgress()
    },
    scanned() {
      done++
      run.open--
      sayProgress()
      run.settle()
    },
    settle() {
      if (!run.isDiscovered || run.open > 0) return
      run.resume.finished()
      connections.close()
    },
  }
  return run
}
