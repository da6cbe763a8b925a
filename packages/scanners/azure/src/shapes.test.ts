import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { type ArmCall, type Estate, look, PLANTED, SUB, smallSubscription } from './testing/index.ts'

const estate = smallSubscription()
const folder = join(import.meta.dirname, 'targets')

interface Field {
  readonly kind: string
  readonly path: readonly string[]
}

/** Every field that the targets read, by the very calls that read it: what is added there is tried here. */
const fields: readonly Field[] = readdirSync(folder).flatMap((file) =>
  [
    ...readFileSync(join(folder, file), 'utf8').matchAll(
      /\b(text|flag|number|list|at)\(\s*[\w.?]+\s*((?:,\s*'[^']+'\s*)+),?\s*\)/g,
    ),
  ].map(([, kind = '', path = '']) => ({
    kind,
    path: [...path.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  })),
)
const isKept = (name: string) => ['id', 'name', 'type', 'value', 'data'].includes(name)

type Make = (field: Field) => unknown

/** An item with everything in it that any target reads. */
function filled(item: object, make: Make): object {
  const full: Record<string, unknown> = structuredClone({ ...item })
  for (const field of fields) {
    let here: Record<string, unknown> = full
    const [last = '', ...above] = [...field.path].reverse()
    for (const name of above.reverse()) {
      const below = here[name]
      const next = typeof below === 'object' && below !== null && !Array.isArray(below) ? { ...below } : {}
      here[name] = next
      here = next
    }
    if (!isKept(last) && !(last in here)) here[last] = make(field)
  }
  return full
}

const ADDRESS = /(endpoint|url|uri|^target)$/i
const value: Make = ({ kind, path }) => {
  const name = path.at(-1) ?? ''
  if (kind === 'flag') return true
  if (kind === 'number') return 7
  if (kind === 'list') return [{ name: 'A', value: PLANTED, enabled: true, agentName: 'B' }, 'text', null, 3]
  if (kind === 'at') return { key: PLANTED }
  if (ADDRESS.test(name)) return `https://user:${PLANTED}@host.example/path?sig=${PLANTED}`
  return /id$/i.test(name) ? `${SUB}/resourceGroups/g/providers/Microsoft.X/y/z` : 'AValueOfTomorrow'
}
const wrong: Make = ({ kind }) => (kind === 'text' ? 7 : kind === 'number' ? 'seven' : 'no')

const extra = {
  apiKey: PLANTED,
  credentials: { key: PLANTED },
  connectionString: PLANTED,
  aFieldOfTomorrow: [{ deep: { deeper: null } }],
}
const bare = (item: object) => Object.fromEntries(Object.entries(item).filter(([name]) => isKept(name)))
const recast = (item: object, make: (one: unknown) => unknown): object => {
  const turn = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(turn)
    if (typeof one !== 'object' || one === null) return make(one)
    return Object.fromEntries(Object.entries(one).map(([name, x]) => [name, isKept(name) ? x : turn(x)]))
  }
  return Object.fromEntries(Object.entries(item).map(([name, x]) => [name, isKept(name) ? x : turn(x)]))
}

/** The same subscription with every item of every list made over; what leads there stays as it is. */
const madeOver = (make: (item: object) => object): Estate =>
  Object.fromEntries(
    Object.entries(estate).map(([path, items]) => [
      path,
      !Array.isArray(items) || path === '/subscriptions' || path.endsWith('/providers')
        ? items
        : items.map((item: object) => ({ ...make(item), ...leads(item) })),
    ]),
  )
/** Which accounts are asked for what depends on their kind. */
const leads = (item: object) => Object.fromEntries(Object.entries(item).filter(([name]) => name === 'kind'))

const SHAPES: Readonly<Record<string, (item: object) => object>> = {
  'every field that is read, with values of tomorrow': (item) => filled(item, value),
  'nothing but id and name': bare,
  'null wherever there was something': (item) => recast(item, () => null),
  'a number wherever there was something': (item) => recast(item, () => 42),
  'a text wherever there was something': (item) => recast(item, () => 'x'),
  'a list wherever there was something': (item) => recast(item, () => []),
  'fields of another type than they should have': (item) => filled(bare(item), wrong),
  'more fields than anybody knows': (item) => ({
    ...recast(item, (one) => one),
    ...extra,
    properties: { ...propertiesOf(item), ...extra },
  }),
}
const propertiesOf = (item: object): object =>
  'properties' in item && typeof item.properties === 'object' ? (item.properties ?? {}) : {}

const keysOf = (reports: Readonly<Record<string, ScanReport>>) =>
  Object.values(reports).flatMap(({ findings }) => findings.map(({ key }) => key))

describe('answers of any shape', () => {
  it('are tried with every field that is read', () => {
    expect(fields.length).toBeGreaterThan(150)
  })

  it.each(Object.entries(SHAPES))(
    '%s: nothing breaks, nothing is made up, no secret is kept',
    async (_, make) => {
      const { reports } = await look({ estate: madeOver(make) })
      for (const [scope, { coverage, findings }] of Object.entries(reports)) {
        expect(
          ['error', 'invalid-finding', 'duplicate-key', 'invalid-report'],
          coverage.detail,
        ).not.toContain(coverage.reason)
        expect(JSON.stringify(findings), scope).not.toMatch(/undefined|NaN|\[object/)
      }
      // The whole of it would be too much to show.
      expect(JSON.stringify(reports).includes(PLANTED)).toBe(false)
    },
  )

  it('keep their keys whatever else is said of a thing', async () => {
    const plain = keysOf((await look({ estate })).reports)
    const more = SHAPES['more fields than anybody knows']
    if (!more) throw new Error('no such shape')
    expect(keysOf((await look({ estate: madeOver(more) })).reports)).toEqual(plain)
  })

  it('of questions are checked like those of lists', async () => {
    const asked = (call: ArmCall) => /metrics|query$|azure\.extensions$/.test(call.path)
    const fault = (call: ArmCall) => (asked(call) ? { json: { value: 7, properties: null } } : null)
    const { reports } = await look({ estate, fault })
    for (const service of ['microsoft.insights', 'microsoft.costmanagement', 'microsoft.dbforpostgresql']) {
      expect(reports[service]?.coverage, service).toMatchObject({ reason: 'unexpected-answer' })
      expect(reports[service]?.findings).toEqual([])
    }
  })
})
