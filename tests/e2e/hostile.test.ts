/** What strangers can write into names must show as the text that it is, on every page, and break none. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, putHostileEstate, startDashboard } from '../support/dashboard.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'
import { PAGES } from '../support/pages.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard('hostile')
  await putHostileEstate(dashboard.client)
})
afterAll(() => dashboard?.close())

it('each hostile name is a system with that name', async () => {
  const { page, base, client } = dashboard
  const missing = async () => {
    const { data } = await client.GET('/api/v1/systems', { params: { query: { limit: 200 } } })
    const names = new Set(data?.rows.map(({ name }) => name))
    return Object.values(HOSTILE_NAMES).filter((name) => !names.has(name))
  }
  await expect.poll(missing).toEqual([])
  await page.goto(`${base}/systems?search=${encodeURIComponent('<img src=x')}`)
  await page
    .getByRole('link', { name: /<img src=x onerror/ })
    .first()
    .waitFor()
})

it.each([
  { screen: 'a desk', width: 1440, height: 900 },
  { screen: 'a phone', width: 390, height: 844 },
  { screen: 'a desk at 200 %', width: 720, height: 450 },
  // What WCAG's criterion of reflow asks for: 1280 by 1024 at 400 %.
  { screen: 'a desk at 400 %', width: 320, height: 256 },
])('no page runs what a name says, or grows wider than $screen', async ({ width, height }) => {
  const { page, base } = dashboard
  await page.setViewportSize({ width, height })
  const faults: string[] = []
  for (const path of PAGES) {
    await page.goto(`${base}/${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const { title, images, wide } = await page.evaluate<{ title: string; images: number; wide: number }>(`({
      title: document.title,
      images: document.querySelectorAll('img[src="x"]').length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    })`)
    if (title.includes('owned')) faults.push(`${path}: ran a script of a name`)
    if (images > 0) faults.push(`${path}: made an element of a name`)
    if (wide > 0) faults.push(`${path}: ${wide} pixels too wide`)
  }
  expect(faults).toEqual([])
})
