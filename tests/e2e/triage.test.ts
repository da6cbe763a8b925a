/** A governance owner's week of discoveries: cleared by keyboard alone, beside a colleague, in a real Chromium. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, putHostileEstate, startDashboard } from '../support/dashboard.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'

let dashboard: Dashboard
let page: Page
let desk: Desk

beforeAll(async () => {
  dashboard = await startDashboard('triage')
  page = dashboard.page
  desk = deskOf(dashboard)
  page.setDefaultTimeout(15_000)
})
afterAll(() => dashboard?.close())

describe('a week of discoveries, by keyboard alone', () => {
  it('shows what waits, the gravest first, with its evidence and its keys', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await desk.shown('customer-experience')
    expect(await desk.queue().count()).toBe(await desk.waiting())
    await page
      .getByRole('link', { name: /src\/app\/api\/support\/route\.ts:\d+/ })
      .first()
      .waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Dismiss with a reason').first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('takes a key for where the last one led, however quick they come', async () => {
    const next = (await desk.queue().nth(1).locator('.name').textContent()) ?? ''
    await desk.press('j', 'd')
    await page.getByRole('dialog', { name: next }).waitFor()
    await desk.press('Escape', 'k')
    await desk.shown('customer-experience')
  })

  it('registers as suggested, with the level that the rubric suggests', async () => {
    await page.getByText('The rubric suggests').waitFor()
    await desk.press('r', 'ControlOrMeta+A')
    await desk.type('Portal')
    await desk.press('Tab')
    await desk.type('Dana Reyes')
    expect(await page.getByLabel('Business owner').inputValue()).toBe('Dana Reyes')
    // Back to the name as it was suggested; what is typed next is typed there and acts on nothing.
    await desk.press('Shift+Tab', 'Shift+Tab', 'Space')
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('customer-experience')
    await desk.press('d', 'Backspace')
    await page.getByRole('button', { name: 'Use it as the risk level' }).focus()
    await desk.press('Enter', 'Control+Enter')
    await desk.said('Registered “customer-experience”')
    const system = await desk.systemNamed('customer-experience')
    expect(system?.state).toBe('registered')
    expect(system?.fields.riskLevel).toMatchObject({ value: 'medium', source: 'pin' })
    await desk.shown('acme/support-bot')
  })

  it('attaches to a system that is found as its name is typed', async () => {
    await desk.press('t')
    await desk.type('custom')
    await page.getByRole('option', { name: /customer-experience/ }).waitFor()
    await desk.press('Enter')
    await page.getByRole('group', { name: 'Chosen: customer-experience' }).waitFor()
    await desk.press('Enter')
    await desk.said('Attached “acme/support-bot” to “customer-experience”')
    expect(await desk.systemNamed('acme/support-bot')).toBeUndefined()
    expect((await desk.systemNamed('customer-experience'))?.suppliers).toContain('deepseek')
    await desk.shown('shop-support')
  })

  it('merges what may be the same, and takes it back', async () => {
    await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor()
    await desk.press('m', 'Enter')
    await page.getByRole('group', { name: 'Chosen: customer-experience' }).waitFor()
    await desk.press('Enter')
    await desk.said('Merged “shop-support” with “customer-experience”')
    expect(await desk.systemNamed('shop-support')).toBeUndefined()
    await desk.press('u')
    await desk.said('Taken back: Merged')
    await desk.shown('shop-support')
    expect((await desk.systemNamed('shop-support'))?.state).toBe('unregistered')
  })

  it('keeps two apart that share code', async () => {
    await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor()
    await desk.press('n', '1', 'Enter')
    await desk.said('are kept apart')
    await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor({ state: 'detached' })
    expect((await desk.lastDecision())?.body).toMatchObject({ type: 'not-duplicates' })
  })

  it('assigns, and it stays; snoozes, and it waits', async () => {
    await desk.press('a')
    await desk.type('Dana Reyes')
    await desk.press('Enter', 'Enter')
    await desk.said('Assigned “shop-support” to Dana Reyes')
    await desk.row('shop-support').getByText('Dana Reyes').waitFor()
    await desk.press('s', '2', 'Enter')
    await desk.said(/Snoozed “shop-support” until/)
    await desk.row('shop-support').waitFor({ state: 'detached' })
    const system = await desk.systemNamed('shop-support')
    expect(system).toMatchObject({ assignee: 'Dana Reyes', snoozedUntil: expect.stringMatching(/^20\d\d-/) })
  })

  it('dismisses with a reason that holds for half a year', async () => {
    const name = await desk.currentName()
    await desk.press('d', '2', 'Tab', 'Tab', '3', 'Enter')
    await desk.said(`Dismissed “${name}”`)
    expect((await desk.lastDecision())?.body).toMatchObject({
      type: 'dismiss',
      reason: 'Abandoned; nobody uses it',
      expires: expect.stringMatching(/^20\d\d-/),
    })
    await desk.row(name).waitFor({ state: 'detached' })
  })

  it('splits some components off, which then wait by themselves', async () => {
    await desk.row('acme/data-science').click()
    await desk.shown('acme/data-science')
    await desk.press('p')
    await desk.type('Notebook trials')
    await desk.press('Tab')
    while (!(await page.evaluate('document.activeElement.type === "checkbox"'))) await desk.press('Tab')
    await desk.press('Space', 'Control+Enter')
    await desk.said('Split “Notebook trials” off “acme/data-science”')
    await desk.row('Notebook trials').waitFor()
  })

  it('decides on many at once: first what it does, then it is done, then it is taken back whole', async () => {
    await desk.open()
    const before = await desk.waiting()
    await desk.press('x', 'J', 'J')
    await page.getByText('3 selected').waitFor()
    await desk.press('d', '1', 'Enter')
    await page.getByText('Nothing is done yet').waitFor()
    expect(await desk.waiting()).toBe(before)
    await desk.press('Enter')
    await desk.said('Dismissed 3 discoveries')
    expect(await desk.waiting()).toBe(before - 3)
    await desk.press('u')
    await desk.said('Taken back: Dismissed 3 discoveries')
    expect(await desk.waiting()).toBe(before)
  })

  it('makes a rule of one, which is seen before it dismisses', async () => {
    await desk.row('hackathon-2025').click()
    await desk.shown('hackathon-2025')
    const before = await desk.waiting()
    await desk.press('R')
    const dialog = page.getByRole('dialog', { name: 'Make a rule of “hackathon-2025”' })
    await dialog.getByText('1 discovery would be dismissed now').waitFor()
    expect(await desk.waiting()).toBe(before)
    await dialog.getByRole('radio', { name: /^Personal trial/ }).focus()
    await desk.press('4', 'Enter')
    await page.getByText('1 discovery dismissed').waitFor()
    await desk.row('hackathon-2025').waitFor({ state: 'detached' })
    const rule = (await dashboard.client.GET('/api/v1/triage-rules')).data?.rules[0]
    expect(rule).toMatchObject({ systems: 1, reason: 'Personal trial without company data' })
    await desk.press('u')
    await desk.said('Taken back: Made the rule')
    expect(await desk.waiting()).toBe(before)
  })

  it('clears the rest, and says what is next', async () => {
    await desk.open()
    await desk.press('A', 'd', '1', 'Enter')
    await page.getByText('Nothing is done yet').waitFor()
    await desk.press('Enter')
    await page.getByText('All decided: nothing waits').waitFor()
    await page.getByRole('link', { name: '1 discovery snoozed' }).waitFor()
    expect(await desk.waiting()).toBe(0)
    await desk.press('u')
    await desk.said('Taken back: Dismissed')
    await desk.queue().first().waitFor()
  })

  it('keeps rules in the settings, with what each dismisses now, until somebody removes it', async () => {
    const { client, base } = dashboard
    const rules = async () => (await client.GET('/api/v1/triage-rules')).data?.rules.map(({ id }) => id)
    const hackathon = await desk.systemNamed('hackathon-2025')
    const { data: detail } = await client.GET('/api/v1/systems/{id}', {
      params: { path: { id: hackathon?.id ?? '' } },
    })
    const scope = detail?.components[0]?.findings[0]?.scope ?? 'none'
    const rule = {
      id: 'trials',
      name: 'Trials',
      match: { scope },
      reason: 'Experiments, seen by nobody',
    }
    await client.POST('/api/v1/decisions', { body: { body: { type: 'set-rule', rule } } })
    await page.goto(`${base}/settings/rules`)
    await page.getByText(`Of ${scope}`).waitFor()
    await page.getByRole('button', { name: 'Remove the rule Trials' }).click()
    await desk.said('Removed the rule “Trials”')
    await page.getByText('No rules yet').waitFor()
    expect(await rules()).toEqual([])
    await desk.press('u')
    await page.getByRole('link', { name: '1 system' }).click()
    await page.getByRole('link', { name: 'hackathon-2025' }).waitFor()
    expect(await rules()).toEqual(['trials'])
    await client.POST('/api/v1/decisions', { body: { body: { type: 'remove-rule', rule: 'trials' } } })
  })
})

describe('two people on one discovery', () => {
  // One context for all: the packaged Chromium is one process, and does not outlive the end of a context.
  let colleague: Page
  const bothOpen = async () => {
    await desk.open()
    const name = await desk.currentName()
    await colleague.goto(page.url())
    await colleague.getByRole('heading', { level: 2, name, exact: true }).waitFor()
    return name
  }
  const register = async (name: string) => {
    await colleague.keyboard.press('Control+Enter')
    await colleague.getByText(`Registered “${name}”`).first().waitFor()
  }
  beforeAll(async () => {
    colleague = await dashboard.another()
  })

  it('each sees what the other does, without asking', async () => {
    const name = await bothOpen()
    await desk.press('a')
    await desk.type('Ben')
    await desk.press('Enter', 'Enter')
    await desk.said(`Assigned “${name}” to Ben`)
    await colleague.getByText('Assigned to Ben').first().waitFor()
  })

  it('who is deciding is told who was faster, and can leave it so', async () => {
    const name = await bothOpen()
    await desk.press('d', '1')
    await register(name)
    await page.getByText('It changed while you were deciding').waitFor()
    await page.getByRole('dialog').getByText(`Registered as ${name}`).waitFor()
    await desk.press('Enter')
    expect((await desk.systemNamed(name))?.state).toBe('registered')
    await desk.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('It waits no more').waitFor()
    expect((await desk.systemNamed(name))?.state).toBe('registered')
  })

  it('who had heard nothing is refused, sees why, and chooses', async () => {
    await page.route('**/api/v1/events', (route) => route.abort())
    const name = await bothOpen()
    await desk.press('d', '4')
    await register(name)
    await desk.press('Enter')
    await page.getByText(/was faster: Registered as/).waitFor()
    expect((await desk.systemNamed(name))?.state).toBe('registered')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `Dismiss “${name}”` })
    await dialog.getByText(`Registered as ${name}`).waitFor()
    expect(await dialog.getByRole('radio', { name: /^Personal trial/ }).isChecked()).toBe(true)
    await dialog.getByRole('button', { name: 'Dismiss all the same' }).click()
    await desk.said(`Dismissed “${name}”`)
    expect((await desk.systemNamed(name))?.state).toBe('dismissed')
    await page.unrouteAll({ behavior: 'wait' })
  })

  it('many are decided on as they were selected, or not at all', async () => {
    const name = await bothOpen()
    await desk.press('x', 'J', 's', '1')
    await register(name)
    await page.getByText('1 discovery changed since you selected it').waitFor()
    await desk.press('Enter', 'Enter')
    await page.getByRole('dialog', { name: 'Snooze 1 discovery' }).waitFor()
    await page.keyboard.press('Escape')
    expect((await desk.systemNamed(name))?.state).toBe('registered')
  })

  it('an estate of hostile names is text everywhere, and breaks no layout', async () => {
    await putHostileEstate(dashboard.client)
    const query = { source: 'github:hostile', limit: 100 }
    const { data } = await dashboard.client.GET('/api/v1/triage', { params: { query } })
    expect(data?.rows).toHaveLength(Object.keys(HOSTILE_NAMES).length)
    const first = `${dashboard.base}/triage?source=${encodeURIComponent('github:hostile')}`
    await page.goto(first)
    for (const _ of data?.rows ?? []) {
      await page.getByRole('group', { name: 'What to do with it' }).waitFor()
      await page.keyboard.press('d')
      await page.getByRole('dialog').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await desk.press('Escape', 'j')
    }
    await colleague.setViewportSize({ width: 390, height: 844 })
    await colleague.goto(first)
    await colleague.locator('[data-queue-row]').nth(7).waitFor()
    expect(await faultsOf(colleague)).toEqual([])
    await colleague.locator('[data-queue-row]').first().click()
    for (const _ of data?.rows ?? []) {
      await colleague.getByRole('group', { name: 'What to do with it' }).waitFor()
      expect(await faultsOf(colleague)).toEqual([])
      await colleague.getByRole('button', { name: 'Next', exact: true }).click()
    }
  })
})

/** What markup that ran or a name that was too wide would leave behind. */
const faultsOf = (one: Page): Promise<string[]> =>
  one.evaluate<string[]>(`[
    document.title === 'Triage · AI Census' || 'title: ' + document.title,
    document.documentElement.scrollWidth <= innerWidth || 'wider than the window',
    document.querySelector('main :is(img, script, b)') === null || 'markup',
  ].filter((found) => found !== true)`)
