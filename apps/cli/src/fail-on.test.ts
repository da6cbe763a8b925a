import { describe, expect, it } from 'vitest'
import { baselineOf } from './baseline/baseline.ts'
import { compare } from './baseline/compare.ts'
import { type Condition, failures } from './fail-on.ts'
import { accepted, everything, finding, key, report } from './output/testing.ts'

const fail = (
  reports: ReturnType<typeof report>[],
  before: ReturnType<typeof report>[] | null,
  ...wanted: Condition[]
) => {
  const baseline = before && baselineOf(before)
  const comparison = baseline && compare(reports, baseline)
  return failures({ reports, baseline, comparison, unregistered: [] }, wanted)
}

describe('--fail-on', () => {
  it('names the finding and its place, and shows no secret', () => {
    expect(fail([report([key()])], null, 'key')).toEqual([
      'fail-on key: git:github.com/acme/shop: OpenAI project key (credential:openai:sk-proj-…a1B2) at .env:2',
    ])
    expect(fail([everything()], null, 'model-retiring')).toEqual([
      'fail-on model-retiring: git:github.com/acme/shop: gpt-4.1-mini (model:openai:gpt-4.1-mini) at src/app.py:12, retires on 2027-01-14',
    ])
  })

  it('lets pass what was known or is suppressed, until the acceptance has expired', () => {
    expect(fail([report([key()])], [report([key('0'.repeat(64))])], 'key')).toEqual([])
    expect(fail([report([{ ...key(), suppression: accepted() }])], null, 'key')).toEqual([])
    expect(
      fail([report([{ ...key(), suppression: accepted({ status: 'expired' }) }])], null, 'key'),
    ).toHaveLength(1)
  })

  it('says by which finding a supplier is new', () => {
    const now = [
      report([finding('service:openai'), finding('service:groq', { supplier: 'groq', name: 'Groq' })]),
    ]
    expect(fail(now, [report([finding('library:x')])], 'new-supplier')).toEqual([
      'fail-on new-supplier: groq: git:github.com/acme/shop: Groq (service:groq) at src/app.py:12',
    ])
  })

  it('says which system is unregistered, and by what it is known', () => {
    const scope = 'git:github.com/acme/shop'
    const unregistered = [{ system: 's1', name: 'acme/shop', scope, key: 'service:openai' }]
    const reports = [report([finding('service:openai')])]
    expect(failures({ reports, baseline: null, comparison: null, unregistered }, ['unregistered'])).toEqual([
      'fail-on unregistered: acme/shop: git:github.com/acme/shop: OpenAI (service:openai) at src/app.py:12',
    ])
  })
})
