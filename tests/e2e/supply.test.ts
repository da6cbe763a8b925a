/** What the organisation depends on: from the overview's numbers to their rows, suppliers, models, and the graph of both. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dashboard, putHostileEstate, startDashboard } from '../support/dashboard.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let dashboard: Dashboard
let page: Page
beforeAll(async () => {
  dashboard = await startDashboard('supply')
  page = dashboard.page
})
afterAll(() => dashboard?.close())

const open = async (path: string) => {
  await page.goto(`${dashboard.base}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
const seen = (words: Locator) => words.locator('visible=true').first().waitFor()
const rowCount = () => page.locator('main tbody tr').count()
const systemsOf = async (query: { supplier?: string; model?: string }) => {
  const { data } = await dashboard.client.GET('/api/v1/systems', {
    params: { query: { ...query, live: 'true', limit: 100, sort: 'name' } },
  })
  return (data?.rows ?? []).map(({ name }) => name)
}
const supplierNow = async (id: string) =>
  (await dashboard.client.GET('/api/v1/suppliers/{id}', { params: { path: { id } } })).data?.supplier
const node = (name: RegExp) => page.getByRole('button', { name })

it('leads from each number of the overview to as many rows', async () => {
  await open('/')
  await page.locator('.numbers').waitFor()
  const numbers = page.locator('.numbers a, section:has(#attention) li a')
  const said = await numbers.evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      number: Number(link.querySelector('strong')?.textContent?.replaceAll(',', '')),
    })),
  )
  const counted = said.filter(({ href }) => href !== '/triage' && href !== '/scans')
  expect(counted.length).toBeGreaterThan(8)
  for (const { href, number } of counted) {
    await open(href)
    await page.locator('main tbody tr').first().waitFor()
    expect([href, await rowCount()]).toEqual([href, number])
  }
})

it('answers which systems stop with a supplier in one step from the overview', async () => {
  await open('/')
  await page.getByRole('link', { name: '6 systems of OpenAI' }).click()
  await page.getByRole('heading', { level: 1, name: 'Systems' }).waitFor()
  const names = await systemsOf({ supplier: 'openai' })
  expect(names.length).toBe(6)
  for (const name of names) await seen(page.getByRole('link', { name, exact: true }))
  expect(await rowCount()).toBe(6)
})

it('shows the inventory by state as a picture and as a table', async () => {
  await open('/')
  await page.getByRole('img', { name: /unregistered from 12 to 12/ }).waitFor()
  await page.getByText('As a table').click()
  await page.getByRole('row', { name: /2026 12 0 0$/ }).waitFor()
})

it('reviews a supplier, and shows it wherever the supplier is shown, until it is taken back', async () => {
  await open('/suppliers')
  await page.getByRole('link', { name: 'Anthropic', exact: true }).click()
  await page.getByRole('radio', { name: 'Approved' }).check()
  await page.getByLabel('Next review').fill('2027-05-01')
  await page.getByLabel('Contract reference').fill('C-2041')
  await page.getByLabel('Note').fill('No training on our data')
  await page.getByRole('button', { name: 'Record review' }).click()
  await page.getByText('No training on our data').waitFor()
  expect(await supplierNow('anthropic')).toMatchObject({
    review: 'approved',
    nextReview: '2027-05-01',
    contract: 'C-2041',
  })
  await page.getByRole('link', { name: 'All suppliers' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Anthropic' })
  for (const words of ['Approved', '1 May 2027', 'C-2041']) await seen(row.getByText(words))
  await open('/')
  await page.getByRole('link', { name: /Supplier unreviewed .* 14/ }).waitFor()
  await open('/graph')
  await node(/^Anthropic, serves, approved/).waitFor()

  await open('/suppliers/anthropic')
  await page.getByRole('radio', { name: 'Restricted' }).check()
  await page.getByRole('button', { name: 'Record review' }).click()
  await page.getByRole('button', { name: /Undo/ }).click()
  await page.getByText(/Taken back by/).waitFor()
  await expect.poll(async () => (await supplierNow('anthropic'))?.review).toBe('approved')
})

it('says who else reviewed while a form was open, and overwrites nothing unasked', async () => {
  await open('/suppliers/mistral')
  await page.getByLabel('Contract reference').fill('mine')
  const body = {
    type: 'review-supplier',
    supplier: 'mistral',
    review: 'rejected',
    nextReview: '2026-01-31',
  } as const
  await dashboard.client.POST('/api/v1/decisions', { body: { body } })
  await page.getByRole('button', { name: 'Record review' }).click()
  await page.getByText(/Somebody else reviewed it meanwhile/).waitFor()
  expect(await supplierNow('mistral')).not.toHaveProperty('contract')
  await page.getByRole('button', { name: 'Take theirs' }).click()
  expect(await page.getByRole('radio', { name: 'Rejected' }).isChecked()).toBe(true)
})

it('marks an overdue review, and finds it from the overview', async () => {
  await open('/')
  await page.getByRole('link', { name: /Supplier review overdue .* 1/ }).click()
  await seen(
    page
      .getByRole('row')
      .filter({ hasText: 'Mistral AI' })
      .getByText(/^Overdue/),
  )
  expect(await rowCount()).toBe(1)
})

it('draws the graph, and shows by mouse what stops with a supplier', async () => {
  await open('/graph')
  await page.getByRole('group', { name: /Graph of/ }).hover()
  await page.mouse.wheel(0, 600)
  await node(/^OpenAI, serves/).click()
  await page.getByText(/6 systems stop if OpenAI does/).waitFor()
  for (const name of await systemsOf({ supplier: 'openai' }))
    await seen(page.locator('section:has(#chosen)').getByRole('link', { name, exact: true }))
  // Who shares only a column with it is dimmed; Azure serves a model that OpenAI makes.
  const look = (name: RegExp) => node(name).locator('..').getAttribute('class')
  expect(await look(/^Mistral AI, makes/)).toContain('dim')
  expect(await look(/^Azure OpenAI, serves/)).not.toContain('dim')

  const picture = page.getByRole('group', { name: /Graph of/ })
  const place = () => picture.locator('> g').first().getAttribute('transform')
  const before = await place()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  expect(await place()).not.toBe(before)
  const box = await picture.boundingBox()
  const nearer = await place()
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150, { steps: 4 })
  await page.mouse.up()
  expect(await place()).not.toBe(nearer)
  // A drag chooses nothing and lets nothing go.
  await page.getByText(/6 systems stop if OpenAI does/).waitFor()

  await page.getByRole('link', { name: 'Draw only this' }).click()
  await page.getByText('Ways through OpenAI alone.').waitFor()
  await page.getByText(/6 systems drawn/).waitFor()
  expect(await node(/^Mistral AI/).count()).toBe(0)
})

it('walks the graph by keyboard alone', async () => {
  await open('/graph')
  await node(/^credit-scoring, system/).focus()
  const here = () => page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""')
  const walk: [string, RegExp][] = [
    ['ArrowRight', /^gpt-4\.1, model, ends .+, in \d+ days?, 1 system$/],
    ['ArrowRight', /^Azure OpenAI, serves/],
    ['ArrowRight', /^OpenAI, makes models/],
    ['Home', /, makes models/],
    ['End', /, makes models/],
  ]
  for (const [key, expected] of walk) {
    await page.keyboard.press(key)
    expect(await here()).toMatch(expected)
  }
  await node(/^gpt-4\.1, model/).focus()
  await page.keyboard.press('Enter')
  await page.getByText('1 system uses it.').waitFor()
  expect(await here()).toMatch(/^gpt-4\.1, model/)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#chosen').count()).toBe(0)
})

it('has the same facts as a list', async () => {
  await open('/graph?focus=supplier+openai')
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await page.getByRole('columnheader', { name: 'Made by' }).waitFor()
  const { data } = await dashboard.client.GET('/api/v1/graph', { params: { query: { supplier: 'openai' } } })
  expect(await rowCount()).toBe(data?.ways.length)
  await seen(page.getByRole('row', { name: /^credit-scoring gpt-4\.1 Azure OpenAI OpenAI/ }))
  await page.getByRole('searchbox', { name: 'Find in the graph' }).fill('whisper')
  await expect.poll(rowCount).toBe(1)
  await page.getByRole('link', { name: /components? of this way/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Components' }).waitFor()
  await page.getByRole('link', { name: 'whisper-1', exact: true }).waitFor()
})

it('answers which models end within 90 days and who uses them', async () => {
  await open('/')
  await page
    .getByRole('region', { name: /ending within 90 days/ })
    .getByRole('link', { name: /^\d+ models$/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor()
  const before = new Date(Date.now() + 91 * 24 * 3_600_000).toISOString().slice(0, 10)
  const { data } = await dashboard.client.GET('/api/v1/models', {
    params: { query: { retiringBefore: before, sort: 'nextEnd' } },
  })
  expect(data?.rows.length).toBeGreaterThan(5)
  const names = page.locator('main tbody th[scope=row] a')
  await expect.poll(() => names.allInnerTexts()).toEqual(data?.rows.map(({ id }) => id))
  for (const { id } of data?.rows ?? [])
    for (const name of await systemsOf({ model: id }))
      await seen(page.getByRole('row').filter({ hasText: id }).getByRole('link', { name, exact: true }))

  await page.getByRole('link', { name: 'gpt-4o', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'gpt-4o' }).waitFor()
  await page.getByRole('link', { name: 'gpt-4o-2024-08-06' }).waitFor()
  await page.getByRole('link', { name: 'customer-experience' }).first().waitFor()
})

it('opens a model whose name has a slash, and what a component was told by', async () => {
  await open(`/models/${encodeURIComponent('mistralai/mistral-7b-instruct-v0.3')}`)
  await page.getByText('open: anybody may serve it').waitFor()
  await page
    .locator('section:has(#components)')
    .getByRole('link', { name: /mistral/i })
    .first()
    .click()
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor()
  await seen(page.getByText(/vllm\/|docker-compose\.yml:\d+/))
})

it('offers a viewer no review', async () => {
  const invited = { email: 'vera@acme.example', role: 'viewer' } as const
  const { data } = await dashboard.client.POST('/api/v1/users', { body: invited })
  const viewer = await (await dashboard.browser.newContext()).newPage()
  await viewer.goto(data?.invitation.link ?? '')
  await viewer.getByRole('navigation').first().waitFor()
  await viewer.goto(`${dashboard.base}/suppliers/openai`)
  await viewer.getByText('Reviewing takes the governance role.').waitFor()
  expect(await viewer.getByRole('button', { name: 'Record review' }).count()).toBe(0)
})

it('has no fault that axe finds, and shows hostile names as they are at any width', async () => {
  await putHostileEstate(dashboard.client)
  const markup = `model ${HOSTILE_NAMES.markup}`.toLowerCase()
  await expect
    .poll(async () => {
      const { data } = await dashboard.client.GET('/api/v1/models', { params: { query: { limit: 100 } } })
      return data?.rows.map(({ id }) => id)
    })
    .toContain(markup)
  const { data } = await dashboard.client.GET('/api/v1/components', { params: { query: { model: markup } } })
  // The pages that have no subject are looked at by accessibility.test.ts.
  const ofOne = [
    '/suppliers/openai',
    `/models/${encodeURIComponent(markup)}`,
    `/components/${data?.rows[0]?.id}`,
    '/graph?view=drawing&focus=supplier+openai',
  ]
  const paths = ['/', '/suppliers', '/models', '/components', '/graph?view=list', '/flags', ...ofOne]
  const faults: string[] = []
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of paths) {
      await open(path)
      await page.locator('main [aria-busy=false]').first().waitFor()
      if (ofOne.includes(path)) {
        await page.evaluate(axe)
        const { violations } = await page.evaluate<AxeResults>('axe.run()')
        faults.push(...violations.map(({ id, nodes }) => `${path} at ${width}: ${id}: ${nodes[0]?.html}`))
      }
      const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      if (Number(await page.evaluate(wide)) > 0) faults.push(`${path} is wider than ${width}`)
      if ((await page.title()) === 'owned') faults.push(`${path} ran a name`)
      if ((await page.locator('img[src="x"]').count()) > 0) faults.push(`${path} made an element of a name`)
    }
  }
  expect(faults).toEqual([])
})
