import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPrefilter, createSlab, type Hit, prefilterFrom } from './index.ts'

const lowerAscii = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Every occurrence by the plainest means. */
function naive(text: string, literals: readonly string[], foldCase: boolean): Hit[] {
  const same = foldCase ? lowerAscii : (it: string) => it
  const hits: Hit[] = []
  literals.forEach((each, literal) => {
    const bytes = Buffer.from(same(each), 'utf8').toString('latin1')
    for (let at = same(text).indexOf(bytes); at >= 0; at = same(text).indexOf(bytes, at + 1))
      hits.push({ position: at, literal })
  })
  return sorted(hits)
}

const sorted = (hits: Hit[]) => hits.sort((a, b) => a.position - b.position || a.literal - b.literal)
const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** Few letters, so that literals overlap, repeat and nearly match; both cases, and bytes that folding confuses. */
const letter = fc.constantFrom('a', 'b', 'A', 'B', '_', '\x7f', '@', '`', '\xe9', '\xc9', '\0')
const word = (minLength: number, maxLength: number) => fc.string({ unit: letter, minLength, maxLength })

/** Literals of ASCII alone: one latin1 letter would be two bytes of UTF-8. */
const literal = word(3, 64)
  .map((it) => it.replace(/[\xe9\xc9]/g, 'a'))
  .filter((it) => it.length >= 3)

/** A text in which the literals do occur: pieces of noise and literals, in either case. */
const sample = fc
  .array(literal, { minLength: 1, maxLength: 12 })
  .chain((literals) =>
    fc.tuple(
      fc.constant(literals),
      fc.array(
        fc.oneof(
          word(0, 9),
          fc.constantFrom(...literals),
          fc.constantFrom(...literals).map((it) => it.toUpperCase()),
        ),
        { maxLength: 40 },
      ),
    ),
  )
  .map(([literals, pieces]) => ({ literals, text: pieces.join('') }))

describe('the prefilter finds what a naive search finds', () => {
  for (const foldCase of [false, true]) {
    it(`in random text, ${foldCase ? 'folding case' : 'exactly'}`, () => {
      fc.assert(
        fc.property(sample, ({ literals, text }) => {
          const prefilter = createPrefilter(literals, { foldCase })
          expect(prefilter.find(latin1(text))).toEqual(naive(text, literals, foldCase))
        }),
        { numRuns: 400, seed: 1 },
      )
    })

    it(`for each length, alignment and distance from the end, ${foldCase ? 'folding case' : 'exactly'}`, () => {
      for (let length = 3; length <= 64; length++) {
        const needle = 'Needle-in_a.haystack/of@many[words]~0123456789'.repeat(2).slice(0, length)
        const prefilter = createPrefilter([needle], { foldCase })
        for (let before = 0; before < 9; before++)
          for (let after = 0; after < 5; after++) {
            const text = `${'z'.repeat(before)}${needle}${'z'.repeat(after)}`
            expect(prefilter.find(latin1(text))).toEqual([{ position: before, literal: 0 }])
          }
      }
    })
  }

  it('whatever other text the slab held before', () => {
    fc.assert(
      fc.property(sample, word(0, 200), ({ literals, text }, old) => {
        const prefilter = createPrefilter(literals)
        const slab = createSlab(old.length + text.length + 8)
        slab.u8.fill(0x61)
        slab.u8.set(latin1(old))
        const start = Math.ceil(old.length / 4) * 4
        slab.u8.set(latin1(text), start)
        const count = prefilter.scan(slab, start, text.length)
        const pairs = [...prefilter.hits.subarray(0, 2 * count)]
        const hits = Array.from({ length: count }, (_, n) => ({
          position: pairs[2 * n]!,
          literal: pairs[2 * n + 1]!,
        }))
        expect(sorted(hits)).toEqual(naive(text, literals, false))
      }),
      { numRuns: 200, seed: 2 },
    )
  })
})

describe('the prefilter', () => {
  it('reports a literal given twice as both', () => {
    expect(createPrefilter(['openai', 'openai']).find(latin1('openai'))).toEqual([
      { position: 0, literal: 0 },
      { position: 0, literal: 1 },
    ])
  })

  it('finds literals beyond ASCII by their UTF-8 bytes', () => {
    expect(createPrefilter(['modèle']).find(Buffer.from('le modèle'))).toEqual([{ position: 3, literal: 0 }])
  })

  it('folds ASCII letters and nothing else', () => {
    const prefilter = createPrefilter(['OpenAI_key', 'é-key'], { foldCase: true })
    expect(prefilter.find(Buffer.from('OPENAI_KEY openai\x7fkey É-KEY é-KEY'))).toEqual([
      { position: 0, literal: 0 },
      { position: 29, literal: 1 },
    ])
  })

  it('keeps more than a million hits', () => {
    const text = Buffer.alloc(1_200_000, 'aaaa')
    expect(createPrefilter(['aaaa']).scan(createSlab(text), 0, text.length)).toBe(text.length - 3)
  })

  it('takes twelve thousand literals', () => {
    const literals = Array.from({ length: 12_000 }, (_, n) => `package-${(n * 7919).toString(36)}-sdk`)
    const found = createPrefilter(literals).find(latin1(literals.join(' ')))
    expect(found.map((hit) => hit.literal)).toEqual(literals.map((_, n) => n))
  })

  it('finds nothing with no literals, and nothing in an empty text', () => {
    expect(createPrefilter([]).find(latin1('openai'))).toEqual([])
    expect(createPrefilter(['openai', 'gsk_']).find(latin1(''))).toEqual([])
  })

  it('works in another thread from the same memory', () => {
    const shared = structuredClone(createPrefilter(['OpenAI', 'gsk_'], { foldCase: true }).share())
    expect(prefilterFrom(shared).find(latin1('GSK_ openai'))).toHaveLength(2)
  })

  it('names a literal that is too short', () => {
    expect(() => createPrefilter(['openai', 'ai'])).toThrow('A literal needs 3 bytes: "ai"')
  })

  it('refuses a start between words and an end outside the slab', () => {
    const prefilter = createPrefilter(['openai'])
    expect(() => prefilter.scan(createSlab(64), 2, 8)).toThrow(RangeError)
    expect(() => prefilter.scan(createSlab(64), 0, 65)).toThrow(RangeError)
  })
})
