import { gzipSync, zstdCompressSync } from 'node:zlib'
import { sql } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { reportDigest, reportLines, type ScanReport } from '@ai-census/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, finding, report, send, startScan } from '../testing/requests.ts'

withDatabases('a report as lines', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const put = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await send(collector, 'PUT', `/api/v1/scans/${await startScan(collector)}/report`, {
      body: new Uint8Array(Buffer.from(body)),
      headers: {
        authorization: 'Bearer aico_test-operator-token',
        'content-type': 'application/x-ndjson',
        ...headers,
      },
    })
    return { status: response.status, body: await bodyOf(response) }
  }
  const linesOf = (one: ScanReport): string[] => [...reportLines(one)]
  const text = (lines: string[]): string => lines.map((line) => `${line}\n`).join('')
  const rowsIn = async (table: string): Promise<number> => {
    const { rows } = await database().orm.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    )
    return rows[0]?.n ?? -1
  }
  const nothingIsKept = async () =>
    expect([await rowsIn('look'), await rowsIn('finding'), await rowsIn('finding_content')]).toEqual([
      0, 0, 0,
    ])

  it('is taken as the same report in one piece is', async () => {
    const one = report({ keys: ['a', 'b'] })
    const { status, body } = await put(text(linesOf(one)))
    expect(status).toBe(200)
    expect(body).toMatchObject({ digest: reportDigest(one), change: { added: 2, addedKeys: ['a', 'b'] } })
  })

  it.each([
    ['gzip', (bytes: Buffer) => gzipSync(bytes)],
    [
      'gzip',
      (bytes: Buffer) => Buffer.concat([gzipSync(bytes.subarray(0, 40)), gzipSync(bytes.subarray(40))]),
    ],
    ['zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
  ])('is read in %s', async (encoding, compress) => {
    const body = compress(Buffer.from(text(linesOf(report({ keys: ['a', 'b', 'c'] })))))
    expect((await put(body, { 'content-encoding': encoding })).status).toBe(200)
    expect(await rowsIn('finding')).toBe(3)
  })

  it('keeps more findings than are sorted at once, each once', async () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `service:${(i * 7919) % 5000}`)
    const { body } = await put(text(linesOf(report({ keys }))))
    expect(body.change.added).toBe(5000)
    expect(await rowsIn('finding')).toBe(5000)
  })

  it('is refused whole with the line and the field of each fault', async () => {
    const lines = linesOf(report({ keys: ['a', 'b', 'c'] }))
    const bad = finding('x', { evidence: [{ ...finding('x').evidence[0]!, rule: '' }] })
    lines[2] = JSON.stringify({ type: 'finding', ...bad })
    lines[3] = '{"type":"finding"'
    const { status, body } = await put(text(lines))
    expect(status).toBe(422)
    expect(body.errors.map(({ place }: { place: string }) => place)).toEqual([
      'line 3: evidence[0].rule',
      'line 4',
      'line 5',
    ])
    await nothingIsKept()
  })

  it('names twenty faults of many', async () => {
    const [head = '', ...rest] = linesOf(report({ keys: [] }))
    const { body } = await put(
      text([head, ...Array.from({ length: 60 }, () => '{"type":"finding"}'), ...rest]),
    )
    expect(body.errors).toHaveLength(20)
    await nothingIsKept()
  })

  it('names both lines of a key that stands twice', async () => {
    const { status, body } = await put(text(linesOf(report({ keys: ['b', 'a', 'c', 'a'] }))))
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { place: 'line 5: key', message: 'the key a stands twice in this report, first at line 3' },
    ])
    await nothingIsKept()
  })

  it('names both lines of a key that is there and deleted', async () => {
    const { body } = await put(text(linesOf({ ...report({ keys: ['a'] }), deleted: ['a'] })))
    expect(body.errors[0]).toEqual({
      place: 'line 3',
      message: 'the key a is also among the findings, at line 2',
    })
    await nothingIsKept()
  })

  const lines = () => linesOf(report({ keys: ['a', 'b'] }))
  it.each([
    ['without its last line', () => text(lines().slice(0, -1)), 'cut off'],
    ['that lost a line on the way', () => text(lines().toSpliced(1, 1)), 'is not whole'],
    ['that begins in the middle', () => text(lines().slice(1)), 'line 1'],
    ['with two heads', () => text([lines()[0] ?? '', ...lines()]), 'line 2'],
    ['that goes on after its end', () => text([...lines(), lines()[1] ?? '']), 'line 5'],
    ['of no lines', () => '', 'no lines'],
    ['with an unknown type of line', () => text(lines().toSpliced(1, 0, '{"type":"novelty"}')), 'line 2'],
    [
      'with a NUL',
      () => text(linesOf(report({ findings: [finding('a', { name: 'a\0b' })] }))),
      'line 2: name',
    ],
  ])('is refused %s', async (_, body, place) => {
    const answer = await put(body())
    expect(answer.status).toBe(422)
    expect(answer.body.detail).toContain(place)
    await nothingIsKept()
  })

  it('is refused with the line that is no UTF-8', async () => {
    const [head = '', ...rest] = lines()
    const { status, body } = await put(
      Buffer.concat([
        Buffer.from(`${head}\n`),
        Buffer.from([0x22, 0xff, 0x22, 0x0a]),
        Buffer.from(text(rest)),
      ]),
    )
    expect([status, body.detail]).toEqual([400, 'Line 2 is not valid UTF-8.'])
    await nothingIsKept()
  })

  const whole = () => gzipSync(text(lines()))
  it.each([
    ['cut off', () => whole().subarray(0, -12), 'gzip', 400, 'cut off'],
    ['followed by other bytes', () => Buffer.concat([whole(), Buffer.from('more')]), 'gzip', 400, 'gzip'],
    ['followed by zeros', () => Buffer.concat([whole(), Buffer.alloc(9)]), 'gzip', 400, 'after the end'],
    ['not gzip', () => Buffer.from(text(lines())), 'gzip', 400, 'not valid gzip'],
    ['another encoding than it says', () => whole(), 'zstd', 400, 'not valid zstd'],
    ['of an unknown encoding', () => whole(), 'br', 415, 'gzip, zstd or identity'],
  ])('is refused when its body is %s', async (_, body, encoding, status, words) => {
    const answer = await put(body(), { 'content-encoding': encoding })
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toContain(words)
    await nothingIsKept()
  })

  it.each(['gzip', 'zstd'])('is refused when it is a %s bomb', async (encoding) => {
    const filler = Buffer.from(`${' '.repeat(1024 * 1024 - 1)}\n`)
    const bomb = Buffer.concat(Array.from({ length: 40 }, () => filler))
    const body = encoding === 'gzip' ? gzipSync(bomb) : Buffer.from(zstdCompressSync(bomb))
    const answer = await put(body, { 'content-encoding': encoding })
    expect(answer.status).toBe(413)
    expect(answer.body.detail).toContain('grows more than')
    await nothingIsKept()
  })
})
