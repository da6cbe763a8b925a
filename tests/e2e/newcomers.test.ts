/** What people who saw it for the first time stumbled over. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'

let dashboard: Dashboard
let page: Page

beforeAll(async () => {
  dashboard = await startDashboard('newcomers')
  page = dashboard.page
  page.setDefaultTimeout(15_000)
})
afterAll(() => dashboard?.close())

const open = async (path: string) => {
  await page.goto(dashboard.base + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

it('says why more wait in triage than are flagged, and counts them alike everywhere', async () => {
  await open('/')
  const { data } = await dashboard.client.GET('/api/v1/overview')
  const { data: queue } = await dashboard.client.GET('/api/v1/triage')
  expect(data?.waiting).toBe(queue?.total)
  await page
    .getByRole('link', { name: `${data?.waiting} to triage` })
    .first()
    .waitFor()
  await page.getByRole('link', { name: new RegExp(`^Triage ${data?.waiting} to decide$`) }).waitFor()
  const rest = (data?.systems.unregistered ?? 0) - (data?.flags.unregistered ?? 0)
  if (rest > 0)
    await page.getByText(`${rest} more in triage ${rest === 1 ? 'is' : 'are'} not in use now`).waitFor()
})

it('shows each flag of a discovery in its row', async () => {
  await open('/triage')
  await page.locator('[data-queue-row]').first().waitFor()
  const { data } = await dashboard.client.GET('/api/v1/triage')
  for (const row of data?.rows ?? []) {
    const shown = await page.locator(`[data-queue-row="${row.id}"] .flag`).count()
    expect([row.name, shown]).toEqual([row.name, row.flags.filter((id) => id !== 'unregistered').length])
  }
})

it('writes a question mark in a field, and lists the keys outside of one', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('who?')
  expect(await page.getByRole('searchbox', { name: 'Search discoveries' }).inputValue()).toBe('who?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('While you write in a field').waitFor()
  await page.keyboard.press('Escape')
})

it('filters when the words of a choice are pressed, and not only its box', async () => {
  await open('/systems')
  await page.locator('main summary', { hasText: 'State' }).click()
  const choice = page.locator('main details[open] label', { hasText: 'Dismissed' })
  await choice.getByText('Dismissed').click()
  await page.waitForURL(/state=dismissed/)
  await choice.getByRole('checkbox', { checked: true }).waitFor()
})

it('lists the models that end soonest first, and behind them those that have ended, each with its day', async () => {
  await open('/models?retiring=90')
  const { data } = await dashboard.client.GET('/api/v1/models', {
    params: { query: { sort: 'nextEnd', limit: 200 } },
  })
  const today = new Date().toISOString().slice(0, 10)
  const ends = data?.rows.flatMap(({ retiresOn }) => retiresOn ?? []) ?? []
  const coming = ends.filter((day) => day >= today)
  expect(ends).toEqual([
    ...coming.toSorted(),
    ...ends
      .filter((day) => day < today)
      .toSorted()
      .reverse(),
  ])
  expect(coming.length).toBeGreaterThan(0)
  expect(ends.length).toBeGreaterThan(coming.length)
  for (const text of await page.locator('main tbody .badge').allInnerTexts())
    expect(text).toMatch(/^(Ends|Ended) \d{1,2} \w+ \d{4}/)
})
