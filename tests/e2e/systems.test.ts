/** Finding systems, keeping the view, taking the rows along; and governing one system on its page. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Dashboard, putHostileEstate, startDashboard } from '../support/dashboard.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'

const SOON = { timeout: 15_000 }

let dashboard: Dashboard
let page: Page
const ids: Record<string, string> = {}

beforeAll(async () => {
  dashboard = await startDashboard('systems')
  page = dashboard.page
  page.setDefaultTimeout(15_000)
  const { client } = dashboard
  await putHostileEstate(client)
  const names = async () => {
    const { data } = await client.GET('/api/v1/systems', { params: { query: { limit: 200 } } })
    for (const { id, name } of data?.rows ?? []) ids[name] = id
    return Object.keys(ids)
  }
  const wanted = [...Object.values(HOSTILE_NAMES), 'shop-support', 'customer-experience']
  await vi.waitFor(async () => expect(await names()).toEqual(expect.arrayContaining(wanted)), 20_000)
  const set = (name: string, fields: Record<string, string>) =>
    client.POST('/api/v1/decisions', {
      body: { body: { type: 'set-fields', system: idOf(name), fields } },
    })
  await set('customer-experience', { userImpact: 'customer-facing' })
  await set('shop-support', { userImpact: 'customer-facing', riskLevel: 'high' })
})
afterAll(() => dashboard?.close())

function idOf(name: string): string {
  const id = ids[name]
  if (!id) throw new Error(`there is no system ${name} among ${Object.keys(ids).join(', ')}`)
  return id
}

const open = async (name: string, on = page) => {
  await on.goto(`${dashboard.base}/systems/${idOf(name)}`)
  await on.getByRole('heading', { level: 1, name }).waitFor()
}
const detailOf = async (name: string) =>
  (await dashboard.client.GET('/api/v1/systems/{id}', { params: { path: { id: idOf(name) } } })).data
const rowNames = async (on = page) => on.locator('[data-row]').allInnerTexts()
const facet = (name: string) =>
  page.locator('details').filter({ has: page.locator('summary', { hasText: new RegExp(`^\\s*${name}`) }) })

async function choose(name: string, option: RegExp, role: 'checkbox' | 'radio' = 'checkbox'): Promise<void> {
  await facet(name).locator('summary').click()
  await facet(name).getByRole(role, { name: option }).check()
  await page.keyboard.press('Escape')
}

async function download(link: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFileSync(await file.path(), 'utf8')
}

describe('the list of systems', () => {
  it('answers which customer-facing systems of one supplier nobody has rated', async () => {
    await page.goto(`${dashboard.base}/systems`)
    await choose('Supplier', /^OpenAI/, 'radio')
    await choose('User impact', /Customer-facing/)
    await choose('Risk', /Not rated/)
    await expect.poll(() => rowNames(), SOON).toEqual(['customer-experience'])
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({
      supplier: 'openai',
      userImpact: 'customer-facing',
      risk: 'none',
    })
    await page.getByText('1 system', { exact: true }).waitFor()
  })

  it('keeps a filter that is chosen while the one before is still on its way', async () => {
    const on = await dashboard.another()
    await on.goto(`${dashboard.base}/systems`)
    await on.locator('[data-row]').first().waitFor()
    const answered = Promise.withResolvers<void>()
    await on.route('**/api/v1/systems?*', async (route) => {
      await answered.promise
      await route.continue()
    })
    // Quicker than a person, so that no answer can come between.
    await on.evaluate(`(async () => {
      const named = (all, words) => [...all].find((one) => one.textContent.trim().startsWith(words))
      for (const [facet, option] of [['Supplier', 'OpenAI'], ['State', 'Registered'], ['State', 'Unregistered']]) {
        const menu = named(document.querySelectorAll('main details'), facet)
        if (!menu.open) menu.querySelector('summary').click()
        await new Promise(requestAnimationFrame)
        named(menu.querySelectorAll('label'), option).querySelector('input').click()
      }
    })()`)
    answered.resolve()
    const search = () => Object.fromEntries(new URL(on.url()).searchParams)
    await expect.poll(search, SOON).toEqual({ supplier: 'openai', state: 'registered,unregistered' })
    await on.context().close()
  })

  it('is kept as a view with its columns, and its address shows them to others', async () => {
    await facet('Columns').locator('summary').click()
    await facet('Columns').getByLabel('Grade').uncheck()
    await facet('Columns').getByLabel('User impact').check()
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader', { name: 'User impact' }).waitFor()
    await page.getByRole('button', { name: 'Save view…' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Unrated at customers')
    await page.getByText('kept in this browser and seen by nobody else').waitFor()
    await page.getByRole('button', { name: 'Save view', exact: true }).click()
    const address = page.url()

    await page.getByRole('link', { name: 'All', exact: true }).click()
    await expect.poll(async () => (await rowNames()).length, SOON).toBeGreaterThan(3)
    // The choice of columns stays for the next list, too.
    await page.getByRole('columnheader', { name: 'User impact' }).waitFor()
    await page.getByRole('link', { name: 'Unrated at customers' }).click()
    await expect.poll(() => rowNames(), SOON).toEqual(['customer-experience'])
    await page.reload()
    await page.getByRole('link', { name: 'Unrated at customers' }).waitFor()

    const other = await dashboard.another()
    await other.goto(address)
    await other.getByRole('columnheader', { name: 'User impact' }).waitFor()
    expect(await other.getByRole('columnheader', { name: 'Grade' }).count()).toBe(0)
    await expect.poll(() => rowNames(other), SOON).toEqual(['customer-experience'])
  })

  it('is taken along as CSV: just those rows, and just the columns shown', async () => {
    await facet('CSV').locator('summary').click()
    const text = await download(page.getByRole('link', { name: 'These rows, the columns shown' }))
    const [head, ...lines] = text.trim().split('\r\n')
    expect(head).toBe('Name,State,Risk level,Flags,Suppliers,Business owner,User impact,Last seen')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^customer-experience,unregistered,,.*openai; pinecone,,customer-facing,/)
  })

  it('is walked, selected and opened by keys, and several are assigned at once with one undo', async () => {
    await page.goto(`${dashboard.base}/systems?sort=name&search=acme`)
    await expect.poll(async () => (await rowNames()).length, SOON).toBeGreaterThan(2)
    const [first = '', second = ''] = await rowNames()
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
    await page.getByText('2 systems selected').waitFor()
    await page.getByLabel('Assign to').fill('Dana Reyes')
    await page.keyboard.press('Enter')
    await page.getByText('Assigned 2 systems to Dana Reyes').waitFor()
    expect((await detailOf(second))?.system.assignee).toBe('Dana Reyes')
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(async () => (await detailOf(first))?.system.assignee, SOON).toBeUndefined()

    await page.locator('[data-row]').first().focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: second }).waitFor()
    await page.goBack()
    await expect.poll(() => rowNames(), SOON).toContain(first)
  })
})

