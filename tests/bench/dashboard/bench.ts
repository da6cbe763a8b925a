import { launchChromium } from '../../support/chromium.ts'
import type { Bench } from '../bench.ts'
import { openEstate } from '../collector/kept-estate.ts'
import { startServing } from './collector.ts'
import { filterCases } from './filters.ts'
import { interactionCases } from './interactions.ts'
import { prepareMeasuring } from './painted.ts'

/** Systems and components, so many of each; `AI_CENSUS_BENCH_ROWS=1000000` for the figure of bar 17. */
const ROWS = Number(process.env.AI_CENSUS_BENCH_ROWS ?? 100_000)

export const bench: Bench = {
  title: 'the dashboard in Chromium on PostgreSQL, from a key press or click to the painted rows',
  async prepare() {
    const estate = await openEstate(ROWS)
    const collector = await startServing(estate.url)
    const browser = await launchChromium()
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await prepareMeasuring(context)
    const page = await context.newPage()
    await page.goto(collector.link)
    await page.getByRole('navigation').first().waitFor()
    const place = { page, base: collector.base, pool: estate.database.pool }
    return {
      setting: { 'systems, and as many components': ROWS },
      cases: [...filterCases(place), ...interactionCases(place)],
      async close() {
        await browser.close()
        await collector.stop()
        await estate.close()
      },
    }
  },
}
