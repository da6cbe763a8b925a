import { randomUUID } from 'node:crypto'
import { OPERATOR, testCollector } from '@ai-census/collector/testing'
import { type DatabaseKind, openTestDatabase, type TestDatabase } from '@ai-census/db/testing'

type RequestBody = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

/** Of which scanner the scans are. */
const code = { scanner: 'code', version: '1.0.0', catalogue: 'c1', source: 'code:bench' }

/** The collector's endpoints in this process on a database of its own, without the inventory. */
export async function openCollector(kind: DatabaseKind, scanner = code) {
  const database: TestDatabase = await openTestDatabase(kind)
  const collector = testCollector(database, { reconciles: false })

  const request = async (
    method: string,
    path: string,
    body: RequestBody,
    headers: Record<string, string> = {},
  ) => {
    // The clock of tests stands still; without this the limit on requests would never refill.
    collector.clock.pass(20)
    const response = await collector.app.request(
      new Request(`http://127.0.0.1:7420/api/v1/scans/${path}`, {
        method,
        body,
        // A stream as a body asks for it; the types of fetch do not know it.
        ...({ duplex: 'half' } as object),
        headers: { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/json', ...headers },
      }),
    )
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status}: ${text}`)
    return JSON.parse(text)
  }
  const start = async (): Promise<string> => {
    const scan = randomUUID()
    const startedAt = '2026-11-23T08:00:00.000Z'
    const about = { ...scanner, startedAt }
    await request('PUT', scan, JSON.stringify(about))
    return scan
  }

  return {
    database,
    /** Puts a report as lines in a scan of its own. */
    async put(lines: RequestBody, encoding = 'identity') {
      return request('PUT', `${await start()}/report`, lines, {
        'content-type': 'application/x-ndjson',
        'content-encoding': encoding,
      })
    },
    /** Puts many gzipped reports in one scan, some at a time. */
    async putAll(bodies: (() => Uint8Array<ArrayBuffer>)[]): Promise<void> {
      const scan = await start()
      const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' }
      const waiting = bodies.values()
      const lane = async () => {
        for (const make of waiting) await request('PUT', `${scan}/report`, make(), headers)
      }
      await Promise.all([lane(), lane(), lane(), lane()])
    },
    async confirm(scopes: { key: string; digest: string; at: string }[]) {
      return request('POST', `${await start()}/confirm`, JSON.stringify({ scopes }))
    },
    /** Bytes of write-ahead log that the work makes. */
    async wal(work: () => Promise<unknown>): Promise<number> {
      const position = async () =>
        (await database.pool.query<{ at: string }>('select pg_current_wal_insert_lsn() as at')).rows[0]?.at
      const before = await position()
      await work()
      const { rows } = await database.pool.query<{ bytes: string }>(
        'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1) as bytes',
        [before],
      )
      return Number(rows[0]?.bytes)
    },
    async close() {
      await collector.stop()
      await database.close()
    },
  }
}

export type BenchCollector = Awaited<ReturnType<typeof openCollector>>
