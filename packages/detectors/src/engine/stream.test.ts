import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPrefilter, createSlab, type StreamHit, scanStream } from './index.ts'

/** Gives out a text in pieces of the sizes named, over and over. */
function reader(text: Uint8Array, sizes: readonly number[]) {
  let at = 0
  let turn = 0
  return (target: Uint8Array) => {
    const piece = text.subarray(at, at + Math.min(target.length, sizes[turn++ % sizes.length]!))
    target.set(piece)
    at += piece.length
    return piece.length
  }
}

const text = fc
  .array(fc.constantFrom('openai', 'gsk_', 'penaiope', 'anthropic.claude', 'a', 'o', 'x', '\n'), {
    maxLength: 80,
  })
  .map((pieces) => Buffer.from(pieces.join('')))
const prefilter = createPrefilter(['openai', 'gsk_', 'penaiope', 'anthropic.claude', 'naio'])
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 })

describe('a text larger than the slab', () => {
  it('gives the hits of the whole text, none lost and none doubled', () => {
    fc.assert(
      fc.property(
        text,
        sizes,
        fc.integer({ min: 0, max: 9 }),
        fc.integer(),
        (bytes, pieces, margin, size) => {
          const slab = createSlab(15 + 2 * margin + 8 + (Math.abs(size) % 60))
          const hits: StreamHit[] = []
          const length = scanStream(prefilter, slab, reader(bytes, pieces), (hit) => hits.push(hit), margin)
          expect(length).toBe(bytes.length)
          const found = hits
            .map(({ position, literal }) => ({ position, literal }))
            .sort((a, b) => a.position - b.position || a.literal - b.literal)
          expect(found).toEqual(prefilter.find(bytes))
        },
      ),
      { numRuns: 500, seed: 3 },
    )
  })

  it('shows the margin around each hit, as far as the text goes', () => {
    fc.assert(
      fc.property(text, sizes, fc.integer({ min: 0, max: 9 }), (bytes, pieces, margin) => {
        const slab = createSlab(15 + 2 * margin + 8)
        scanStream(
          prefilter,
          slab,
          reader(bytes, pieces),
          ({ position, literal, inSlab, slabLength }) => {
            const length = prefilter.lengthOf(literal)
            const before = Math.min(margin, position)
            const after = Math.min(margin, bytes.length - position - length)
            expect(inSlab - before).toBeGreaterThanOrEqual(0)
            expect(inSlab + length + after).toBeLessThanOrEqual(slabLength)
            expect(slab.u8.slice(inSlab - before, inSlab + length + after)).toEqual(
              Uint8Array.from(bytes.subarray(position - before, position + length + after)),
            )
          },
          margin,
        )
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('needs a slab that can hold the longest literal', () => {
    expect(() =>
      scanStream(
        prefilter,
        createSlab(20),
        () => 0,
        () => undefined,
      ),
    ).toThrow(RangeError)
  })
})
