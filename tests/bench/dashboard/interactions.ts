import type { Case } from '../bench.ts'
import { open, type Place } from './filters.ts'
import { takeInteractions } from './painted.ts'

interface Interacting {
  path: string
  name: string
  rows: string
  /** One or a few presses or clicks, as a person does them; the slowest counts. */
  act: (place: Place, turn: number) => Promise<void>
}

const press =
  (...keys: string[]): Interacting['act'] =>
  async ({ page }) => {
    for (const key of keys) await page.keyboard.press(key)
  }
/** Opens the first menu of the page and closes it. */
const menu: Interacting['act'] = async ({ page }) => {
  const summary = page.locator('main details summary').first()
  await summary.click()
  await summary.click()
}
const TABLE = 'main tbody th a'

const interactings: Interacting[] = [
  { path: '/systems', name: 'next row', rows: 'main [data-row]', act: press('j') },
  { path: '/systems', name: 'a row selected, or not', rows: 'main [data-row]', act: press('j', 'x', 'x') },
  { path: '/systems', name: 'a filter opened and closed', rows: 'main [data-row]', act: menu },
  { path: '/triage', name: 'next discovery', rows: 'main [data-queue-row]', act: press('j') },
  { path: '/triage', name: 'all selected, none', rows: 'main [data-queue-row]', act: press('A', 'Escape') },
  {
    path: '/triage',
    name: 'a dialog opened and closed',
    rows: 'main [data-queue-row]',
    act: press('a', 'Escape'),
  },
  { path: '/components', name: 'a filter opened and closed', rows: TABLE, act: menu },
  { path: '/suppliers', name: 'a filter opened and closed', rows: TABLE, act: menu },
  { path: '/models', name: 'a filter opened and closed', rows: TABLE, act: menu },
  { path: '/coverage', name: 'a filter opened and closed', rows: 'main summary', act: menu },
  { path: '/history', name: 'a filter opened and closed', rows: 'main summary', act: menu },
  { path: '/graph', name: 'a filter opened and closed', rows: 'main summary', act: menu },
]

/** “Interactions under 100 ms”, over what a page without anything takes in the same browser at the same moment. */
export const interactionCases = (place: Place): Case[] => interactings.map((one) => caseOf(place, one))

function caseOf(place: Place, one: Interacting): Case {
  let turn = 0
  const measure = async () => {
    if (new URL(place.page.url()).pathname !== one.path) await open(place, one.path, one.rows)
    await slowest(place)
    await one.act(place, turn++)
    return slowest(place)
  }
  const bare = async () => {
    const page = await place.page.context().newPage()
    try {
      await page.goto(`${place.base}/icon.svg`)
      await page.mouse.click(10, 10)
      return await slowest({ ...place, page })
    } finally {
      await page.close()
    }
  }
  return {
    name: `${one.path}: ${one.name}`,
    a: { label: 'the slowest press or click', run: measure, measure },
    b: { label: 'a click on a page with nothing in it', run: bare, measure: bare },
    measures:
      'p95, in steps of 8 ms, from the press to the next paint, as the browser tells it (Event Timing); less than 16 ms counts as 8. Not what the page fetches after it.',
    bar: { id: '100 ms', most: 1, plus: 100 },
    figure: 'p95',
    warmUp: 2,
    rounds: 15,
  }
}

/** Entries come after the paint that they tell of. */
async function slowest({ page }: Place): Promise<number> {
  await page.waitForTimeout(300)
  return Math.max(8, ...(await takeInteractions(page)).map(({ duration }) => duration))
}
