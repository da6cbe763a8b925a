import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byCodePoint, type SeenRow, sortedRows } from './sorted-rows.ts'

const row = (key: string, place: number): SeenRow => ({
  key,
  place,
  kind: 'service',
  hash: `h${place}`,
  essence: 'e',
  createdAt: place % 2 ? null : 'yester\tday',
  content: JSON.stringify({ key, tab: '\t', line: '\n' }),
})

async function readAll(rows: AsyncIterable<SeenRow[]>): Promise<SeenRow[]> {
  const all: SeenRow[] = []
  for await (const batch of rows) all.push(...batch)
  return all
}

describe('rows that are sorted on the disk', () => {
  it('come back as they were, in order, as often as they are read', async () => {
    const keys = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 400, max: 9000 }), async (names, runSize) => {
        const rows = names.map((name, i) => row(name.toWellFormed(), i))
        const sorted = sortedRows(runSize)
        for (const one of rows) await sorted.add(one)
        const expected = rows.toSorted((a, b) => byCodePoint(a.key, b.key) || a.place - b.place)
        expect(await readAll(sorted.read())).toEqual(expected)
        expect(await readAll(sorted.read())).toEqual(expected)
        await sorted.close()
      }),
      { numRuns: 40, seed: 42_001 },
    )
  })

  it('are in the order of their UTF-8 bytes, as a database sorts them', () => {
    const text = fc.string({ unit: 'binary' }).map((one) => one.toWellFormed())
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
      { seed: 42_001 },
    )
  })
})
