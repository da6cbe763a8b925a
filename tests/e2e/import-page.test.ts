/** A governance owner brings the organisation's spreadsheet in the browser: put right, matched, written, and once more. */
import { workbookOf } from '@ai-census/register-import/testing'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'
import { acmeRegister, csvOf, hostileRegister } from '../support/registers.ts'

let dashboard: Dashboard
let page: Page
beforeAll(async () => {
  dashboard = await startDashboard('import-page')
  page = dashboard.page
})
afterAll(() => dashboard?.close())

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const row = (n: number): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(`row ${n}`, { exact: true }) })
const open = async (name: string) => {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const registered = async (): Promise<string[]> => {
  const { data } = await dashboard.client.GET('/api/v1/systems', {
    params: { query: { state: 'registered', sort: 'name' } },
  })
  return data?.rows.map(({ name }) => name) ?? []
}

it('reads the sheet, says what it takes the columns for, and where what is wrong', async () => {
  await open('Import')
  const chooser = page.waitForEvent('filechooser')
  // By keyboard: the button is reached and pressed, not the drop area.
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await chooser).setFiles(file('register.csv', Buffer.from(csvOf(acmeRegister))))
  await page.getByRole('heading', { level: 1, name: 'register.csv' }).waitFor()
  await page.getByText('How the columns are read').click()
  const risk = page.getByRole('combobox', { name: /Column D, Risk/ })
  expect(await risk.inputValue()).toBe('riskLevel')
  await page.getByText('bought in 2024').locator('visible=true').first().waitFor()
  await row(6).getByText('D6').waitFor()
  await row(8).getByText('is empty. Every system needs a name.').waitFor()
  await row(9).getByText('G9').waitFor()
  await page.getByText(/Rows 3, 10:/).waitFor()
  expect(await registered()).toEqual([])
})

it('what the sheet means is said once and holds for all of it', async () => {
  await row(6).getByRole('combobox').selectOption('medium')
  await row(7).getByText('New', { exact: true }).waitFor()
  await row(9).getByRole('button', { name: 'the day comes first' }).click()
  await row(9).getByText('New', { exact: true }).waitFor()
  // A column that was taken for something can be said to be something else, and handed back to the guess.
  const notes = page.getByRole('combobox', { name: /Column H, Notes/ })
  await notes.selectOption('monitoringMethod')
  await page.getByRole('button', { name: 'Guess again' }).click()
  await expect.poll(() => notes.inputValue()).toBe('')
})

it('a row that is something else is said to be so, and the draft is there when one comes back', async () => {
  await row(12)
    .getByRole('button', { name: /It is something else/ })
    .click()
  await row(12).getByRole('button', { name: 'Leave it out' }).click()
  await row(12).getByText('Left out', { exact: true }).waitFor()
  await open('Systems')
  await open('Import')
  await page.getByRole('link', { name: 'register.csv' }).click()
  await row(12).getByText('you said so').waitFor()
  await row(6).getByText('New', { exact: true }).waitFor()
})

it('shows what it is going to write before it does, and what is left to do after', async () => {
  await page.getByRole('button', { name: 'Preview and confirm' }).click()
  const preview = page.getByRole('dialog', { name: /Write \d+ decisions/ })
  await preview.getByText('Support bot').waitFor()
  await preview.getByText('Warehouse camera').waitFor()
  await preview.getByRole('button', { name: /^Write \d+ decisions$/ }).click()
  await page.getByRole('heading', { name: '9 decisions written' }).waitFor()
  expect(await registered()).toEqual([
    'Chat for sales',
    'Credit scoring',
    'Data science',
    'Forecast',
    'Invoice reader',
    'Meeting notes',
    'Support bot',
    'Translator',
    'Warehouse camera',
  ])
  const result = page.getByRole('region', { name: '9 decisions written' })
  const { data: overview } = await dashboard.client.GET('/api/v1/overview')
  expect(overview?.flags).toMatchObject({ 'not-seen': 6, unrated: 1 })
  await result.getByRole('link', { name: '6 Not seen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Systems' }).waitFor()
  await page.getByRole('link', { name: 'Warehouse camera', exact: true }).waitFor()
  await page.goBack()
  await result.getByRole('link', { name: '1 Unrated' }).click()
  await page.getByRole('heading', { level: 1, name: 'Systems' }).waitFor()
  await page.getByRole('link', { name: 'Translator', exact: true }).waitFor()
  await page.goBack()
  // A row of the sheet leads to its system, also to one that the import made.
  await row(5).getByRole('link', { name: 'Warehouse camera' }).click()
  await page.getByRole('heading', { level: 1, name: 'Warehouse camera' }).waitFor()
})

