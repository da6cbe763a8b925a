/** What could not be read, which permission is missing, and a scan that is followed while it reports. */
import { randomUUID } from 'node:crypto'
import { createClient } from '@ai-census/api/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cell, cloudReport } from '../support/clouds.ts'
import {
  type Client,
  type Dashboard,
  putHostileEstate,
  putScan,
  startDashboard,
} from '../support/dashboard.ts'

const AWS = 'aws:o-acme'
const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()
const accounts = Array.from({ length: 12 }, (_, n) => String(111_122_223_300 + n))
const regions = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2']
const DENIED = 'sagemaker:ListEndpoints'

/** 96 scopes with 672 cells: one account may not list endpoints in one region, and a second one nothing there. */
const cloud = () =>
  accounts.flatMap((account, n) =>
    regions.flatMap((region) => {
      const refused = region === 'us-east-1' && n < 2
      const types = ['endpoint', 'model', 'training-job', 'notebook', 'pipeline', 'app'].map((type, t) =>
        refused && (t === 0 || n === 1)
          ? cell(`sagemaker-${type}`, 'denied', DENIED)
          : cell(`sagemaker-${type}`, 'complete'),
      )
      const gap = n === 1 ? ('denied' as const) : ('partial' as const)
      return [
        cloudReport({
          key: `aws:${account}/${region}/sagemaker`,
          source: AWS,
          at: at(30),
          coverage: refused
            ? { status: gap, reason: DENIED, detail: `the permission ${DENIED} is missing`, cells: types }
            : { status: 'complete', cells: types },
          unknowns: refused
            ? [
                {
                  place: 'sagemaker-endpoint',
                  reason: 'permission',
                  detail: `not authorized to perform ${DENIED}`,
                },
              ]
            : [],
        }),
        cloudReport({
          key: `aws:${account}/${region}/comprehend`,
          source: AWS,
          at: at(30),
          coverage: { status: 'complete', cells: [cell('comprehend-endpoint', 'complete')] },
        }),
      ]
    }),
  )

