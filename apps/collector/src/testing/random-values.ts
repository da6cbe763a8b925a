import type { Random } from './random.ts'

/** The parts of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  prefixItems?: Schema[]
  minItems?: number
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

export interface Known {
  schemas: Readonly<Record<string, Schema>>
  /** Values that are really there, by the name of the property that they go by. */
  values: Readonly<Record<string, readonly string[]>>
  /** How often a value is one that no schema allows or no database likes. */
  hostility: number
}

const DEEPEST = 8

/** A value that fits the schema, unless it is meant to be hostile. */
export function makeValue(schema: Schema, known: Known, random: Random, name = '', depth = 0): unknown {
  if (random.happens(known.hostility)) return random.pick(HOSTILE)
  if (schema.$ref) return makeValue(resolve(schema.$ref, known), known, random, name, depth)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const choice = schema.oneOf ?? schema.anyOf
  if (choice) return makeValue(random.pick(choice), known, random, name, depth)
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((one) => makeValue(one, known, random, name, depth)))
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type
  switch (type) {
    case 'object':
      return objectOf(schema, known, random, depth)
    case 'array':
      return arrayOf(schema, known, random, name, depth)
    case 'integer':
      return Math.floor(numberOf(schema, random))
    case 'number':
      return numberOf(schema, random)
    case 'boolean':
      return random.happens(0.5)
    case 'null':
      return null
    default:
      return textOf(schema, known, random, name)
  }
}

function resolve(ref: string, { schemas }: Known): Schema {
  const schema = schemas[ref.slice(ref.lastIndexOf('/') + 1)]
  if (!schema) throw new Error(`the document has no ${ref}`)
  return schema
}

function objectOf(schema: Schema, known: Known, random: Random, depth: number): Record<string, unknown> {
  const required = new Set(schema.required)
  const chance = depth > DEEPEST ? 0 : 0.6
  const entries = Object.entries(schema.properties ?? {})
    .filter(([name]) => required.has(name) || random.happens(chance))
    .map(([name, one]) => [name, makeValue(one, known, random, name, depth + 1)])
  const { additionalProperties: rest } = schema
  if (typeof rest === 'object' && random.happens(0.5))
    entries.push([random.pick(NAMES), makeValue(rest, known, random, '', depth + 1)])
  return Object.fromEntries(entries)
}

function arrayOf(schema: Schema, known: Known, random: Random, name: string, depth: number): unknown[] {
  if (schema.prefixItems)
    return schema.prefixItems.map((one) => makeValue(one, known, random, name, depth + 1))
  const least = schema.minItems ?? 0
  const more = depth > DEEPEST ? 0 : random.below(4)
  return Array.from({ length: least + more }, () =>
    makeValue(schema.items ?? {}, known, random, name, depth + 1),
  )
}

function numberOf({ minimum = 0, maximum = 1000 }: Schema, random: Random): number {
  const [least, most] = [Math.max(minimum, -1e6), Math.min(maximum, minimum + 1e6)]
  return random.happens(0.2) ? random.pick([minimum, maximum]) : least + random.next() * (most - least)
}

function textOf(schema: Schema, known: Known, random: Random, name: string): string {
  const there = known.values[name]
  if (there && there.length > 0 && random.happens(0.8)) return random.pick(there)
  if (schema.format === 'uuid') return uuid(random)
  if (schema.format === 'date') return random.pick(DATES)
  if (schema.format === 'date-time') return random.pick(INSTANTS)
  const length = Math.min(schema.maxLength ?? 40, random.pick([1, 3, 12, 40, 400]))
  return random.happens(0.1)
    ? 'x'.repeat(schema.maxLength ?? 1000)
    : random
        .pick(TEXTS)
        .padEnd(schema.minLength ?? 0, 'a')
        .slice(0, Math.max(length, schema.minLength ?? 0))
}

export const uuid = (random: Random): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => random.below(16).toString(16))

const NAMES = ['a', '__proto__', 'constructor', 'toString', '', 'ключ', 'x'.repeat(300)]
const DATES = [
  '2026-11-24',
  '2027-02-28',
  '2030-12-31',
  '2028-02-29',
  '0001-01-01',
  '9999-12-31',
  '1970-01-01',
]
const INSTANTS = [
  '2026-11-23T08:00:00.000Z',
  '2026-11-23T08:00:00+02:00',
  '2026-11-23T08:00:00.123456Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-23T08:00:00+23:59',
  '1970-01-01T00:00:00Z',
]
const TEXTS = [
  'openai',
  'high',
  'acme/shop',
  'name',
  'git:github.com/acme/shop',
  'true',
  'none',
  '1',
  'a,b,,c',
  '%',
  '_',
  '\\',
  '😀 ü ﷽ \u202e',
]
const deep = (n: number): unknown => (n === 0 ? 0 : [deep(n - 1)])

/** What callers send that mean no good, or whose programs are broken. */
export const HOSTILE: readonly unknown[] = [
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  "' or 1=1; drop table decision; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '{{7*7}}',
  '%00%0d%0aSet-Cookie:x=y',
  'x'.repeat(50_000),
  '',
  ' ',
  '-1',
  'NaN',
  '9'.repeat(400),
  'null',
  Number.MAX_SAFE_INTEGER,
  -Number.MAX_SAFE_INTEGER,
  1e308,
  -1,
  0.1,
  2 ** 31,
  2 ** 63,
  null,
  true,
  [],
  {},
  [null],
  { __proto__: null, constructor: 1 },
  JSON.parse('{"__proto__":{"admin":true}}'),
  deep(200),
  Array.from({ length: 500 }, () => 'x'),
]
