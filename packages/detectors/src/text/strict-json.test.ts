import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines } from './lines.ts'
import { readStrictJson } from './strict-json.ts'
import { readJson } from './structure.ts'

/** A trailing comment makes the lenient reader read the same. */
const leniently = (text: string) => readJson(new Lines(`${text} // lenient`))

describe('strict JSON', () => {
  it('is read as the lenient reader reads it, with the same lines', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 6 }),
        fc.constantFrom(undefined, 1, '\t'),
        fc.constantFrom('\n', '\r\n'),
        (json, space, end) => {
          const text = JSON.stringify(JSON.parse(json), null, space).replaceAll('\n', end)
          expect(readStrictJson(text, 100)).toEqual(leniently(text))
        },
      ),
    )
  })

  it('keeps a key that comes twice, escapes and line separators', () => {
    const text = '{"a": "\\u0041\\"\\n",\n\n "a": [1, -2.5e3, true,\nfalse, null, "\u2028"]}'
    expect(readStrictJson(text, 100)).toEqual(leniently(text))
  })

  it.each([
    '',
    '{"a": 1,}',
    '{"a": 1} // why',
    '[1 2]',
    '{a: 1}',
    '"a\nb"',
    '"\\x"',
    '01',
    'truely',
    '[1',
    '{"a"}',
    '\uFEFF{}',
    "{'a': 1}",
  ])('is not %j', (text) => {
    expect(readStrictJson(text, 100)).toBeNull()
  })

  it('is not read deeper than it is told', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(readStrictJson(nested(100), 100)).not.toBeNull()
    expect(readStrictJson(nested(101), 100)).toBeNull()
  })
})
