import type { Relation } from '@ai-census/schema'
import { arnOf, toArn } from '../finding.ts'
import type { Place } from '../place.ts'
import { addressOwner } from '../suppliers.ts'
import { hostOf, pathOf } from './vector-store.ts'

/** What a step of a state machine says of AI. */
export interface AiTask {
  readonly supplier: string
  readonly product?: string
  /** `bedrock:invokeModel`, as the step names it. */
  readonly action: string
  /** A model by its id or ARN. */
  readonly model?: string
  readonly host?: string
  readonly relations: readonly (Relation | null)[]
}

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The steps of a definition in Amazon States Language that call AI themselves; null where it is no such definition. What
 * Lambda functions call is theirs to tell.
 */
export function aiTasks(place: Place, definition: string): AiTask[] | null {
  let json: unknown
  try {
    json = JSON.parse(definition)
  } catch {
    return null
  }
  if (!isJson(json) || !isJson(json.States)) return null
  return [...steps(json)].flatMap((step) => taskOf(place, step) ?? [])
}

/** All steps, those in branches and in loops (`Iterator` is what `ItemProcessor` used to be called) as well. */
function* steps(machine: unknown): Generator<Json> {
  if (!isJson(machine) || !isJson(machine.States)) return
  for (const step of Object.values(machine.States)) {
    if (!isJson(step)) continue
    yield step
    yield* steps(step.ItemProcessor)
    yield* steps(step.Iterator)
    if (Array.isArray(step.Branches)) for (const branch of step.Branches) yield* steps(branch)
  }
}

/** `arn:aws:states:::bedrock:invokeModel`, `arn:aws:states:::aws-sdk:bedrockruntime:converse`, with `.sync` and the like. */
const ACTION = /^arn:[^:]+:states:[^:]*:[^:]*:(?:aws-sdk:)?([a-z0-9-]+):([A-Za-z0-9]+)/

/** The SDK for Java's names of services, which steps go by, where the catalogue knows them with dashes. */
const RUNTIMES: Readonly<Record<string, string>> = {
  bedrockruntime: 'bedrock-runtime',
  bedrockagent: 'bedrock-agent',
  bedrockagentruntime: 'bedrock-agent-runtime',
  bedrockagentcore: 'bedrock-agentcore',
  bedrockagentcorecontrol: 'bedrock-agentcore-control',
  bedrockdataautomation: 'bedrock-data-automation',
  bedrockdataautomationruntime: 'bedrock-data-automation-runtime',
  sagemakerruntime: 'sagemaker-runtime',
  sagemakerfeaturestoreruntime: 'sagemaker-featurestore-runtime',
  lexruntimev2: 'lex-models',
  personalizeruntime: 'personalize',
}

function taskOf(place: Place, step: Json): AiTask | null {
  const called = typeof step.Resource === 'string' ? ACTION.exec(step.Resource) : null
  const [, named = '', action = ''] = called ?? []
  if (step.Type !== 'Task' || !action) return null
  // Parameters where steps speak JSONPath, arguments where they speak JSONata.
  const given = literals(step.Arguments ?? step.Parameters)
  if (named === 'http') return httpTask(place, given, action)
  const owner = place.catalogue.awsServiceOwner(RUNTIMES[named] ?? named)
  if (!owner) return null
  const model = given('ModelId') ?? given('ModelArn') ?? given('BaseModelIdentifier')
  return {
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    action: `${named}:${action}`,
    ...(model ? { model } : {}),
    relations: usesOf(place, given),
  }
}

function httpTask(place: Place, given: Literals, action: string): AiTask | null {
  const address = given('ApiEndpoint')
  const host = hostOf(address)
  const owner = addressOwner(place, host, pathOf(address))
  if (!host || !owner) return null
  return {
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    action: `http:${action}`,
    host,
    relations: [{ type: 'calls', to: { type: 'host', value: host } }],
  }
}

type Literals = (name: string) => string | undefined

/** A path and an expression are known when the machine runs: `"ModelId.$": "$.model"`, `"{% $model %}"`. */
const IS_EXPRESSION = /^\s*\{%|^States\.|^\$/
/** Nested no deeper than the services' own requests are. */
const DEEPEST = 8

/** The first text of this name in what a step is given, however deep it stands. */
function literals(given: unknown): Literals {
  const find = (value: unknown, name: string, depth: number): string | undefined => {
    if (depth > DEEPEST || typeof value !== 'object' || value === null) return undefined
    const own: unknown = isJson(value) && Object.hasOwn(value, name) ? value[name] : undefined
    if (typeof own === 'string' && own !== '' && own.length <= 2048 && !IS_EXPRESSION.test(own)) return own
    for (const one of Object.values(value)) {
      const found = find(one, name, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  return (name) => find(given, name, 0)
}

/** What of the organisation's own a step works with, by id or ARN. */
function usesOf(place: Place, given: Literals): (Relation | null)[] {
  const own = (service: string, type: string, name: string | undefined) =>
    toArn('uses', name?.startsWith('arn:') ? name : arnOf(place, service, type, name))
  return [
    own('bedrock', 'agent/', given('AgentId')),
    own('bedrock', 'knowledge-base/', given('KnowledgeBaseId')),
    own('bedrock', 'guardrail/', given('GuardrailIdentifier')),
    toArn('uses', given('HarnessArn')),
    toArn('uses', given('AgentRuntimeArn')),
    own('sagemaker', 'endpoint/', given('EndpointName')?.toLowerCase()),
    own('sagemaker', 'model/', given('ModelName')?.toLowerCase()),
  ]
}
