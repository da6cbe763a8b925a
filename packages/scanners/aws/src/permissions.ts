import type { Service } from './services.ts'

/** An operation as the table names it: the SDK's package, and the provider's own name: `sagemaker:ListEndpoints`. */
export type Operation = `${Service}:${string}`

/**
 * What stands before the colon of a permission, where it is not the name of the SDK's package. From AWS's Service
 * Authorization Reference.
 */
const PREFIXES: Readonly<Partial<Record<Service, string>>> = {
  'agent-registry-control': 'agent-registry',
  'config-service': 'config',
  'devops-agent': 'aidevops',
  qconnect: 'wisdom',
  'bedrock-agent': 'bedrock',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  'bedrock-data-automation': 'bedrock',
  'cost-explorer': 'ce',
  eventbridge: 'events',
  'lex-model-building-service': 'lex',
  'lex-models-v2': 'lex',
  opensearchserverless: 'aoss',
  'resource-groups-tagging-api': 'tag',
  sfn: 'states',
}

export function serviceOf(operation: Operation): Service {
  // The type says what stands before the colon.
  return operation.slice(0, operation.indexOf(':')) as Service
}

export const nameOf = (operation: Operation): string => operation.slice(operation.indexOf(':') + 1)

/** `cost-explorer:GetCostAndUsage` → `ce:GetCostAndUsage`. */
export function permissionOf(operation: Operation): string {
  const service = serviceOf(operation)
  return `${PREFIXES[service] ?? service}:${nameOf(operation)}`
}
