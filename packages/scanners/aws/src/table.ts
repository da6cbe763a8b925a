import { FindingKind } from '@ai-census/schema'
import type { AwsConfig } from './config.ts'
import type { Target } from './target.ts'
import * as sagemakerHosting from './targets/sagemaker-hosting.ts'

/** The whole table; policy, check, guard and documentation are made of it. */
export const targets: readonly Target[] = [sagemakerHosting].flatMap((module) => Object.values(module))

const servicesOf = (where: Target['where']): string[] =>
  [...new Set(targets.filter((one) => one.where === where).map(({ service }) => service))].sort()

export const globalServices: readonly string[] = servicesOf('global')
export const regionalServices: readonly string[] = servicesOf('regional')

const kindsFound = new Set(targets.flatMap((one) => one.kinds))
export const kinds: readonly FindingKind[] = FindingKind.options.filter((kind) => kindsFound.has(kind))

export const targetsOf = (service: string, { costs }: Pick<AwsConfig, 'costs'>): Target[] =>
  targets.filter((one) => one.service === service && (costs || one.service !== 'cost-explorer'))
