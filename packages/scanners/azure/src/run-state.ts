import { createSharedRun, runsBy, type SharedRun } from '@ai-census/cloud-kit'
import type { Clock, ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
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
  readonly version: string
  readonly connection: Connection
  readonly shared: SharedRun<Plan>
  /** What could not be read of a subscription itself, until its scope says so. */
  readonly failures: Map<string, ScopeFailure>
}

export const createRuns = (clock: Clock, version: string) =>
  runsBy<AzureConfig, Run>(({ config, signal }) => ({
    version,
    connection: createConnection(config, signal, clock),
    shared: createSharedRun(clock),
    failures: new Map(),
  }))
