import { createBudgets, createSharedRun, runsBy, type SharedRun } from '@ai-census/cloud-kit'
import type { Clock, ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
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
  readonly version: string
  readonly connection: Connection
  readonly shared: SharedRun<Plan>
}

export const createRuns = (clock: Clock, version: string) =>
  runsBy<GcpConfig, Run>(({ config, signal }) => {
    const credentials = config.token ? givenToken(config.token) : defaultCredentials(config.universeDomain)
    return {
      version,
      connection: {
        config,
        send: createSend(config, credentials),
        credentials,
        budgets: createBudgets(clock),
        clock,
        signal,
      },
      shared: createSharedRun(clock),
    }
  })