let dashboard: Dashboard
let page: Page
let scanner: Client
beforeAll(async () => {
  dashboard = await startDashboard('coverage')
  page = dashboard.page
  const { data } = await dashboard.client.POST('/api/v1/tokens', {
    body: { name: 'clouds', sources: ['aws:*', 'github:acme'] },
  })
  scanner = createClient({ baseUrl: dashboard.base, token: data?.token ?? '' })
  await putScan(scanner, AWS, cloud(), { status: 'partial', reason: 'denied' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(() => dashboard?.close())

const go = async (name: string) => {
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

it('names the missing permission once, with the line to add, in one click', async () => {
  const began = performance.now()
  await go('Coverage')
  const missing = page.getByRole('region', { name: /Missing permissions/ })
  await missing.getByText(`"${DENIED}",`).waitFor()
  await missing.getByRole('button', { name: /Copy the line/ }).click()
  const seconds = (performance.now() - began) / 1000
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`"${DENIED}",`)
  await missing.getByText(/“Action” of the reader policy/).waitFor()
  console.info(`the missing permission in the clipboard: 2 clicks, ${seconds.toFixed(1)} s`)
  await page.getByText('nobody knows what is there').waitFor()
  await missing.getByRole('link', { name: '2 places not read whole' }).click()
  await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(3)
})

it('goes down from the source over its accounts to a matrix, and to the cell that was refused', async () => {
  await go('Coverage')
  await page.getByRole('link', { name: AWS, exact: true }).click()
  await page.getByRole('link', { name: `aws:${accounts[0]}`, exact: true }).click()
  const matrix = page.getByRole('table', { name: /Services of aws:/ })
  await matrix.getByRole('button', { name: 'sagemaker', exact: true }).click()
  const refused = matrix.getByRole('button', { name: `sagemaker-endpoint in us-east-1: Denied, ${DENIED}` })
  await refused.waitFor()
  // The arrow keys move between marks; Enter opens one.
  await matrix.getByRole('button', { name: /sagemaker-endpoint in eu-west-1/ }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await refused.evaluate((mark) => mark === mark.ownerDocument.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  const scope = page.getByRole('region', { name: /^Place / })
  await scope.getByText(`not authorized to perform ${DENIED}`).waitFor()
  await scope.getByText('Last complete look').waitFor()
  // What is on screen is in the address.
  await page.reload()
  await scope.getByText(`not authorized to perform ${DENIED}`).waitFor()
  const { data } = await dashboard.client.GET('/api/v1/coverage/groups', {
    params: { query: { by: 'part', source: AWS, scanner: 'aws' } },
  })
  expect(data?.rows).toHaveLength(accounts.length)
  expect(data?.rows[0]?.statuses).toEqual({ complete: 7, partial: 1 })
})

it('a denied repository is shown with its permission, in a list that filters', async () => {
  const denied = cloudReport({
    key: 'git:github.com/acme/secret-lab',
    source: 'github:acme',
    at: at(20),
    coverage: { status: 'denied', reason: 'contents:read', detail: 'It needs the permission contents:read.' },
  })
  await putScan(scanner, 'github:acme', [{ ...denied, scanner: 'github' }], { status: 'denied' })
  await page.goto(`${dashboard.base}/coverage?status=denied&source=github:acme`)
  const row = page.getByRole('row').filter({ hasText: 'secret-lab' })
  await row.getByText('Denied', { exact: true }).waitFor()
  await row.getByText('contents: read', { exact: true }).waitFor()
  await row.getByText(/permissions of the GitHub App/).waitFor()
})

it('a scan is followed while it reports, scope by scope, and its change leads to the system', async () => {
  const scan = randomUUID()
  const path = { scan }
  const look = (name: string) => ({
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c',
    scope: { key: `git:github.com/acme/${name}`, title: `acme/${name}`, source: 'github:acme' },
    startedAt: at(1),
    finishedAt: at(0),
    coverage: { status: 'complete' as const },
    findings: [
      {
        key: 'service:openai',
        kind: 'service' as const,
        supplier: 'openai',
        name: `Assistant of ${name}`,
        grade: 'configured' as const,
        context: 'production' as const,
        identifiers: [],
        attributes: {},
        evidence: [
          {
            method: 'import' as const,
            rule: 'openai/import',
            strength: 'strong' as const,
            location: { path: 'a.py', startLine: 1 },
          },
        ],
      },
    ],
    unknowns: [],
  })
  const start = { scanner: 'code', version: '1.0.0', catalogue: 'c', source: 'github:acme', startedAt: at(1) }
  await scanner.PUT('/api/v1/scans/{scan}', { params: { path }, body: start })
  await go('Scans')
  const running = page.getByRole('row').filter({ hasText: 'Running' })
  await running.getByText('0 places so far').waitFor()
  await scanner.PUT('/api/v1/scans/{scan}/report', { params: { path }, body: look('live-one') })
  await running.getByText('1 place so far').waitFor()
  await running.getByRole('link', { name: 'github:acme' }).click()
  await page.getByRole('heading', { level: 1, name: 'Scan of github:acme' }).waitFor()
  await scanner.PUT('/api/v1/scans/{scan}/report', { params: { path }, body: look('live-two') })
  const scopes = page.getByRole('region', { name: 'Places' })
  await scopes.getByText('acme/live-two', { exact: true }).waitFor()
  await scanner.POST('/api/v1/scans/{scan}/finish', {
    params: { path },
    body: { finishedAt: at(0), coverage: { status: 'complete' } },
  })
  await page.locator('.facts').getByText('Complete', { exact: true }).waitFor()
  const changed = page.getByRole('region', { name: 'What changed' })
  await changed.getByRole('link', { name: '2 new' }).waitFor()
  await changed.getByRole('link', { name: 'acme/live-two' }).first().click()
  await page.getByRole('heading', { level: 1, name: /live-two/ }).waitFor()
})

it('a scan that was started and fell silent says so', async () => {
  const scan = randomUUID()
  const start = { scanner: 'aws', version: '1.0.0', catalogue: 'clouds', source: AWS, startedAt: at(90) }
  await scanner.PUT('/api/v1/scans/{scan}', { params: { path: { scan } }, body: start })
  await page.goto(`${dashboard.base}/scans?status=running`)
  await page.getByText('Never finished', { exact: true }).waitFor()
  await page.goto(`${dashboard.base}/scans/${scan}`)
  await page.getByText(/never said that it ended/).waitFor()
})

it('hostile names are text, and no page is wider than a phone', async () => {
  await putHostileEstate(dashboard.client)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of [
    '/coverage',
    '/coverage?view=list&source=github:hostile',
    `/coverage?source=${AWS}&scanner=aws&under=aws:${accounts[0]}`,
    '/scans',
    '/history',
    '/history/as-of?at=2100-01-01',
    '/history/difference',
    '/import',
  ]) {
    await page.goto(`${dashboard.base}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.locator('table, ol, .drop, .empty').locator('visible=true').first().waitFor()
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      path,
    ).toBeLessThanOrEqual(0)
    expect(await page.title(), path).not.toContain('owned')
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})