describe('the page of one system', () => {
  const record = () => page.getByRole('region', { name: /Register entry|What discovery suggests/ })

  it('pins a field where it stands, keeps what discovery says beside it, and lets go again', async () => {
    await open('customer-experience')
    await record().getByRole('button', { name: 'Edit Technical owner' }).click()
    await page.getByRole('combobox', { name: 'Technical owner' }).fill('Platform team')
    await page.keyboard.press('Enter')
    await page.getByText('Set technical owner', { exact: true }).waitFor()
    const row = record().locator('dl > div').filter({ hasText: 'Technical owner' })
    await row.getByText('Platform team').waitFor()
    await row.getByText(/Set by owner/).waitFor()
    await row.getByText('Discovery says').waitFor()
    await row.getByText('web-platform').waitFor()
    expect((await detailOf('customer-experience'))?.fields.technicalOwner).toMatchObject({
      value: 'Platform team',
      source: 'pin',
      discovered: { value: 'web-platform' },
    })

    await row.getByRole('button', { name: /^Unpin/ }).click()
    await row.getByText(/From the service catalogue/).waitFor()
    expect((await detailOf('customer-experience'))?.fields.technicalOwner?.value).toBe('web-platform')
  })

  it('is rated by the rubric, with the reasons that the evidence gives', async () => {
    await open('customer-experience')
    const risk = page.getByRole('region', { name: 'Risk and reviews' })
    await risk.getByText('the rubric suggests').waitFor()
    await page.keyboard.press('l')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Suggested: Medium' }).waitFor()
    await dialog.getByRole('radio', { name: /employment, the management of workers/ }).check()
    await dialog.getByRole('heading', { name: 'Suggested: High' }).waitFor()
    await dialog.getByRole('button', { name: 'Rate high' }).click()
    await dialog.getByText('Say why that level').waitFor()
    await dialog.getByRole('button', { name: 'Use the reasons above' }).click()
    await dialog.getByRole('button', { name: 'Rate high' }).click()
    await risk.getByText(/Rated by/).waitFor()
    const path = { id: idOf('customer-experience') }
    const { data } = await dashboard.client.GET('/api/v1/systems/{id}/risk', { params: { path } })
    expect(data?.rating).toMatchObject({ level: 'high', answers: { 'annex-iii': 'employment' } })
    await risk.getByText('1 review', { exact: true }).click()
    await page
      .getByRole('region', { name: 'Decisions and history' })
      .getByText(/rated high/)
      .waitFor()
  })

  it('lets two people who edit one field choose, and overwrites nothing unseen', async () => {
    await open('shop-support')
    await record()
      .getByRole('button', { name: /(Edit|Add) Purpose/ })
      .click()
    await page.getByRole('textbox', { name: 'Purpose' }).fill('Answers customers in the shop')

    const other = await dashboard.another()
    await open('shop-support', other)
    await other.getByRole('button', { name: /(Edit|Add) Purpose/ }).click()
    await other.getByRole('textbox', { name: 'Purpose' }).fill('Drafts answers for the support team')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByText('Set purpose', { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Save' }).click()
    const choice = page.getByRole('group', { name: 'Purpose: choose a value' })
    await choice.getByText('Drafts answers for the support team').waitFor()
    await choice.getByText(/owner changed this/).waitFor()
    expect((await detailOf('shop-support'))?.fields.purpose?.value).toBe(
      'Drafts answers for the support team',
    )
    await choice.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(async () => (await detailOf('shop-support'))?.fields.purpose?.value, SOON)
      .toBe('Answers customers in the shop')
  })

  it('keeps what others changed elsewhere while one field is edited', async () => {
    await open('shop-support')
    await record()
      .getByRole('button', { name: /(Edit|Add) Business owner/ })
      .click()
    await page.getByRole('combobox', { name: 'Business owner' }).fill('Dana Reyes')
    await dashboard.client.POST('/api/v1/decisions', {
      body: { body: { type: 'set-fields', system: idOf('shop-support'), fields: { lifecycle: 'deployed' } } },
    })
    await page.keyboard.press('Enter')
    await page.getByText('Set business owner', { exact: true }).waitFor()
    const fields = (await detailOf('shop-support'))?.fields
    expect([fields?.businessOwner?.value, fields?.lifecycle?.value]).toEqual(['Dana Reyes', 'deployed'])
  })

  it('unfolds a component to its evidence, with the line and the way there', async () => {
    await open('acme/support-bot')
    const components = page.getByRole('region', { name: 'Components' })
    await components.getByRole('button', { name: 'deepseek-chat' }).click()
    const link = components.getByRole('link', { name: /bot\/answer\.py:\d+/ }).first()
    await link.waitFor()
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/github\.com\/acme\/support-bot\//)
    await components.getByText('OPENAI_MODEL', { exact: false }).first().waitFor()
  })

  it('shows hostile names as text, on a phone too', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const name of Object.values(HOSTILE_NAMES)) {
      await page.goto(`${dashboard.base}/systems/${idOf(name)}`)
      await page.getByRole('heading', { name: 'Components' }).waitFor()
      await page
        .getByRole('button', { name: 'More', exact: false })
        .or(page.getByText('More'))
        .first()
        .waitFor()
      const found = await page.evaluate<{ title: string; images: number; wide: number }>(`({
        title: document.title,
        images: document.querySelectorAll('img[src="x"]').length,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      })`)
      expect(found.title).not.toBe('owned')
      expect([found.images, found.wide], name).toEqual([0, 0])
    }
    await page.goto(`${dashboard.base}/systems?search=HYPERLINK`)
    await facet('CSV').locator('summary').click()
    const text = await download(page.getByRole('link', { name: 'These rows, all columns' }))
    expect(text).toContain('"\'=HYPERLINK(')
  })
})
