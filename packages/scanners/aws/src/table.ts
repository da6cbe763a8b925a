import { FindingKind } from '@ai-census/schema'
import type { AwsConfig } from './config.ts'
import type { Target } from './target.ts'
import * as agentcore from './targets/agentcore.ts'
import * as bedrockAgents from './targets/bedrock-agents.ts'
import * as bedrockControls from './targets/bedrock-controls.ts'
import * as bedrockModels from './targets/bedrock-models.ts'
import * as crossCheck from './targets/cross-check.ts'
import * as dataAutomation from './targets/data-automation.ts'
import * as language from './targets/language.ts'
import * as newAgents from './targets/new-agents.ts'
import * as orchestration from './targets/orchestration.ts'
import * as organisationUse from './targets/organisation-use.ts'
import * as prediction from './targets/prediction.ts'
import * as q from './targets/q.ts'
import * as sagemakerControls from './targets/sagemaker-controls.ts'
import * as sagemakerDevelopment from './targets/sagemaker-development.ts'
import * as sagemakerHosting from './targets/sagemaker-hosting.ts'
import * as sagemakerJobs from './targets/sagemaker-jobs.ts'
import * as sagemakerRegistry from './targets/sagemaker-registry.ts'
import * as stores from './targets/stores.ts'
import * as usageAccount from './targets/usage-account.ts'
import { modelCallers } from './targets/usage-audit.ts'
import * as usageCosts from './targets/usage-costs.ts'
import * as usageMetrics from './targets/usage-metrics.ts'
import * as usageServices from './targets/usage-services.ts'
import * as visionAndSpeech from './targets/vision-and-speech.ts'
import * as workloads from './targets/workloads.ts'

const settled: readonly Record<string, Target>[] = [
  agentcore,
  bedrockAgents,
  bedrockControls,
  bedrockModels,
  crossCheck,
  dataAutomation,
  language,
  newAgents,
  orchestration,
  organisationUse,
  prediction,
  q,
  sagemakerControls,
  sagemakerDevelopment,
  sagemakerHosting,
  sagemakerJobs,
  sagemakerRegistry,
  stores,
  usageAccount,
  usageCosts,
  usageMetrics,
  usageServices,
  visionAndSpeech,
  workloads,
]

type Choice = Pick<AwsConfig, 'costs' | 'eventPages' | 'organization'>

/** The whole table; policy, check, guard and documentation are made of it. */
export const targets: readonly Target[] = [
  ...settled.flatMap((module) => Object.values(module)),
  modelCallers(1),
]

const servicesOf = (where: Target['where']): string[] =>
  [...new Set(targets.filter((one) => one.where === where).map(({ service }) => service))].sort()

export const globalServices: readonly string[] = servicesOf('global')
export const regionalServices: readonly string[] = servicesOf('regional')

const kindsFound = new Set(targets.flatMap((one) => one.kinds))
export const kinds: readonly FindingKind[] = FindingKind.options.filter((kind) => kindsFound.has(kind))

/** Costs are paid for, and events may be many: a person may do without. */
export const isWanted = (service: string, { costs, eventPages, organization }: Choice): boolean =>
  (service !== 'cost-explorer' || costs) &&
  (service !== 'cloudtrail' || eventPages > 0) &&
  (service !== 'organizations' || organization)

export const targetsOf = (service: string, { eventPages }: Pick<Choice, 'eventPages'>): Target[] =>
  targets
    .filter((one) => one.service === service)
    .map((one) => (one.service === 'cloudtrail' ? modelCallers(eventPages) : one))
