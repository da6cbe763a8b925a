import type { Finding, ScanReport } from '@ai-census/schema'
import { describe, expect, it, vi } from 'vitest'
import {
  type AwsCall,
  type AwsStandInOptions,
  look,
  organisationData,
  sampleOutput,
} from './testing/index.ts'
import type { SampleSettings } from './testing/sample.ts'

const SECRET = 'hunter2-must-not-be-carried'

/** Answers made of the SDK's own shapes, with metrics that have values, so that each row has something to say. */
const made =
  (settings: Partial<SampleSettings> = {}) =>
  (call: AwsCall): object => {
    const known = organisationData({}, call)
    if (known) return known
    const { account, region, model } = call
    return sampleOutput(model, { account, region, items: 2, secret: SECRET, ...settings })
  }

/** Every second field of everything that is not a list is null, or every second element. */
function withNulls(value: unknown, nth = 0): unknown {
  if (Array.isArray(value)) return [null, ...value.map((one) => withNulls(one, nth + 1))]
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field], i) => [
      name,
      (i + nth) % 2 === 1 && !Array.isArray(field) ? null : withNulls(field, nth + 1),
    ]),
  )
}

/** Counts as text, as some emulators write them; times are numbers too, and larger. */
function withTexts(value: unknown): unknown {
  if (typeof value === 'number' && value < 1000) return String(value)
  if (Array.isArray(value)) return value.map(withTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withTexts(field)]))
}

/** No list in any item: empty, or null. */
function withoutLists(value: unknown, depth = 0): unknown {
  if (Array.isArray(value))
    return depth > 1 ? (depth % 2 ? null : []) : value.map((one) => withoutLists(one, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withoutLists(field, depth + 1)]),
  )
}

const shapes: readonly [string, AwsStandInOptions][] = [
  ['all fields', { data: made() }],
  ['required fields alone', { data: made({ requiredOnly: true }) }],
  ['no fields at all', { data: made({ bare: true }) }],
  ['fields of tomorrow', { data: made(), future: true }],
  ['nulls where values should be', { data: made(), rewrite: (json) => withNulls(json) }],
  ['numbers as text', { data: made(), rewrite: withTexts }],
  ['no list in any item', { data: made(), rewrite: (json) => withoutLists(json) }],
  ['nulls in the other places', { data: made(), rewrite: (json) => withNulls(json, 1) }],
]

const findingsOf = (reports: Readonly<Record<string, ScanReport>>): Finding[] =>
  Object.values(reports).flatMap(({ findings }) => findings)

// The first look loads every client of the SDK.
vi.setConfig({ testTimeout: 240_000 })

describe('whatever AWS’s answers have and lack', () => {
  it.each(shapes)(
    '%s: nothing breaks, nothing is named by what is not known, no setting is carried on',
    async (_, options) => {
      const { reports } = await look(options, { organization: true })
      for (const [key, { coverage }] of Object.entries(reports)) {
        expect(coverage.reason ?? '', key).not.toMatch(/^(TypeError|RangeError|Error|unexpected-error)$/)
        expect(coverage.detail ?? '', key).not.toMatch(/is not a function|Cannot read|undefined|Invalid time/)
      }
      for (const finding of findingsOf(reports)) {
        const said = JSON.stringify(finding)
        expect(said, finding.key).not.toMatch(/undefined|NaN|\[object|Invalid Date|\bnull\/|\/null\b/)
        expect(said, finding.key).not.toContain(SECRET)
        expect(finding.name.trim(), finding.key).not.toBe('')
      }
    },
  )

  it('keys are the same when the same is read again, and when more is known of it', async () => {
    const keys = async (settings: Partial<SampleSettings>) =>
      findingsOf((await look({ data: made(settings) }, { organization: true })).reports)
        .map(({ key }) => key)
        .sort()
    const all = await keys({})
    expect(await keys({})).toEqual(all)
    expect(all.length).toBeGreaterThan(150)
  })
})
