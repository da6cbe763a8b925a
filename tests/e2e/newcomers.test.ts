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

const systemNamed = async (name: string) =>
  (
    await dashboard.client.GET('/api/v1/systems', { params: { query: { search: name, limit: 50 } } })
  ).data?.rows.find((row) => row.name === name)
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const queued = (id: string | undefined) => page.locator(`[data-queue-row="${id}"]`)

it('says what a register entry lacks in the words of the form, and of which system', async () => {
  const system = await systemNamed('credit-scoring')
  const fields = { name: 'credit-scoring', businessOwner: 'maria@acme.example' }
  await dashboard.client.POST('/api/v1/decisions', {
    body: { body: { type: 'register', system: system?.id ?? '', groupKeys: [], anchors: [], fields } },
  })
  await open('/flags?id=incomplete')
  const row = page.getByRole('row').filter({ hasText: 'credit-scoring' })
  await row.getByText(/No answer yet for .*role in the value chain/).waitFor()
  await open('/history')
  await page.getByRole('link', { name: 'credit-scoring: incomplete' }).waitFor()
  await open('/history/decisions')
  const decision = page.getByRole('row').filter({ hasText: 'Registered as credit-scoring' })
  await decision.getByRole('link', { name: 'credit-scoring' }).waitFor()
  expect(await decision.getByText(/UTC/).count()).toBe(2)
  expect(await decision.getByText(/UTC/).first().isVisible()).toBe(false)
})

it('offers whom the register knows wherever a person is named', async () => {
  await open('/triage')
  await queued((await systemNamed('acme/support-bot'))?.id).click()
  await page.getByRole('heading', { level: 2, name: 'acme/support-bot' }).waitFor()
  await press('r', 'Tab')
  await page.keyboard.type('mar')
  const maria = page.getByRole('option', { name: /maria@acme\.example/ })
  await maria.waitFor()
  await press('Enter')
  const owner = page.getByRole('combobox', { name: 'Business owner' })
  await expect.poll(() => owner.inputValue()).toBe('maria@acme.example')
  await owner.fill('')
  await press('Escape', 'Escape')

  await open('/systems?search=acme&sort=name')
  await page.locator('[data-row]').first().waitFor()
  await press('j', 'x')
  await page.getByRole('combobox', { name: 'Assign to' }).fill('mar')
  await maria.click()
  const assignee = page.getByRole('combobox', { name: 'Assign to' })
  await expect.poll(() => assignee.inputValue()).toBe('maria@acme.example')
})

it('names nobody as the owner of many by a key that was meant to go on', async () => {
  await open('/triage')
  await page.locator('[data-queue-row]').first().waitFor()
  await press('x', 'j', 'x', 'r')
  const dialog = page.getByRole('dialog', { name: 'Register 2 discoveries' })
  await dialog.getByRole('option').first().waitFor()
  await press('Enter')
  await dialog.getByRole('button', { name: 'Register 2 discoveries' }).waitFor()
  expect(await dialog.getByRole('combobox').first().inputValue()).toBe('')
  // A button stays where it is while the field above it is left: one press is enough.
  await dialog.getByRole('combobox').first().click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  await press('x', 'k', 'x')
})

it('lets a number choose which of two systems stays, as it says beside them', async () => {
  await open('/triage')
  await queued((await systemNamed('customer-experience'))?.id).click()
  await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor()
  await press('m', 'Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('group', { name: 'Chosen: shop-support' }).waitFor()
  await press('2')
  expect(await dialog.getByRole('radio', { name: /^customer-experience/ }).isChecked()).toBe(true)
  await press('Escape')
})

it('asks for what stands in the search, also where another filter came between', async () => {
  await open('/models')
  await page.getByRole('row').nth(2).waitFor()
  await page.locator('main summary', { hasText: 'Ends' }).click()
  const choice = page.getByLabel('Within 90 days, or ended')
  await choice.waitFor()
  // Both in one turn: the second way is taken before the first has been gone.
  await page.evaluate(`{
    const field = document.querySelector('[data-page-search]')
    field.value = 'gpt-4'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    const labels = [...document.querySelectorAll('main details[open] label')]
    labels.find(({ innerText }) => innerText.includes('Within 90 days')).click()
  }`)
  await page.waitForURL(
    (url) => url.searchParams.get('search') === 'gpt-4' && url.searchParams.has('retiring'),
  )
  await page.getByRole('link', { name: 'gpt-4o', exact: true }).waitFor()
})
