import { FindingKind } from '@ai-census/schema'
import type { AzureConfig } from './config.ts'
import type { Target } from './target.ts'
import * as cognitiveAccounts from './targets/cognitive-accounts.ts'
import * as cognitiveControls from './targets/cognitive-controls.ts'
import * as cognitiveProjects from './targets/cognitive-projects.ts'
import * as foundryAgents from './targets/foundry-agents.ts'
import * as foundryApplications from './targets/foundry-applications.ts'
import * as managedCompute from './targets/managed-compute.ts'
import * as mlAssets from './targets/ml-assets.ts'
import * as mlEndpoints from './targets/ml-endpoints.ts'
import * as mlJobs from './targets/ml-jobs.ts'
import * as mlWorkspaces from './targets/ml-workspaces.ts'
import * as platforms from './targets/platforms.ts'
import * as resourceGraph from './targets/resource-graph.ts'
import * as stores from './targets/stores.ts'
import * as usage from './targets/usage.ts'
import * as usageCosts from './targets/usage-costs.ts'
import * as workloads from './targets/workloads.ts'

const modules: readonly Record<string, unknown>[] = [
  cognitiveAccounts,
  cognitiveControls,
  cognitiveProjects,
  foundryAgents,
  foundryApplications,
  managedCompute,
  mlAssets,
  mlEndpoints,
  mlJobs,
  mlWorkspaces,
  platforms,
  resourceGraph,
  stores,
  usage,
  usageCosts,
  workloads,
]

/** Rows share their modules with what they are made with. */
const isTarget = (value: unknown): value is Target =>
  typeof value === 'object' && value !== null && 'operations' in value && 'read' in value

/** The whole table; policy, check, guard and documentation are made of it. */
export const targets: readonly Target[] = modules.flatMap((module) => Object.values(module).filter(isTarget))

/** By the resource provider whose registration decides whether there can be any: `microsoft.search`; or a part of what it has. */
export const services: readonly string[] = [...new Set(targets.map(({ service }) => service))].sort()

const kindsFound = new Set(targets.flatMap((one) => one.kinds))
export const kinds: readonly FindingKind[] = FindingKind.options.filter((kind) => kindsFound.has(kind))

export const isWanted = (service: string, { costs, services: only }: AzureConfig): boolean =>
  (service !== 'microsoft.costmanagement' || costs) &&
  (!only || only.includes(service) || only.includes(providerOf(service)))

/** `microsoft.cognitiveservices.managedcompute` → `microsoft.cognitiveservices`. */
export const providerOf = (service: string): string => service.split('.').slice(0, 2).join('.')

export const targetsOf = (service: string): Target[] => targets.filter((one) => one.service === service)
