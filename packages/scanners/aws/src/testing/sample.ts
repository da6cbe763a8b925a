import type { NormalizedSchema } from '@smithy/core/schema'
import type { Modelled } from './models.ts'

export interface SampleSettings {
  readonly account: string
  readonly region: string
  /** Items of each list. */
  readonly items: number
  /** Structures within lists have no fields: whatever the model promises, an answer may lack it. */
  readonly bare?: boolean
  /** Only the fields that the model requires. */
  readonly requiredOnly?: boolean
  /** A value that must not be carried on: of variables and of settings that anybody may have put anything into. */
  readonly secret?: string
}

const DEEPEST = 5

/**
 * An answer that has every field that the SDK's model knows, made up from names and places: `ModelArn` becomes an ARN,
 * lists have so many items, each with names of its own.
 */
export function sampleOutput(operation: Modelled, settings: SampleSettings): Record<string, unknown> {
  const made = sample(operation.output, operation.name, `${operation.service}`, 0, settings, '1')
  return typeof made === 'object' && made !== null ? { ...made } : {}
}

function sample(
  schema: NormalizedSchema,
  name: string,
  service: string,
  depth: number,
  settings: SampleSettings,
  nth: string,
): unknown {
  if (depth > DEEPEST) return undefined
  if (schema.isStructSchema()) {
    const fields: Record<string, unknown> = {}
    if (settings.bare && depth >= 1) return fields
    const isUnion = schema.isUnionSchema?.() ?? false
    const required = requiredOf(schema)
    let nthField = 0
    for (const [field, member] of schema.structIterator()) {
      // The model has required fields first. A list itself is what an answer is about.
      if (settings.requiredOnly && depth >= 1 && !isUnion && nthField++ >= required) continue
      if (isCursor(field)) continue
      const value = sample(member, field, service, depth + 1, settings, nth)
      if (value === undefined) continue
      fields[field] = value
      if (isUnion) break
    }
    return fields
  }
  if (schema.isListSchema()) {
    const count = depth <= 2 ? settings.items : 1
    return Array.from({ length: count }, (_, i) =>
      sample(
        schema.getValueSchema(),
        name.replace(/s$/, ''),
        service,
        depth + 1,
        settings,
        depth <= 2 ? `${i + 1}` : nth,
      ),
    ).filter((value) => value !== undefined)
  }
  if (schema.isMapSchema() && settings.secret && SETTINGS.test(name))
    return { HF_MODEL_ID: 'acme/public-model', SOME_SETTING: settings.secret, HF_TOKEN: settings.secret }
  if (schema.isMapSchema())
    return { [`${name}-key`]: sample(schema.getValueSchema(), name, service, depth + 1, settings, nth) }
  if (schema.isTimestampSchema()) return new Date('2026-11-01T08:00:00Z')
  if (schema.isBooleanSchema()) return true
  if (schema.isNumericSchema()) return 1
  if (schema.isBlobSchema()) return new Uint8Array([1])
  if (schema.isStringSchema()) return text(name, service, settings, nth)
  return undefined
}

/** Of a state machine: text, in a language of its own. */
const DEFINITION = JSON.stringify({
  StartAt: 'ask',
  States: {
    ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::bedrock:invokeModel',
      Parameters: { ModelId: 'amazon.nova-lite-v1:0', Body: { inputText: 'said by nobody' } },
      End: true,
    },
  },
})
const SETTINGS = /environment|variables|parameters$/i
const REQUIRED = 6

/** How many of a structure's fields are required: the last part of the SDK's static schemas. */
function requiredOf(schema: NormalizedSchema): number {
  // A static schema is a tuple; its types do not say which.
  const made = schema.getSchema() as unknown
  const count: unknown = Array.isArray(made) ? made[REQUIRED] : 0
  return typeof count === 'number' ? count : 0
}

/** Page tokens are the stand-in's own matter. */
export const isCursor = (field: string): boolean =>
  /^(next(page)?token|paginationtoken|(next)?marker|istruncated)$/i.test(field)

function text(name: string, service: string, { account, region }: SampleSettings, nth: string): string {
  if (/arn$/i.test(name))
    return `arn:aws:${service}:${region}:${account}:${name.replace(/arn$/i, '').toLowerCase() || 'thing'}/${nth}`
  if (name === 'definition') return DEFINITION
  if (/(uri|url)$/i.test(name)) return `https://${name.toLowerCase()}-${nth}.example.com/x`
  // What no code may rely on knowing all values of.
  if (/status|state$/i.test(name)) return 'A_VALUE_OF_TOMORROW'
  return `${name}-${nth}`
}
