import { FindingKind } from '@ai-census/schema'
import type { ServiceName } from './services.ts'
import type { Target } from './target.ts'
import * as agents from './targets/agents.ts'
import * as bigquery from './targets/bigquery.ts'
import * as keys from './targets/keys.ts'
import * as usage from './targets/usage.ts'
import * as vertexData from './targets/vertex-data.ts'
import * as vertexHosting from './targets/vertex-hosting.ts'
import * as vertexJobs from './targets/vertex-jobs.ts'
import * as workloads from './targets/workloads.ts'
import * as workspaces from './targets/workspaces.ts'

const modules: readonly Record<string, Target>[] = [
  agents,
  bigquery,
  keys,
  usage,
  vertexData,
  vertexHosting,
  vertexJobs,
  workloads,
  workspaces,
]

/** The whole table; policy, check, guard and documentation are made of it. */
export const targets: readonly Target[] = modules.flatMap((module) => Object.values(module))

export const tableServices: readonly ServiceName[] = [
  ...new Set(targets.map(({ service }) => service)),
].sort()

const kindsFound = new Set(targets.flatMap((one) => one.kinds))
export const kinds: readonly FindingKind[] = FindingKind.options.filter((kind) => kindsFound.has(kind))

export const targetsOf = (service: ServiceName): Target[] => targets.filter((one) => one.service === service)
