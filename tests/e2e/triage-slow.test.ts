/** Triage beside a collector that takes its time: keys and clicks that come before its answers do what they were meant for. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'
import { type Desk, deskOf } from '../support/desk.ts'

let dashboard: Dashboard
let page: Page
let desk: Desk

beforeAll(async () => {
  dashboard = await startDashboard('triage-slow')
  page = dashboard.page
  page.setDefaultTimeout(15_000)
  desk = deskOf(dashboard)
})
afterAll(() => dashboard?.close())

it('decides anew on what is being taken back, on what it is by then', async () => {
  await desk.open()
  const [name, before] = [await desk.currentName(), await desk.waiting()]
  await desk.press('d', '1', 'Enter')
  await expect.poll(desk.waiting).toBe(before - 1)
  const heard = Promise.withResolvers<void>()
  await page.route('**/api/v1/decisions', async (route) => {
    // What is sent on from here does not always say by itself where it comes from.
    const headers = { ...(await route.request().allHeaders()), origin: dashboard.base }
    const response = await route.fetch({ headers })
    if (route.request().postData()?.includes('"revoke"')) await heard.promise
    await route.fulfill({ response })
  })
  await desk.press('u')
  await desk.row(name).first().click()
  await desk.shown(name)
  await desk.press('d')
  heard.resolve()
  await page.getByRole('dialog').waitFor()
  await desk.press('2', 'Enter')
  await expect.poll(async () => (await desk.lastDecision())?.body.type).toBe('dismiss')
  expect(await desk.waiting()).toBe(before - 1)
  await page.unrouteAll({ behavior: 'wait' })
  await desk.press('u')
  await expect.poll(desk.waiting).toBe(before)
})

it('takes back what is only on its way, not what was decided before it', async () => {
  await desk.open()
  const before = await desk.waiting()
  const first = await desk.currentName()
  await desk.press('d', '1', 'Enter')
  await desk.said(`Dismissed “${first}”`)
  const second = await desk.currentName()
  const heard = Promise.withResolvers<void>()
  await page.route('**/api/v1/decisions', async (route) => {
    await heard.promise
    await route.continue()
  })
  await desk.press('d', '2', 'Enter')
  await page.locator('[data-queue-row][aria-current]').filter({ hasNotText: second }).waitFor()
  await desk.press('u')
  heard.resolve()
  await desk.said(`Taken back: Dismissed “${second}”`)
  expect(await desk.waiting()).toBe(before - 1)
  await page.unrouteAll({ behavior: 'wait' })
  await desk.press('u')
  await desk.said(`Taken back: Dismissed “${first}”`)
  expect(await desk.waiting()).toBe(before)
})

it('attaches to what was typed, though Enter comes before its list', async () => {
  await desk.open()
  const name = await desk.currentName()
  const answered = Promise.withResolvers<void>()
  const search = /\/api\/v1\/systems\?.*search=/
  await page.route(search, async (route) => {
    await answered.promise
    await route.continue()
  })
  await desk.press('t')
  // At first others stand there.
  await page.getByRole('option').first().waitFor()
  await desk.type('hackathon')
  await desk.press('Enter', 'Enter')
  answered.resolve()
  await desk.said(`Attached “${name}” to “hackathon-2025”`)
  await page.unrouteAll({ behavior: 'wait' })
  await desk.press('u')
  await desk.said('Taken back: Attached')
})

it('keeps keys that come before the dialog for the dialog, however slow the collector is', async () => {
  await desk.open()
  const name = (await desk.queue().last().locator('.name').textContent()) ?? ''
  const [before, seen] = [await desk.waiting(), (await desk.lastDecision())?.sequence]
  const answered = Promise.withResolvers<void>()
  await page.route(/\/api\/v1\/systems\/[^/]+$/, async (route) => {
    await answered.promise
    await route.continue()
  })
  await desk.queue().last().click()
  await page.locator('[data-queue-row][aria-current]').filter({ hasText: name }).waitFor()
  await desk.press('s', '2', 'Escape', 'd', 'Tab', 'Shift+Tab', '2', 'Tab')
  await desk.type('Data of nobody')
  await desk.press('Backspace', 'Tab', '3', 'Enter')
  expect((await desk.lastDecision())?.sequence).toBe(seen)
  answered.resolve()
  await desk.said(`Dismissed “${name}”`)
  expect((await desk.lastDecision())?.body).toMatchObject({
    type: 'dismiss',
    reason: 'Abandoned; nobody uses it. Data of nobod',
    expires: expect.stringMatching(/^20\d\d-/),
  })
  expect(await desk.waiting()).toBe(before - 1)
  await page.unrouteAll({ behavior: 'wait' })
  await desk.press('u')
  await desk.said('Taken back: Dismissed')
  await expect.poll(desk.waiting).toBe(before)
})

it('takes whom a list of people offers, though more of them are still on their way', async () => {
  await desk.open()
  await desk.row('acme/support-bot').first().click()
  await desk.shown('acme/support-bot')
  const answered = Promise.withResolvers<void>()
  await page.route('**/api/v1/people*', async (route) => {
    await answered.promise
    await route.continue()
  })
  await desk.press('r', 'Tab')
  await desk.type('own')
  await page.getByRole('option', { name: 'owner you' }).waitFor()
  await desk.press('Enter')
  const owner = page.getByRole('combobox', { name: 'Business owner' })
  await expect.poll(() => owner.inputValue()).toBe('owner')
  answered.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await owner.fill('')
})

it('goes back to where it was when the key for it comes before the page has moved', async () => {
  await desk.open()
  const names = await desk.queue().locator('.name').allInnerTexts()
  await desk.press('j')
  await desk.shown(names[1] ?? '')
  // In one go: no key finds the page where the one before it led.
  await page.evaluate(`for (const key of ['j', 'k', 'x'])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))`)
  const chosen = page.locator('li.chosen .name')
  await chosen.first().waitFor()
  expect(await chosen.allInnerTexts()).toEqual([names[1]])
  await desk.press('x')
  await chosen.waitFor({ state: 'detached' })
  expect(await desk.currentName()).toBe(names[1])
})
