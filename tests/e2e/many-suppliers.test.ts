/** A register of more suppliers than one page of it has: each can be chosen. */
import { ScanReport } from '@ai-census/schema'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Dashboard, putScan, startDashboard } from '../support/dashboard.ts'

const SOON = { timeout: 15_000 }
const MANY = 620
const AT = '2026-11-20T08:00:00.000Z'

const services = Array.from({ length: MANY }, (_, n) => ({
  key: `service:maker-${n}`,
  kind: 'service',
  supplier: `maker-${n}`,
  name: `Service of maker-${n}`,
  grade: 'used',
  context: 'production',
  identifiers: [],
  attributes: {},
  evidence: [
    {
      method: 'manifest',
      rule: 'test/package',
      strength: 'strong',
      location: { path: 'package.json', startLine: 1 },
    },
  ],
  claims: [],
}))

const bazaar = ScanReport.parse({
  scanner: 'code',
  version: '1.0.0',
  catalogue: 'test',
  scope: { key: 'git:github.com/bazaar/hall', title: 'bazaar', source: 'github:bazaar' },
  startedAt: AT,
  finishedAt: AT,
  coverage: { status: 'complete' },
  findings: services,
  unknowns: [],
})

let dashboard: Dashboard
let page: Page

beforeAll(async () => {
  dashboard = await startDashboard('many-suppliers')
  page = dashboard.page
  page.setDefaultTimeout(15_000)
  await putScan(dashboard.client, 'github:bazaar', [bazaar])
  const count = async () =>
    (await dashboard.client.GET('/api/v1/suppliers', { params: { query: { limit: 1 } } })).data?.total ?? 0
  await vi.waitFor(async () => expect(await count()).toBeGreaterThan(MANY), 30_000)
})
afterAll(() => dashboard?.close())

describe('a supplier of very many', () => {
  it.each([
    { path: '/systems', rows: '[data-row]', first: 'bazaar' },
    { path: '/triage', rows: '[data-queue-row] .name', first: 'bazaar' },
    { path: '/components', rows: 'tbody th a', first: 'Service of maker-615' },
  ])('is found by name in the filter of $path', async ({ path, rows, first }) => {
    await page.goto(dashboard.base + path)
    const facet = page
      .locator('details')
      .filter({ has: page.locator('summary', { hasText: /^\s*Supplier/ }) })
    await facet.locator('summary').click()
    await facet.getByText(/^\d+ more: find them by name$/).waitFor()
    await expect.poll(() => facet.getByRole('radio').count(), SOON).toBe(100)
    await facet.getByRole('searchbox').fill('KER-615')
    await facet.getByRole('radio', { name: /^maker-615/ }).check()
    await expect.poll(() => page.locator(rows).allInnerTexts(), SOON).toEqual([first])
    expect(new URL(page.url()).searchParams.get('supplier')).toBe('maker-615')
    // What is chosen is offered still, wherever it stands.
    await facet.getByRole('searchbox').fill('')
    expect(await facet.getByRole('radio', { name: /^maker-615/ }).isChecked()).toBe(true)
  })
})