it('the same sheet again changes nothing', async () => {
  await open('Import')
  const answered = [...acmeRegister].map((cells) =>
    cells.map((text) => (text === 'Amber' ? 'Medium' : text === '03/04/2027' ? '2027-04-03' : text)),
  )
  const same = answered.filter(([, name]) => name !== '' && name !== 'CV screening')
  await page.setInputFiles('input[type=file]', file('again.csv', Buffer.from(csvOf(same))))
  await page.getByRole('heading', { level: 1, name: 'again.csv' }).waitFor()
  await page.getByText('Nothing to write').waitFor()
  await page.getByRole('button', { name: 'Keep as a record' }).click()
  await page.getByRole('heading', { name: 'Nothing changed' }).waitFor()
  await open('Import')
  const list = page.getByRole('table', { name: /Earlier imports/ })
  await list.getByText('none: nothing changed').waitFor()
  await list.getByText('9 decisions').waitFor()
  const { data } = await dashboard.client.GET('/api/v1/decisions')
  expect(data?.total).toBe(9)
})

it('somebody else’s change after the dry run is met, and nothing is overwritten', async () => {
  await page.setInputFiles(
    'input[type=file]',
    file(
      'owner.csv',
      Buffer.from(
        csvOf([
          ['ID', 'AI system', 'Purpose'],
          ['4', 'Warehouse camera', 'Counts people'],
        ]),
      ),
    ),
  )
  await page.getByRole('button', { name: 'Preview and confirm' }).click()
  const preview = page.getByRole('dialog')
  await preview.getByText('Warehouse camera').waitFor()
  const { data } = await dashboard.client.GET('/api/v1/systems', {
    params: { query: { search: 'warehouse' } },
  })
  const system = data?.rows[0]?.id ?? ''
  await dashboard.client.POST('/api/v1/decisions', {
    body: { body: { type: 'set-fields', system, fields: { purpose: 'Counts boxes' } } },
  })
  await preview.getByRole('button', { name: /^Write/ }).click()
  await page.getByText('Nothing was written; below is the new one.').waitFor()
  await row(2).getByText('Counts boxes').waitFor()
  await row(2).getByLabel('Take the sheet’s instead').check()
  await page.getByRole('button', { name: 'Preview and confirm' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Write/ })
    .click()
  await page.getByRole('heading', { name: '1 decision written' }).waitFor()
  const { data: detail } = await dashboard.client.GET('/api/v1/systems/{id}', {
    params: { path: { id: system } },
  })
  expect(detail?.fields.purpose?.value).toBe('Counts people')
})

it('a hostile sheet is text and nothing else, and a workbook’s other sheet is one choice away', async () => {
  await open('Import')
  await page.setInputFiles('input[type=file]', file('hostile.csv', Buffer.from(csvOf(hostileRegister))))
  await page.getByRole('heading', { level: 1, name: 'hostile.csv' }).waitFor()
  await row(2).getByText('<img src=x onerror=').first().waitFor()
  await row(5).getByText('=HYPERLINK(').first().waitFor()
  await row(10).getByText('holds 10000 characters').waitFor()
  expect(await page.title()).not.toContain('owned')
  expect(await page.locator('main img, main script').count()).toBe(0)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor()
  const workbook = workbookOf([
    {
      name: 'Register',
      rows: [
        ['AI system', 'Owner', 'Risk'],
        ['Night shift planner', 'Ada', 'Low'],
      ],
    },
    {
      name: 'Old',
      rows: [
        ['AI system', 'Owner', 'Risk'],
        ['Fax reader', 'Ben', 'Low'],
      ],
    },
  ])
  await page.setInputFiles('input[type=file]', file('register.xlsx', Buffer.from(workbook)))
  await row(2).getByText('Night shift planner').first().waitFor()
  await page.getByLabel('Sheet', { exact: true }).selectOption('Old')
  await row(2).getByText('Fax reader').first().waitFor()
  await open('Import')
  await page.setInputFiles('input[type=file]', file('page.csv', Buffer.from('<!doctype html>')))
  await page
    .getByRole('alert')
    .getByText(/web page/)
    .waitFor()
})

it('who only looks is told so in a sentence, and offered nothing', async () => {
  const { data } = await dashboard.client.POST('/api/v1/users', {
    body: { email: 'vera@acme.example', role: 'viewer' },
  })
  const viewer = await (await dashboard.browser.newContext()).newPage()
  await viewer.goto(data?.invitation.link ?? '')
  await viewer.getByRole('navigation').first().waitFor()
  await viewer.goto(`${dashboard.base}/import`)
  await viewer.getByText('Your role does not import').waitFor()
  expect(await viewer.getByRole('button', { name: 'Choose a file' }).count()).toBe(0)
})
