import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault, lineAndColumn } from './json-fault.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place where JSON ends', () => {
  it.each([
    ['', 0],
    ['{"a":}', 5],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['"open', 5],
    ['"\\x"', 1],
    ['"a\nb"', 2],
    ['[1}', 2],
    ['nul', 0],
    ['01', 1],
    ['{} x', 3],
  ])('in %j is %i', (text, place) => {
    expect(jsonFault(text)).toBe(place)
  })

  it('is nowhere in what the engine reads, and somewhere in what it does not', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ 01-.eEtrulsfan\n') }),
      fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, n, more]) => {
        const at = n % (json.length + 1)
        return json.slice(0, at) + more + json.slice(at)
      }),
    )
    fc.assert(
      fc.property(text, (one) => {
        expect(jsonFault(one) === null).toBe(isJson(one))
      }),
      { numRuns: 3000, seed: 11 },
    )
  })

  it('is counted as an editor counts', () => {
    expect(lineAndColumn('{\n  "a": x', 9)).toBe('line 2, column 8')
  })

  it('is found however deep the text is nested', () => {
    expect(jsonFault('['.repeat(200_000))).toBe(200_000)
  })
})
