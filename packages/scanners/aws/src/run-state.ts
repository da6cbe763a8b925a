import { createSharedRun, runsBy, type SharedRun } from '@ai-census/cloud-kit'
import type { Clock, ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
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
  readonly version: string
  /** Who looks. */
  readonly own: Identity
  readonly connections: Connections
  readonly shared: SharedRun<Plan>
  /** Accounts that could not be read, until their scope says so. */
  readonly failures: Map<string, ScopeFailure>
  /** Scopes of regions that are off. */
  readonly off: Set<string>
  readonly tags: TagReader
}

export const createRuns = (clock: Clock, version: string) =>
  runsBy<AwsConfig, Run>(({ signal }) => {
    const connections = createConnections(signal, clock)
    return {
      version,
      own: ownIdentity(),
      connections,
      shared: createSharedRun(clock, connections.close),
      failures: new Map(),
      off: new Set(),
      tags: createTagReader(connections),
    }
  })
