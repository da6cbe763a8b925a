import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { unzip } from '../testing/unzip.ts'
import { type PackPart, writeEvidencePack } from './evidence-pack.ts'

const context = {
  at: '2026-11-23T08:00:00.000Z',
  version: '1.2.3',
  asOf: '2026-11-20T00:00:00.000Z',
  position: 42,
}
const part = (name: string, ...texts: string[]): PackPart => ({
  name,
  title: `The ${name}`,
  text: async function* () {
    yield* texts
  },
})
const pack = async (...parts: PackPart[]) => unzip(await buffer(writeEvidencePack(parts, context)))

describe('an evidence pack', () => {
  it('has what it had, under the names that it had', async () => {
    const files = await pack(part('inventory.json', '{}\n'), part('decisions.ndjson', 'ä\n', 'b\n'))
    expect([...files.keys()]).toEqual(['README.txt', 'inventory.json', 'decisions.ndjson', 'manifest.json'])
    for (const name of ['README.txt', 'manifest.json']) {
      const golden = new URL(`../__golden__/evidence-pack/${name}`, import.meta.url)
      if (process.env.UPDATE_GOLDEN) writeFileSync(golden, files.get(name) ?? '')
      expect(files.get(name)?.toString()).toBe(readFileSync(golden, 'utf8'))
    }
  })

  it('says the digest of each of its files', async () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`)
    const files = await pack(part('ledger.ndjson', ...long), part('nothing.csv'))
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      'README.txt',
      'ledger.ndjson',
      'nothing.csv',
    ])
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = files.get(name) ?? Buffer.alloc(0)
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
    }
  })

  it('is no pack when a part cannot be read', async () => {
    const broken: PackPart = {
      name: 'broken',
      title: 'Broken',
      text: async function* () {
        yield 'a'
        throw new Error('the database went away')
      },
    }
    await expect(pack(part('first', 'x'), broken)).rejects.toThrow('the database went away')
  })
})
