import { gzipSync } from 'node:zlib'
import type { DatabaseKind } from '@ai-census/db/testing'
import { reportDigest, reportLines, type ScanReport } from '@ai-census/schema'
import type { Bench, Case } from '../bench.ts'
import { type BareRows, bareRows, makeBareTables, upsertBare } from './bare.ts'
import { type BenchCollector, openCollector } from './collector.ts'
import { memoryOf } from './memory.ts'
import { benchReport } from './reports.ts'

const COUNT = Number(process.env.AI_CENSUS_BENCH_FINDINGS ?? 20_000)
const LARGE = Number(process.env.AI_CENSUS_BENCH_LARGE ?? 200_000)
const SCOPES = Number(process.env.AI_CENSUS_BENCH_SCOPES ?? 10_000)
const ROUNDS = 5
/** A collector is resident: its compiler has seen reports before. */
const WARM_UP = 3
const MOST_RUNS = ROUNDS + WARM_UP

export const bench = (kind: DatabaseKind): Bench => ({
  title: `Ingest on ${kind === 'postgres' ? 'PostgreSQL' : 'the embedded database'}`,
  async prepare() {
    const collector = await openCollector(kind)
    await makeBareTables(collector)
    const setting: Record<string, string | number> = { findings: COUNT }
    if (kind === 'postgres') {
      for (const count of [10_000, LARGE])
        setting[`memory for a report of ${count} findings`] = await memoryOf(collector, count)
    }
    const cases = [firstReport(collector), ...rescans(collector, await putFirst(collector))]
    Object.assign(setting, await unchangedEstate(collector, cases))
    return { cases, setting, close: () => collector.close() }
  },
})

const body = (report: ScanReport) =>
  new Uint8Array(gzipSync([...reportLines(report)].map((line) => `${line}\n`).join(''), { level: 1 }))

/** Each run its own report, with contents that were not there before. */
function firstReport(collector: BenchCollector): Case {
  const reports = Array.from({ length: MOST_RUNS }, (_, n) =>
    benchReport(`git:bench/new-${n}`, COUNT, 1000 + n, 1),
  )
  const bodies = reports.map(body)
  const rows: BareRows[] = reports.map((report, n) =>
    bareRows({ ...report, findings: report.findings.map((one) => ({ ...one, name: `${one.name} ${n}` })) }),
  )
  return {
    name: 'first report',
    a: { label: 'a report over HTTP, as gzipped lines', run: () => collector.put(take(bodies), 'gzip') },
    b: { label: 'bare upsert of its rows', run: () => upsertBare(collector, take(rows)) },
    measures:
      'Holds decompression, parsing, validation, hashing, sorting, the decision and all rows. B has the rows ready, and writes them by arrays of 2,000 into tables with the same columns and indexes. No socket, no inventory.',
    bar: { id: '10', most: 1 / 0.65 },
    warmUp: WARM_UP,
    rounds: ROUNDS,
  }
}

function take<T>(values: T[]): T {
  const value = values.shift()
  if (value === undefined) throw new Error(`This bench has input for ${ROUNDS} rounds`)
  return value
}

const SCOPE = 'git:bench/rescanned'

async function putFirst(collector: BenchCollector): Promise<ScanReport> {
  const report = benchReport(SCOPE, COUNT)
  await collector.put(body(report), 'gzip')
  return report
}

function rescans(collector: BenchCollector, first: ScanReport): Case[] {
  const same = body(first)
  const changed = Array.from({ length: MOST_RUNS }, (_, n) => body(benchReport(SCOPE, COUNT, n + 1, 0.01)))
  const rows = Array.from({ length: 2 * MOST_RUNS }, (_, n) =>
    bareRows(benchReport(`git:bench/bare-${n}`, COUNT, 5000 + n, 1)),
  )
  const b = { label: 'bare upsert of all rows, new', run: () => upsertBare(collector, take(rows)) }
  const measures =
    'As above; every finding is sent, compared with what is open, and only what changed is written.'
  return [
    {
      name: 'rescan, whole report, unchanged',
      a: { label: 'the same report again', run: () => collector.put(same, 'gzip') },
      b,
      measures,
      rounds: ROUNDS,
    },
    {
      name: 'rescan, whole report, 1 % changed',
      a: { label: 'the report', run: () => collector.put(take(changed), 'gzip') },
      b,
      measures,
      rounds: ROUNDS,
    },
  ]
}

/** 10,000 scopes of 10 findings, and a tenth of them of 100, confirmed unchanged: what it costs in time and log. */
async function unchangedEstate(collector: BenchCollector, cases: Case[]): Promise<Record<string, string>> {
  const setting: Record<string, string> = {}
  for (const [scopes, each] of [
    [SCOPES / 10, 100],
    [SCOPES, 10],
  ] as const) {
    const keys = Array.from({ length: scopes }, (_, i) => `git:bench/estate-${each}/${i}`)
    const digests = new Map<string, string>()
    await collector.putAll(
      keys.map((key) => () => {
        const report = benchReport(key, each)
        digests.set(key, reportDigest(report))
        return body(report)
      }),
    )
    const at = '2026-11-23T08:00:00.000Z'
    const wanted = keys.map((key) => ({ key, digest: digests.get(key) ?? '', at }))
    const confirm = async () => {
      const { needed } = await collector.confirm(wanted)
      if (needed.length > 0) throw new Error(`${needed.length} scopes were not confirmed`)
    }
    await confirm()
    await collector.database.pool.query('checkpoint')
    await confirm()
    const bytes = await collector.wal(confirm)
    setting[`log for ${scopes} unchanged scopes of ${each} findings`] =
      `${(bytes / 1e6).toFixed(2)} MB, ${(bytes / scopes).toFixed(0)} bytes a scope`
    cases.push({
      name: `${scopes} unchanged scopes`,
      a: { label: 'one request that confirms them', run: confirm },
      b: {
        label: 'a bare update of as many rows',
        run: () =>
          collector.database.pool.query('update scope set title = title where scope_key = any($1)', [keys]),
      },
      measures: 'One look a scope is written, in transactions of 1,000 scopes.',
      rounds: ROUNDS,
    })
  }
  return setting
}
