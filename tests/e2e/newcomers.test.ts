/** What people who saw it for the first time stumbled over. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { finding, report } from '../../apps/collector/src/testing/requests.ts'
import { type Dashboard, putScan, startDashboard } from '../support/dashboard.ts'

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

/** Of systems that nobody registered: all in triage, and those with a flag for it. */
async function counts() {
  const { data } = await dashboard.client.GET('/api/v1/overview')
  return { waiting: data?.waiting ?? 0, flagged: data?.flags.unregistered ?? 0 }
}

it('says why more wait in triage than are flagged, and counts them alike everywhere', async () => {
  const before = await counts()
  await putScan(dashboard.client, 'code:trials', [
    report({
      scope: 'git:github.com/acme/trial-of-a-model',
      at: new Date().toISOString(),
      findings: [finding('service:openai', { context: 'test' })],
    }),
  ])
  await expect.poll(counts, { timeout: 60_000 }).toEqual({ ...before, waiting: before.waiting + 1 })
  const { waiting, flagged } = await counts()
  expect((await dashboard.client.GET('/api/v1/triage')).data?.total).toBe(waiting)
  await open('/')
  await page
    .getByRole('link', { name: `${waiting} to triage` })
    .first()
    .waitFor()
  await page.getByRole('link', { name: `Triage ${waiting} to decide`, exact: true }).waitFor()
  const rest = waiting - flagged
  await page
    .getByText(`${rest} more, not registered either, ${rest === 1 ? 'is' : 'are'} not in use`)
    .waitFor()
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
