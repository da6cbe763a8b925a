/** Several discoveries that belong together: registered with one owner, attached to one system, and taken back whole. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'
import { type Desk, deskOf } from '../support/desk.ts'

let dashboard: Dashboard
let page: Page
let desk: Desk

beforeAll(async () => {
  dashboard = await startDashboard('triage-many')
  page = dashboard.page
  desk = deskOf(dashboard)
  page.setDefaultTimeout(15_000)
  await dashboard.client.POST('/api/v1/users', {
    body: { email: 'dana.reyes@acme.example', role: 'governance' },
  })
  await page.goto(`${dashboard.base}/triage`)
  await page.locator('[data-queue-row]').first().waitFor()
})
afterAll(() => dashboard?.close())

const firstNames = async (count: number) =>
  (await page.locator('[data-queue-row] .name').allInnerTexts()).slice(0, count)

it('registers several with one owner, who is chosen from the people of the organisation', async () => {
  const before = await desk.waiting()
  const names = await firstNames(2)
  await desk.press('x', 'J', 'r')
  await page.getByRole('dialog', { name: 'Register 2 discoveries' }).waitFor()
  await desk.type('dana')
  await page
    .getByRole('option', { name: /dana\.reyes@acme\.example.*governance/ })
    .first()
    .waitFor()
  await desk.press('Enter')
  await page.getByLabel(/^Purpose of all/).fill('Answers customers')
  await desk.press('Control+Enter')
  await page.getByText('Nothing is done yet').waitFor()
  for (const name of names)
    await page.getByRole('list', { name: 'Discoveries that it is about' }).getByText(name).first().waitFor()
  expect(await desk.waiting()).toBe(before)
  await desk.press('Enter')
  await desk.said('Registered 2 discoveries')
  expect(await desk.waiting()).toBe(before - 2)
  for (const name of names) {
    const system = await desk.systemNamed(name)
    expect(system).toMatchObject({
      state: 'registered',
      fields: {
        businessOwner: { value: 'dana.reyes@acme.example', source: 'pin' },
        purpose: { value: 'Answers customers' },
      },
    })
    // Nobody looked at each: what was not said is not put on record.
    expect(system?.fields.technicalOwner?.source).not.toBe('pin')
  }
  await desk.press('u')
  await desk.said('Taken back: Registered 2 discoveries')
  expect(await desk.waiting()).toBe(before)
  for (const name of names) expect((await desk.systemNamed(name))?.state).toBe('unregistered')
})

it('attaches several to one system, and takes it back', async () => {
  await page.goto(`${dashboard.base}/triage`)
  await page.locator('[data-queue-row]').first().waitFor()
  const before = await desk.waiting()
  const [target = '', ...names] = await firstNames(3)
  await desk.press('j', 'x', 'J', 't')
  await page.getByRole('dialog', { name: 'Attach 2 discoveries' }).waitFor()
  await desk.type(target)
  await page.getByRole('option', { name: target }).first().waitFor()
  await desk.press('Enter')
  await page.getByRole('group', { name: `Chosen: ${target}` }).waitFor()
  await desk.press('Enter')
  await page.getByText(`belong to “${target}” from now on`).waitFor()
  await desk.press('Enter')
  await desk.said('Attached 2 discoveries')
  for (const name of names) expect(await desk.systemNamed(name)).toBeUndefined()
  expect(await desk.waiting()).toBe(before - 2)
  await desk.press('u')
  await desk.said('Taken back: Attached 2 discoveries')
  expect(await desk.waiting()).toBe(before)
})

it('registers none of them where somebody else decided on one meanwhile', async () => {
  await page.goto(`${dashboard.base}/triage`)
  await page.locator('[data-queue-row]').first().waitFor()
  const before = await desk.waiting()
  const [, name = ''] = await firstNames(2)
  await desk.press('x', 'J', 'r')
  await page.getByRole('dialog', { name: 'Register 2 discoveries' }).waitFor()
  const other = await desk.systemNamed(name)
  await dashboard.client.POST('/api/v1/decisions', {
    body: { body: { type: 'dismiss', system: other?.id ?? '', reason: 'Somebody was faster' } },
  })
  await desk.press('Control+Enter')
  await page.getByText('1 discovery changed since you selected it').waitFor()
  expect(await desk.waiting()).toBe(before - 1)
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await desk.press('Control+Enter')
  await page.getByText('Nothing is done yet').waitFor()
  await desk.press('Enter')
  await desk.said('Registered 1 discovery')
  expect((await desk.systemNamed(name))?.state).toBe('dismissed')
})
