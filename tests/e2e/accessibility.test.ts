/** WCAG 2.2 AA as far as a machine can see it: axe finds nothing, in light and dark, wide and narrow. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'
import { PAGES } from '../support/pages.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let dashboard: Dashboard
let page: Page
let base: string

beforeAll(async () => {
  dashboard = await startDashboard('accessibility')
  ;({ page, base } = dashboard)
})
afterAll(() => dashboard?.close())

async function faultsOf(path: string): Promise<string[]> {
  await page.goto(`${base}/${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Evaluated by the debugger, as the page's own policy refuses any script that is not the dashboard's.
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`)
}

describe.each([
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'dark', width: 1440, height: 900 },
  { colorScheme: 'light', width: 390, height: 844 },
] as const)('$colorScheme at $width', ({ colorScheme, width, height }) => {
  it('every page is without a fault', async () => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const faults: string[] = []
    for (const path of [...PAGES, 'nowhere']) faults.push(...(await faultsOf(path)))
    await page.goto(`${base}/systems`)
    const one = await page.locator('main a[href^="/systems/sys_"]').first().getAttribute('href')
    faults.push(...(await faultsOf(one?.slice(1) ?? 'no system')))
    expect(faults).toEqual([])
  })
})
