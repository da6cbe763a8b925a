/** WCAG 2.2 AA as far as a machine can see it: axe finds nothing, in light and dark, wide and narrow. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsNow, firstOf, LOOKS, lookAs, openForAxe } from '../support/axe.ts'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'
import { PAGES } from '../support/pages.ts'

let dashboard: Dashboard
let page: Page
let base: string

beforeAll(async () => {
  dashboard = await startDashboard('accessibility')
  ;({ page, base } = dashboard)
})
afterAll(() => dashboard?.close())

async function faultsOf(path: string): Promise<string[]> {
  await openForAxe(page, `${base}/${path}`)
  return faultsNow(page, path)
}

describe.each(LOOKS)('$colorScheme at $width', (look) => {
  it('every page is without a fault', async () => {
    await lookAs(page, look)
    const faults: string[] = []
    for (const path of [...PAGES, 'nowhere']) faults.push(...(await faultsOf(path)))
    for (const [list, address] of [
      ['systems', '/systems/sys_'],
      ['suppliers', '/suppliers/'],
      ['models', '/models/'],
      ['components', '/components/'],
      ['scans', '/scans/'],
    ] as const)
      faults.push(...(await faultsOf(await firstOf(page, base, list, address))))
    expect(faults).toEqual([])
  })
})
