import { FindingKind } from '@ai-census/schema'
import type { ServiceName } from './services.ts'
import type { Target } from './target.ts'
import * as agents from './targets/agents.ts'
import * as assetSweep from './targets/asset-sweep.ts'
import * as audit from './targets/audit.ts'
import * as bigquery from './targets/bigquery.ts'
import * as billing from './targets/billing.ts'
import * as keys from './targets/keys.ts'
import * as modelGarden from './targets/model-garden.ts'
import * as usage from './targets/usage.ts'
import * as vertexData from './targets/vertex-data.ts'
import * as vertexHosting from './targets/vertex-hosting.ts'
import * as vertexJobs from './targets/vertex-jobs.ts'
import * as vision from './targets/vision.ts'
import * as workloads from './targets/workloads.ts'
import * as workspaces from './targets/workspaces.ts'

const modules: readonly Record<string, unknown>[] = [
  agents,
  assetSweep,
  audit,
  bigquery,
  billing,
  keys,
  modelGarden,
  usage,
  vertexData,
  vertexHosting,
  vertexJobs,
  vision,
  workloads,
  workspaces,
]

/** Rows share their modules with what else is said of them. */
const isTarget = (value: unknown): value is Target =>
  typeof value === 'object' && value !== null && 'operations' in value && 'read' in value

/** The whole table; policy, check, guard and documentation are made of it. */
export const targets: readonly Target[] = modules.flatMap((module) => Object.values(module).filter(isTarget))

export const tableServices: readonly ServiceName[] = [
  ...new Set(targets.map(({ service }) => service)),
].sort()

const kindsFound = new Set(targets.flatMap((one) => one.kinds))
export const kinds: readonly FindingKind[] = FindingKind.options.filter((kind) => kindsFound.has(kind))

export const targetsOf = (service: ServiceName): Target[] => targets.filter((one) => one.service === service)
