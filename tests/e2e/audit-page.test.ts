/** The auditor's job in the browser: draw, look, conclude, verify, take along. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { DecisionBody } from '@ai-census/schema'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'

let dashboard: Dashboard
let page: Page
let clicks = 0

beforeAll(async () => {
  dashboard = await startDashboard('audit-page')
  const { data } = await dashboard.client.POST('/api/v1/users', {
    body: { email: 'audit@acme.example', role: 'auditor' },
  })
  page = await (await dashboard.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(data?.invitation.link ?? '')
  await page.getByRole('navigation').first().waitFor()
})
afterAll(() => dashboard?.close())

const click = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
  clicks += 1
  await page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .click()
}
const sampleNow = async () => {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  return (await dashboard.client.GET('/api/v1/audit/samples/{id}', { params: { path: { id } } })).data
}

it('draws a sample of ten, concludes each row by keyboard, and is told what that says of the rest', async () => {
  const began = performance.now()
  await click('Audit', 'link')
  await click('Draw a sample')
  await page.getByLabel('How many rows').fill('10')
  await page.getByLabel(/^Seed/).fill('by lot, 26 November')
  await click('Draw')
  await page.getByRole('heading', { level: 1, name: 'Sample of AI systems' }).waitFor()
  const rows = page.getByRole('list', { name: /^Rows/ }).getByRole('link')
  expect(await rows.count()).toBe(10)
  const before = await sampleNow()
  expect([before?.createdBy, before?.seed, before?.populationHash.length]).toEqual([
    'audit@acme.example',
    'by lot, 26 November',
    64,
  ])
  for (const ordinal of [1, 2, 3, 4]) {
    await page.getByRole('article', { name: `Row ${ordinal}` }).waitFor()
    await page.keyboard.press('y')
  }
  await page.getByRole('article', { name: 'Row 5' }).waitFor()
  await page.keyboard.press('e')
  await click(/^An error/)
  await page.getByText('Say what is wrong').waitFor()
  await page.getByLabel(/^Note/).fill('Nobody uses it since March')
  await page.keyboard.press('Control+Enter')
  for (const ordinal of [6, 7, 8, 9, 10]) {
    await page.getByRole('article', { name: `Row ${ordinal}` }).waitFor()
    await page.keyboard.press('y')
  }
  await page.getByText(/1 of 10 looked at were/).waitFor()
  const seconds = (performance.now() - began) / 1000
  const { result } = (await sampleNow()) ?? {}
  expect(result).toMatchObject({ concluded: 10, pending: 0, errors: 1 })
  // The product's own share of the auditor's time: looking is the rest.
  expect(clicks).toBeLessThanOrEqual(6)
  expect(seconds).toBeLessThan(40)
  process.stdout.write(
    `A sample of ten: ${clicks} clicks, 12 keys, ${seconds.toFixed(1)} s without the looking.\n`,
  )
})

it('is drawn the same again, and shows its evidence and its place in the inventory', async () => {
  await click('Draw again and compare')
  await page.getByText('The same rows of the same population').waitFor()
  await page
    .getByRole('link', { name: 'acme/support-bot' })
    .or(page.getByRole('link', { name: /credit-scoring/ }))
    .first()
    .click()
  await page.getByRole('heading', { level: 3, name: 'Evidence' }).waitFor()
  expect(await page.getByRole('link', { name: /^In the inventory/ }).getAttribute('href')).toMatch(
    /^\/systems\/sys_/,
  )
})

it('in the other direction, from the sources to the inventory', async () => {
  await page.goto(`${dashboard.base}/audit`)
  await click('Draw a sample')
  await page.getByRole('radio', { name: /^Places/ }).check()
  await page.getByRole('radio', { name: /^As many as it takes/ }).check()
  await page.getByLabel('Tolerable share').fill('40')
  await click('Draw')
  await page.getByRole('heading', { level: 1, name: 'Sample of Places' }).waitFor()
  await page.getByText('Open the source itself and list the AI').waitFor()
  expect((await sampleNow())?.tolerableShare).toBe(0.4)
})

it('concludes what each key is meant for, however slow the collector is', async () => {
  await page.goto(`${dashboard.base}/audit`)
  await click('Draw a sample')
  await page.getByLabel('How many rows').fill('5')
  await click('Draw')
  await page.getByRole('article', { name: 'Row 1' }).waitFor()
  const heard = Promise.withResolvers<void>()
  await page.route('**/rows/*/conclusions', async (route) => {
    await heard.promise
    await route.continue()
  })
  // The first one leads to row 2, `j` to row 3.
  for (const key of ['y', 'j', 'y']) await page.keyboard.press(key)
  heard.resolve()
  await expect.poll(async () => (await sampleNow())?.result.concluded).toBe(2)
  const concluded = (await sampleNow())?.rows.filter((row) => row.conclusions.length > 0)
  expect(concluded?.map(({ ordinal }) => ordinal)).toEqual([1, 3])
  await page.unrouteAll({ behavior: 'wait' })
})

it('verifies the log against the head of an earlier visit, and says when it is another log', async () => {
  await page.goto(`${dashboard.base}/audit`)
  const download = page.waitForEvent('download')
  await click('Download the head', 'link')
  const head = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  await dashboard.client.POST('/api/v1/decisions', {
    body: { body: { type: 'configure', settings: { staleDays: 20 } } },
  })
  await page.locator('input[type=file]').setInputFiles({
    name: 'head.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(head)),
  })
  await click('Verify')
  await page.getByText('nothing before your head was changed').waitFor()
  await page.getByText('Intact').waitFor()
  await page.getByLabel('Earlier head').fill(`1:${'ab'.repeat(32)}`)
  await click('Verify')
  await page.getByText('Broken').waitFor()
  await page.getByLabel('Earlier head').fill('yesterday')
  await click('Verify')
  await page.getByText('This is no head').waitFor()
})

it('takes the evidence pack and the decision log along', async () => {
  const zip = page.waitForEvent('download')
  await click('Download the evidence pack', 'link')
  const file = await zip
  expect(file.suggestedFilename()).toMatch(/^ai-census-evidence-\d{4}-\d\d-\d\d\.zip$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  const log = page.waitForEvent('download')
  await click('Download the decision log', 'link')
  const [line = ''] = readFileSync(await (await log).path(), 'utf8').split('\n')
  const { hash, ...rest } = JSON.parse(line)
  expect(hash).toBe(createHash('sha256').update(JSON.stringify(rest)).digest('hex'))
})

it('reads the decision log by type and by day', async () => {
  await page.goto(`${dashboard.base}/audit`)
  await click('Decision log', 'link')
  await page.getByRole('row').filter({ hasText: 'Set stale days to 20' }).waitFor()
  await page.goto(`${dashboard.base}/history/decisions?type=dismiss`)
  await page.getByText('No such decision').waitFor()
  await page.goto(`${dashboard.base}/history/decisions?to=2020-01-01`)
  await page.getByText('No such decision').waitFor()
})

it('marks in the log what was taken back, with the decision that did it', async () => {
  const decide = (body: Record<string, unknown>) =>
    dashboard.client.POST('/api/v1/decisions', { body: { body: body as DecisionBody } })
  const { data } = await decide({ type: 'configure', settings: { staleDays: 25 } })
  const sequence = data?.decision.sequence ?? 0
  await decide({ type: 'revoke', sequence })
  await page.goto(`${dashboard.base}/history/decisions`)
  const row = page.getByRole('row').filter({ hasText: 'Set stale days to 25' })
  await row.getByText(`Taken back by operator, decision ${sequence + 1}`).waitFor()
  await page
    .getByRole('row')
    .filter({ hasText: `Took back decision ${sequence}` })
    .waitFor()
  expect(await page.getByText(/^Taken back by/).count()).toBe(1)
})

it('says how complete the inventory is, what that rests on, and when there is no saying', async () => {
  await page.goto(`${dashboard.base}/audit`)
  await page.getByText(/12 AI systems were found, of an estimated \d+/).waitFor()
  await page.getByText('What this rests on').click()
  await page.getByText('The sources find independently of one another').waitFor()
  await page.getByRole('checkbox', { name: 'openai' }).uncheck()
  await page.getByText('No estimate.').waitFor()
  await page.getByText('Only one kind of place looked').waitFor()
  expect(page.url()).toContain('without=openai')
})

it('fits a phone', async () => {
  const sample = (await dashboard.client.GET('/api/v1/audit/samples', { params: { query: {} } })).data
    ?.rows[0]?.id
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/audit', '/history/decisions', `/audit/samples/${sample}`]) {
    await page.goto(`${dashboard.base}${path}`)
    await page.locator('.loaded').first().waitFor()
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expect([path, wider]).toEqual([path, 0])
  }
})
