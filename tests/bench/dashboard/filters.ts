import type { Database } from '@ai-census/db'
import type { Page } from 'playwright-core'
import type { Case } from '../bench.ts'
import { untilPainted } from './painted.ts'

export interface Place {
  page: Page
  base: string
  pool: Database['pool']
}

interface Filtering {
  name: string
  path: string
  /** Brings the page to where the next filter can be chosen. Not measured. */
  ready: (place: Place, turn: number) => Promise<void>
  /** The one key press or click. Each turn asks for what was not asked before. */
  act: (place: Place, turn: number) => Promise<void>
  sql: string
  value: (turn: number) => string
  /** The table that is walked has another row in its first places after each turn. */
  rows: string
}

const systems = (where: string, rows = 30) =>
  `select s.*, greatest(s.seen_at, sight.sight_at) as last_seen_at from ai_system s
   left join scope_sight sight on sight.lane = s.lane where ${where} order by s.attention desc, s.id collate "C" limit ${rows + 1}`
const components = (where: string) =>
  `select c.*, greatest(c.seen_at, sight.sight_at) as last_seen_at from component c
   left join scope_sight sight on sight.lane = c.lane where ${where} order by c.sort_name collate "C", c.id collate "C" limit 101`
const WAITING = `s.state = 'unregistered' and not coalesce(s.snoozed_until > current_date::text, false)`

const ROUNDS = 20
const ENDINGS = ['bot', 'api', 'agent', 'search'].flatMap((word) =>
  Array.from({ length: 9 }, (_, digit) => [word, String(digit + 1)] as const),
)
const ending = (turn: number) => ENDINGS[turn % ENDINGS.length] ?? ENDINGS[0]!
/** Neighbours have about as many systems each; neither side finds in memory what the other one has just read. */
const supplierOf = (side: 'page' | 'query') => (turn: number) =>
  `supplier-${2 * (turn % 290) + (side === 'page' ? 2 : 3)}`

async function openFacet({ page }: Place, label: string): Promise<void> {
  const facet = page.locator('main details', { has: page.locator('summary', { hasText: label }) }).first()
  if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click()
}

const bySupplier = (path: string, rows: string, sql: string): Filtering => ({
  name: `${path}: another supplier`,
  path,
  ready: (place) => openFacet(place, 'Supplier'),
  act: async ({ page }, turn) => {
    const name = `Supplier ${supplierOf('page')(turn).slice('supplier-'.length)}`
    await page.locator('main details[open] label').getByText(name, { exact: true }).click()
  },
  sql,
  value: supplierOf('query'),
  rows,
})

const filterings: Filtering[] = [
  bySupplier('/systems', 'main [data-row]', systems('s.suppliers @> array[$1]')),
  bySupplier('/triage', 'main [data-queue-row]', systems(`${WAITING} and s.suppliers @> array[$1]`, 50)),
  bySupplier('/components', 'main tbody th a', components('c.supplier = $1')),
  {
    name: '/systems: a further letter in the search',
    path: '/systems',
    ready: async ({ page }, turn) => {
      await page
        .getByRole('searchbox')
        .first()
        .fill(`${ending(turn)[0]}-`)
      await page.waitForURL(new RegExp(`search=${ending(turn)[0]}-$`))
      await page.getByRole('searchbox').first().focus()
    },
    act: ({ page }, turn) => page.keyboard.press(ending(turn)[1]),
    sql: systems('s.search like $1'),
    value: (turn) => `%${ending(turn).join('-')}%`,
    rows: 'main [data-row]',
  },
]

/** Bar 17. */
export const filterCases = (place: Place): Case[] => filterings.map((one) => filterCase(place, one))

function filterCase(place: Place, one: Filtering): Case {
  let [turn, bare] = [0, 0]
  const measure = async () => {
    if (new URL(place.page.url()).pathname !== one.path) await open(place, one.path, one.rows)
    await one.ready(place, turn)
    await restful(place.page)
    const ms = await untilPainted(place.page, () => one.act(place, turn), one.rows)
    turn++
    return ms
  }
  return {
    name: one.name,
    a: { label: 'the browser', run: measure, measure },
    b: { label: 'bare query', run: () => place.pool.query(one.sql, [one.value(bare++)]) },
    measures:
      'p95 from the key press or click to the frame with the new rows, through router, collector, sign-in and totals; every round asks for what was not asked before. B is the query of the same rows, without a total.',
    bar: { id: '17', most: 2, plus: 50 },
    figure: 'p95',
    warmUp: 3,
    rounds: ROUNDS,
  }
}

export async function open({ page, base }: Place, path: string, rows: string): Promise<void> {
  await page.goto(base + path)
  await page.locator(rows).first().waitFor()
}

/** A list reads on once it stands: that must not count as the answer to the next filter. */
async function restful(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.waitForTimeout(400)
}
