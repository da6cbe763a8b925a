import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digest, reportDigest } from './digest.ts'
import { ScanReport } from './scan-report.ts'

const finding = (key: string) => ({
  key,
  kind: 'service' as const,
  supplier: 'openai',
  name: 'OpenAI API',
  grade: 'configured' as const,
  context: 'production' as const,
  identifiers: [],
  attributes: {},
  evidence: [
    {
      method: 'host' as const,
      rule: 'openai/host',
      strength: 'strong' as const,
      location: { path: 'a.py', startLine: 1 },
    },
  ],
})

const report = (keys: string[], finishedAt = '2026-11-23T08:00:00Z'): ScanReport =>
  ScanReport.parse({
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c',
    scope: { key: 'git:github.com/acme/shop', title: 'acme/shop' },
    startedAt: '2026-11-23T07:59:00Z',
    finishedAt,
    coverage: { status: 'complete' },
    findings: keys.map(finding),
    unknowns: [],
  })

describe('digest', () => {
  it('does not depend on the order of keys in an object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(digest(turned)).toBe(digest(value))
      }),
    )
  })

  it('is canonical: parsing it gives the value again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('the digest of a report', () => {
  it('is the same for a later look that saw the same, in any order', () => {
    expect(reportDigest(report(['b', 'a'], '2026-12-01T00:00:00Z'))).toBe(reportDigest(report(['a', 'b'])))
  })

  it('takes in what was deleted, as a set; an empty one says nothing', () => {
    const one = report(['a'])
    expect(reportDigest({ ...one, deleted: ['b'] })).not.toBe(reportDigest(one))
    expect(reportDigest({ ...one, deleted: ['c', 'b', 'c'] })).toBe(
      reportDigest({ ...one, deleted: ['b', 'c'] }),
    )
    expect(reportDigest({ ...one, deleted: [] })).toBe(reportDigest(one))
  })

  it('differs when a finding, the coverage or the catalogue differs', () => {
    const one = report(['a'])
    expect(reportDigest(report(['a', 'b']))).not.toBe(reportDigest(one))
    expect(reportDigest({ ...one, coverage: { status: 'partial' } })).not.toBe(reportDigest(one))
    expect(reportDigest({ ...one, catalogue: 'd' })).not.toBe(reportDigest(one))
  })
})
