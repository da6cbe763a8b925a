/** An auditor asks what the inventory said then, what changed since, and whether the log is whole. */
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'

let dashboard: Dashboard
let page: Page
/** Between the scan of Acme and the first decision. */
let before: string
beforeAll(async () => {
  dashboard = await startDashboard('history')
  page = dashboard.page
  const { data } = await dashboard.client.GET('/api/v1/systems', {
    params: { query: { search: 'support-bot' } },
  })
  const system = data?.rows[0]
  const { data: last } = await dashboard.client.GET('/api/v1/history', { params: { query: { limit: 1 } } })
  // The page speaks of whole seconds: the first one after all that the scans brought.
  const second = Math.floor(Date.parse(last?.rows[0]?.at ?? '') / 1000) * 1000 + 1000
  before = new Date(second).toISOString()
  while (Date.now() < second + 1000) await setTimeout(50)
  const { response } = await dashboard.client.POST('/api/v1/decisions', {
    body: {
      body: {
        type: 'register',
        system: system?.id ?? '',
        groupKeys: [system?.groupKey ?? ''],
        anchors: [],
        fields: { name: 'Support bot', businessOwner: 'Dana Reyes', riskLevel: 'high' },
      },
    },
  })
  expect(response.status).toBe(201)
})
afterAll(() => dashboard?.close())

const seen = (text: string) => page.getByText(text).locator('visible=true').first().waitFor()

it('shows the inventory as it was, under an address that can be shared', async () => {
  await page.getByRole('link', { name: 'History', exact: true }).first().click()
  await page.getByRole('link', { name: 'As of a date' }).click()
  await page.getByLabel('As of UTC').fill(before.slice(0, 19))
  await page.getByLabel('As of UTC').press('Enter')
  const row = page.getByRole('row').filter({ hasText: 'acme/support-bot' })
  await row.getByText('Unregistered', { exact: true }).waitFor()
  await row.getByText('Not rated').locator('visible=true').waitFor()
  expect(page.url()).toContain(`at=${encodeURIComponent(before.slice(0, 19))}`)
  await page.reload()
  await row.getByText('Unregistered', { exact: true }).waitFor()
  const { data } = await dashboard.client.GET('/api/v1/systems', {
    params: { query: { asOf: before, state: 'registered' } },
  })
  expect(data?.rows).toEqual([])
})

it('says from when on there is anything to see', async () => {
  await page.goto(`${dashboard.base}/history/as-of?at=2020-01-01T00:00:00`)
  await seen('The inventory was empty then')
  await page.getByRole('link', { name: 'See what there was then' }).click()
  await page
    .getByRole('table', { name: /^Systems as of/ })
    .getByRole('row')
    .nth(1)
    .waitFor()
  await page.goto(`${dashboard.base}/history/as-of?at=${before.slice(0, 19)}`)
})

it('and what differs since, field by field', async () => {
  await page.getByRole('link', { name: 'Compare with now' }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'Support bot' })
  await item.getByText('Changed', { exact: true }).waitFor()
  await item.getByText('Dana Reyes').waitFor()
  await item.getByText('Unregistered', { exact: true }).first().waitFor()
  const { data } = await dashboard.client.GET('/api/v1/inventory/diff', {
    params: { query: { from: before, to: new Date().toISOString(), type: 'system' } },
  })
  expect(data?.counts.system).toEqual({ added: 0, removed: 0, changed: 1 })
  await page.getByRole('table').getByRole('link', { name: '1 systems changed' }).click()
  await item.getByText('Dana Reyes').waitFor()
  await page.goto(`${dashboard.base}/history/difference?from=1990-01-01T00:00:00&to=1991-01-01T00:00:00`)
  await seen('No difference')
})

it('the decision log is there with its verification, and a head noted now holds later', async () => {
  await page.getByRole('link', { name: 'Decision log', exact: true }).click()
  await page.getByRole('row').filter({ hasText: 'Registered as Support bot' }).waitFor()
  await page.getByRole('button', { name: 'Verify decision log' }).click()
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await page.getByText('Intact').waitFor()
})

it('the timeline narrows to what one asks for', async () => {
  await page.goto(`${dashboard.base}/history?event=registered`)
  await seen('Support bot')
  await page.goto(`${dashboard.base}/history?event=returned`)
  await seen('Nothing matches these filters')
})
