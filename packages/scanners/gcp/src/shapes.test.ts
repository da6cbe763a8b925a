import { type CellNotes, createBudgets, readCell } from '@ai-census/cloud-kit'
import { gather, quickClock } from '@ai-census/scanner-kit/testing'
import { Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { GcpConfig } from './config.ts'
import { type Connection, createGcp, type Gcp } from './gcp.ts'
import type { Place } from './place.ts'
import { placeOf } from './scan.ts'
import { targets } from './table.ts'
import type { Target } from './target.ts'
import { LOCATION, NOW, NUMBER, PROJECT, SECRET_VALUE } from './testing/index.ts'

const config = GcpConfig.parse({
  endpoint: 'http://127.0.0.1',
  allowInsecure: true,
  billingTable: 'acme-prod.bill.export',
})
const project = { id: PROJECT, number: NUMBER, name: 'Acme', labels: {} }
const place: Place = placeOf(project, LOCATION, NOW, config)

/** What becomes of a field that may be left out, and what is added to an object. */
interface Shape {
  optional(value: () => unknown): unknown
  readonly extra: object
}
const LEFT_OUT = Symbol('left out')
const SHAPES: Readonly<Record<string, Shape>> = {
  'every field, with values of tomorrow': { optional: (value) => value(), extra: {} },
  'only what must be there': { optional: () => LEFT_OUT, extra: {} },
  'null wherever that may be': { optional: () => null, extra: {} },
  'a number wherever something may be': { optional: () => 42, extra: {} },
  'a text wherever something may be': { optional: () => 'x', extra: {} },
  'a list wherever something may be': { optional: () => [null, 3, 'x', {}], extra: {} },
  'an object wherever something may be': { optional: () => ({ seconds: 'x' }), extra: {} },
  'more fields than anybody knows': {
    optional: (value) => value(),
    extra: { apiKey: SECRET_VALUE, keyString: SECRET_VALUE, auth: { token: SECRET_VALUE }, tomorrow: [null] },
  },
}

/** An answer of this schema. Zod tells of each schema what it is made of. */
function made(schema: z.core.$ZodType, shape: Shape, name = ''): unknown {
  // Zod types the definition by its kind, which `type` says.
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'optional':
    case 'catch':
    case 'nullable':
      return isLoose(def.innerType)
        ? made(def.innerType, shape, name)
        : shape.optional(() => made(def.innerType, shape, name))
    case 'pipe':
      return made(def.in, shape, name)
    case 'object': {
      const entries = Object.entries(def.shape).map(([key, one]) => [key, made(one, shape, key)])
      return { ...Object.fromEntries(entries.filter(([, value]) => value !== LEFT_OUT)), ...shape.extra }
    }
    case 'array':
      return [made(def.element, { ...shape, optional: (value) => value() }, name)]
    case 'record':
      return { env: 'dev', 'api-token': SECRET_VALUE, odd: 7 }
    case 'union':
      return made(def.options[0] as z.core.$ZodType, shape, name)
    case 'number':
      return 7
    case 'boolean':
      return true
    default:
      return textFor(name)
  }
}
/** `optional` and `catch` around each other are one thing that may be left out. */
const isLoose = (schema: z.core.$ZodType): boolean => ['optional', 'catch'].includes(schema._zod.def.type)

const at = `projects/${PROJECT}/locations/${LOCATION}`
const CLAUDE = `${at}/publishers/anthropic/models/claude-sonnet-4@20250514`
function textFor(name: string): string {
  if (name === 'name') return `${at}/things/1`
  if (/time(stamp)?$/i.test(name)) return '2026-11-19T08:00:00.123456789Z'
  if (/^(model|endpoint|baseModel|publicModelName|baseModelUri)$/.test(name)) return CLAUDE
  if (/ur[il]$/i.test(name)) return `https://user:${SECRET_VALUE}@host.example/x?key=${SECRET_VALUE}`
  return 'A_VALUE_OF_TOMORROW'
}

/** The row's own reading of answers that are made of the schemas by which it reads them. */
async function read(type: Target, shape: Shape): Promise<Finding[]> {
  const asked = new Map<string, { schema: z.ZodType; key?: string }>()
  const clock = quickClock()
  const connection: Connection = {
    config,
    clock,
    budgets: createBudgets(clock),
    signal: new AbortController().signal,
    credentials: { headers: async () => ({}), identity: async () => '', renew: async () => undefined },
    // The provider, and nothing of ours.
    send: async (_, path) => {
      const { schema, key } = asked.get(path) ?? {}
      if (!schema) throw new Error(`${path} was asked for by nobody.`)
      const one = made(schema, shape)
      return key ? { [key]: [one] } : one
    },
  }
  const access = (notes: CellNotes): Gcp => {
    const gcp = createGcp(connection, { project: PROJECT, location: LOCATION }, type, notes)
    const listed = <T>(call: { path: string; key: string; item: z.ZodType<T> }) =>
      asked.set(call.path, { schema: call.item, key: call.key })
    return {
      ...gcp,
      list: (call) => {
        listed(call)
        return gcp.list(call)
      },
      within: (call) => {
        listed(call)
        return gcp.within(call)
      },
      get: (call, schema) => {
        asked.set(call.path, { schema })
        return gcp.get(call, schema)
      },
      find: (call, schema) => {
        asked.set(call.path, { schema })
        return gcp.find(call, schema)
      },
      more: (call, schema) => {
        asked.set(call.path, { schema })
        return gcp.more(call, schema)
      },
    }
  }
  return gather(readCell(type, access, place, () => 0))
}

describe.each(Object.entries(SHAPES))('answers with %s', (_, shape) => {
  it.each(targets.map((type) => [type.id, type] as const))('make valid findings of %s', async (_id, type) => {
    const findings = await read(type, shape)
    for (const finding of findings) {
      expect(Finding.safeParse(finding).error?.issues).toBeUndefined()
      expect(finding.kind).toBeOneOf([...type.kinds])
    }
    const said = JSON.stringify(findings)
    expect(said).not.toMatch(/undefined|NaN|\[object/)
    expect(said.includes(SECRET_VALUE)).toBe(false)
  })
})

describe('the key of a finding', () => {
  it('stays what it is, whatever else is said of the thing', async () => {
    const [all, more] = [
      SHAPES['every field, with values of tomorrow'],
      SHAPES['more fields than anybody knows'],
    ]
    if (!all || !more) throw new Error('no such shapes')
    const found = new Set<string>()
    for (const type of targets) {
      const keys = (await read(type, all)).map(({ key }) => key)
      expect(
        (await read(type, more)).map(({ key }) => key),
        type.id,
      ).toEqual(keys)
      if (keys.length > 0) found.add(type.id)
    }
    // Others are told by values that a signature must know: the names of variables, images, services.
    expect(found.size).toBeGreaterThan(30)
  })
})
