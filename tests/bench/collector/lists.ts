import type { Database } from '@ai-census/db'
import { OPERATOR, type TestCollector, testCollector } from '../../../apps/collector/src/testing/collector.ts'
import type { Bench, Case } from '../bench.ts'
import { openEstate } from './kept-estate.ts'
import { type ListCase, listCases, type Points, THEN } from './lists-cases.ts'

/** Systems and components, so many of each; `AI_CENSUS_BENCH_ROWS=1000000` for the figure of bar 15. */
const ROWS = Number(process.env.AI_CENSUS_BENCH_ROWS ?? 100_000)
const ROUNDS = 40
const QUICK_ROUNDS = 300
const MEASURES =
  'p95 of one page of fifty, from the request to the text of the answer, with sign-in, checks, total and ETag, in this process without a socket; B is the query of the same rows by the same driver, and where filters narrow them the query of how many they are.'

export const bench: Bench = {
  title: 'lists of the API on PostgreSQL against bare queries of the same pages',
  async prepare() {
    const estate = await openEstate(ROWS)
    const { database } = estate
    const collector = testCollector(database, { reconciles: false })
    const points = await findPoints(database)
    return {
      cases: listCases(points).map((one) => caseOf(collector, database, one)),
      setting: {
        'systems, and as many components': ROWS,
      },
      notMeasured: [
        'the browser’s half of bar 17; its database half is the cases of systems, whose bar is stricter here',
      ],
      async close() {
        await collector.stop()
        await estate.close()
      },
    }
  },
}

function caseOf(collector: TestCollector, { pool }: Database, { path, page, count, values }: ListCase): Case {
  const query = async (sql: string) => pool.query(sql, values && [...values])
  return {
    name: path.replace(/cursor=[\w-]+/, 'cursor=…'),
    a: { label: 'GET', run: () => get(collector, path) },
    b: {
      label: 'bare queries',
      async run() {
        await query(page)
        if (count !== undefined) await query(count)
      },
    },
    measures: MEASURES,
    bar: { id: '15', most: 2 },
    figure: 'p95',
    warmUp: 3,
    rounds: ROUNDS,
    quickRounds: QUICK_ROUNDS,
  }
}

async function get({ app, clock }: TestCollector, path: string): Promise<unknown> {
  // The clock of tests stands still; without this the limit on requests would never refill.
  clock.pass(20)
  const response = await app.request(`http://127.0.0.1:7420/api/v1/${path}`, {
    headers: { authorization: `Bearer ${OPERATOR}` },
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
  return text
}

/** What the cases point at. */
export async function findPoints({ pool }: Database): Promise<Points> {
  const one = async <T>(text: string): Promise<T> => {
    const { rows } = await pool.query({ text, rowMode: 'array' })
    // Each query names its columns in the order of the point that it is for.
    return rows[0] as T
  }
  const middle = (table: string, columns: string, order: string) =>
    one<never>(
      `select ${columns} from ${table} order by ${order} offset (select count(*) / 2 from ${table}) limit 1`,
    )
  const C = 'collate "C"'
  const [largestSystem] = await one<[string]>(
    'select system_id from component group by 1 order by count(*) desc, 1 limit 1',
  )
  const [component] = await one<[string]>('select id from component order by id limit 1')
  const [scope] = await one<[string]>('select scope_key from scope order by lane offset 50 limit 1')
  const [rareWord] = await one<[string]>(
    `select name from component where identifiers <> '[]' order by id limit 1`,
  )
  const [positionThen] = await one<[number]>(
    `select coalesce(max(position), 0)::int from look where at <= '${THEN}'`,
  )
  return {
    attention: await middle('ai_system', 'attention, id', `attention desc, id ${C}`),
    systemName: await middle('ai_system', 'sort_name, id', `sort_name ${C}, id ${C}`),
    componentName: await middle('component', 'sort_name, id', `sort_name ${C}, id ${C}`),
    event: await middle('inventory_event', 'run, ordinal', 'run desc, ordinal'),
    flag: await middle(
      'flag',
      `id, subject_type || ' ' || subject_id`,
      `id ${C}, (subject_type || ' ' || subject_id) ${C}`,
    ),
    largestSystem,
    largestSupplier: 'supplier-1',
    component,
    scope,
    rareWord,
    positionThen,
  }
}
