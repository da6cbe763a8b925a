import { describe, expect, it } from 'vitest'
import { accepted, finding, key, report } from '../output/testing.ts'
import { baselineOf } from './baseline.ts'
import { compare } from './compare.ts'

const before = baselineOf([report([finding('a'), finding('b'), key('1'.repeat(64))])])
const against = (...args: Parameters<typeof report>) => {
  const { added, stayed, gone, unseen } = compare([report(...args)], before)
  return { added, stayed, gone: gone.map((one) => one.key), unseen: unseen.map((one) => one.key) }
}
const credential = 'credential:openai:sk-proj-…a1B2'

describe('a scan beside its baseline', () => {
  it('tells what is new, stayed and went, and knows a key on another machine', () => {
    expect(against([finding('a'), finding('c'), key('2'.repeat(64))])).toEqual({
      added: 1,
      stayed: 2,
      gone: ['b'],
      unseen: [],
    })
  })

  it('calls nothing gone that was not looked for whole', () => {
    const partial = { coverage: { status: 'partial' as const } }
    expect(against([finding('a')], partial)).toMatchObject({ gone: [], unseen: ['b', credential] })
    const elsewhere = { scope: { key: 'git:github.com/acme/other', title: 'other' } }
    expect(against([], elsewhere)).toMatchObject({ gone: [], unseen: ['a', 'b', credential] })
  })

  it('does not call a suppressed finding gone, nor new, and counts it again when the acceptance ends', () => {
    expect(against([finding('a'), finding('b', { suppression: accepted() }), key()])).toMatchObject({
      added: 0,
      stayed: 2,
      gone: [],
    })
    const then = baselineOf([report([finding('a', { suppression: accepted() })])])
    const reports = [report([finding('a', { suppression: accepted({ status: 'expired' }) })])]
    expect(compare(reports, then).added).toBe(1)
  })
})
