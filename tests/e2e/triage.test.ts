/** A governance owner's week of discoveries: cleared by keyboard alone, beside a colleague, in a real Chromium. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, putHostileEstate, startDashboard } from '../support/dashboard.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'

let dashboard: Dashboard
let page: Page

beforeAll(async () => {
  dashboard = await startDashboard('triage')
  page = dashboard.page
  page.setDefaultTimeout(15_000)
})
afterAll(() => dashboard?.close())

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const type = (text: string) => page.keyboard.type(text)

const shown = (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
const said = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor()
const queue = () => page.locator('[data-queue-row]')
const row = (name: string) => queue().filter({ hasText: name })
const waiting = async () => (await dashboard.client.GET('/api/v1/triage')).data?.total
const systemNamed = async (name: string) => {
  const { data } = await dashboard.client.GET('/api/v1/systems', {
    params: { query: { search: name, limit: 50 } },
  })
  return data?.rows.find((system) => system.name === name)
}
const lastDecision = async () => (await dashboard.client.GET('/api/v1/decisions')).data?.rows[0]
const open = async (path = '/triage') => {
  await page.goto(dashboard.base + path)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
}
const currentName = async () =>
  (await page.locator('[data-queue-row][aria-current] .name').textContent()) ?? ''

describe('a week of discoveries, by keyboard alone', () => {
  it('shows what waits, the gravest first, with its evidence and its keys', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await shown('customer-experience')
    expect(await queue().count()).toBe(await waiting())
    await page
      .getByRole('link', { name: /src\/app\/api\/support\/route\.ts:\d+/ })
      .first()
      .waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Dismiss with a reason').first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('takes a key for where the last one led, however quick they come', async () => {
    const next = (await queue().nth(1).locator('.name').textContent()) ?? ''
    await press('j', 'd')
    await page.getByRole('dialog', { name: next }).waitFor()
    await press('Escape', 'k')
    await shown('customer-experience')
  })

  it('registers as suggested, with the level that the rubric suggests', async () => {
    await page.getByText('The rubric suggests').waitFor()
    await press('r', 'ControlOrMeta+A')
    await type('Portal')
    await press('Tab')
    await type('Dana Reyes')
    expect(await page.getByLabel('Business owner').inputValue()).toBe('Dana Reyes')
    // Back to the name as it was suggested; what is typed next is typed there and acts on nothing.
    await press('Shift+Tab', 'Shift+Tab', 'Space')
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('customer-experience')
    await press('d', 'Backspace')
    await page.getByRole('button', { name: 'Use it as the risk level' }).focus()
    await press('Enter', 'Control+Enter')
    await said('Registered “customer-experience”')
    const system = await systemNamed('customer-experience')
    expect(system?.state).toBe('registered')
    expect(system?.fields.riskLevel).toMatchObject({ value: 'medium', source: 'pin' })
    await shown('acme/support-bot')
  })

  it('attaches to a system that is found as its name is typed', async () => {
    await press('t')
    await type('custom')
    await page.getByRole('option', { name: /customer-experience/ }).waitFor()
    await press('Enter')
    await page.getByRole('group', { name: 'Chosen: customer-experience' }).waitFor()
    await press('Enter')
    await said('Attached “acme/support-bot” to “customer-experience”')
    expect(await systemNamed('acme/support-bot')).toBeUndefined()
    expect((await systemNamed('customer-experience'))?.suppliers).toContain('deepseek')
    await shown('shop-support')
  })

  it('merges what may be the same, and takes it back', async () => {
    await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor()
    await press('m', 'Enter')
    await page.getByRole('group', { name: 'Chosen: customer-experience' }).waitFor()
    await press('Enter')
    await said('Merged “shop-support” with “customer-experience”')
    expect(await systemNamed('shop-support')).toBeUndefined()
    await press('u')
    await said('Taken back: Merged')
    await shown('shop-support')
    expect((await systemNamed('shop-support'))?.state).toBe('unregistered')
  })

  it('keeps two apart that share code', async () => {
    await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor()
    await press('n', '1', 'Enter')
    await said('are kept apart')
    await page.getByRole('heading', { name: '1 possible duplicate' }).waitFor({ state: 'detached' })
    expect((await lastDecision())?.body).toMatchObject({ type: 'not-duplicates' })
  })

  it('assigns, and it stays; snoozes, and it waits', async () => {
    await press('a')
    await type('Dana Reyes')
    await press('Enter', 'Enter')
    await said('Assigned “shop-support” to Dana Reyes')
    await row('shop-support').getByText('Dana Reyes').waitFor()
    await press('s', '2', 'Enter')
    await said(/Snoozed “shop-support” until/)
    await row('shop-support').waitFor({ state: 'detached' })
    const system = await systemNamed('shop-support')
    expect(system).toMatchObject({ assignee: 'Dana Reyes', snoozedUntil: expect.stringMatching(/^20\d\d-/) })
  })

  it('dismisses with a reason that holds for half a year', async () => {
    const name = await currentName()
    await press('d', '2', 'Tab', 'Tab', '3', 'Enter')
    await said(`Dismissed “${name}”`)
    expect((await lastDecision())?.body).toMatchObject({
      type: 'dismiss',
      reason: 'Abandoned; nobody uses it',
      expires: expect.stringMatching(/^20\d\d-/),
    })
    await row(name).waitFor({ state: 'detached' })
  })

  it('splits some components off, which then wait by themselves', async () => {
    await row('acme/data-science').click()
    await shown('acme/data-science')
    await press('p')
    await type('Notebook trials')
    await press('Tab')
    while (!(await page.evaluate('document.activeElement.type === "checkbox"'))) await press('Tab')
    await press('Space', 'Control+Enter')
    await said('Split “Notebook trials” off “acme/data-science”')
    await row('Notebook trials').waitFor()
  })

  it('decides on many at once: first what it does, then it is done, then it is taken back whole', async () => {
    await open()
    const before = await waiting()
    await press('x', 'J', 'J')
    await page.getByText('3 selected').waitFor()
    await press('d', '1', 'Enter')
    await page.getByText('Nothing is done yet').waitFor()
    expect(await waiting()).toBe(before)
    await press('Enter')
    await said('Dismissed 3 discoveries')
    expect(await waiting()).toBe((before ?? 0) - 3)
    await press('u')
    await said('Taken back: Dismissed 3 discoveries')
    expect(await waiting()).toBe(before)
  })

  it('decides anew on what is being taken back, on what it is by then', async () => {
    await open()
    const [name, before] = [await currentName(), await waiting()]
    await press('d', '1', 'Enter')
    await expect.poll(waiting).toBe((before ?? 0) - 1)
    const heard = Promise.withResolvers<void>()
    await page.route('**/api/v1/decisions', async (route) => {
      // What is sent on from here does not always say by itself where it comes from.
      const headers = { ...(await route.request().allHeaders()), origin: dashboard.base }
      const response = await route.fetch({ headers })
      if (route.request().postData()?.includes('"revoke"')) await heard.promise
      await route.fulfill({ response })
    })
    await press('u')
    await row(name).first().click()
    await shown(name)
    await press('d')
    heard.resolve()
    await page.getByRole('dialog').waitFor()
    await press('2', 'Enter')
    await expect.poll(async () => (await lastDecision())?.body.type).toBe('dismiss')
    expect(await waiting()).toBe((before ?? 0) - 1)
    await page.unrouteAll({ behavior: 'wait' })
    await press('u')
    await expect.poll(waiting).toBe(before)
  })

  it('takes back what is only on its way, not what was decided before it', async () => {
    await open()
    const before = await waiting()
    const first = await currentName()
    await press('d', '1', 'Enter')
    await said(`Dismissed “${first}”`)
    const second = await currentName()
    const heard = Promise.withResolvers<void>()
    await page.route('**/api/v1/decisions', async (route) => {
      await heard.promise
      await route.continue()
    })
    await press('d', '2', 'Enter')
    await page.locator('[data-queue-row][aria-current]').filter({ hasNotText: second }).waitFor()
    await press('u')
    heard.resolve()
    await said(`Taken back: Dismissed “${second}”`)
    expect(await waiting()).toBe((before ?? 0) - 1)
    await page.unrouteAll({ behavior: 'wait' })
    await press('u')
    await said(`Taken back: Dismissed “${first}”`)
    expect(await waiting()).toBe(before)
  })

  it('attaches to what was typed, though Enter comes before its list', async () => {
    await open()
    const name = await currentName()
    const answered = Promise.withResolvers<void>()
    const search = /\/api\/v1\/systems\?.*search=/
    await page.route(search, async (route) => {
      await answered.promise
      await route.continue()
    })
    await press('t')
    // At first others stand there.
    await page.getByRole('option').first().waitFor()
    await type('hackathon')
    await press('Enter', 'Enter')
    answered.resolve()
    await said(`Attached “${name}” to “hackathon-2025”`)
    await page.unrouteAll({ behavior: 'wait' })
    await press('u')
    await said('Taken back: Attached')
  })

  it('keeps keys that come before the dialog for the dialog, however slow the collector is', async () => {
    await open()
    const name = (await queue().last().locator('.name').textContent()) ?? ''
    const [before, seen] = [await waiting(), (await lastDecision())?.sequence]
    const answered = Promise.withResolvers<void>()
    await page.route(/\/api\/v1\/systems\/[^/]+$/, async (route) => {
      await answered.promise
      await route.continue()
    })
    await queue().last().click()
    await page.locator('[data-queue-row][aria-current]').filter({ hasText: name }).waitFor()
    await press('s', '2', 'Escape', 'd', 'Tab', 'Shift+Tab', '2', 'Tab')
    await type('Data of nobody')
    await press('Backspace', 'Tab', '3', 'Enter')
    expect((await lastDecision())?.sequence).toBe(seen)
    answered.resolve()
    await said(`Dismissed “${name}”`)
    expect((await lastDecision())?.body).toMatchObject({
      type: 'dismiss',
      reason: 'Abandoned; nobody uses it. Data of nobod',
      expires: expect.stringMatching(/^20\d\d-/),
    })
    expect(await waiting()).toBe((before ?? 0) - 1)
    await page.unrouteAll({ behavior: 'wait' })
    await press('u')
    await said('Taken back: Dismissed')
    await expect.poll(waiting).toBe(before)
  })

  it('makes a rule of one, which is seen before it dismisses', async () => {
    await row('hackathon-2025').click()
    await shown('hackathon-2025')
    const before = await waiting()
    await press('R')
    const dialog = page.getByRole('dialog', { name: 'Make a rule of “hackathon-2025”' })
    await dialog.getByText('1 discovery would be dismissed now').waitFor()
    expect(await waiting()).toBe(before)
    await dialog.getByRole('radio', { name: /^Personal trial/ }).focus()
    await press('4', 'Enter')
    await page.getByText('1 discovery dismissed').waitFor()
    await row('hackathon-2025').waitFor({ state: 'detached' })
    const rule = (await dashboard.client.GET('/api/v1/triage-rules')).data?.rules[0]
    expect(rule).toMatchObject({ systems: 1, reason: 'Personal trial without company data' })
    await press('u')
    await said('Taken back: Made the rule')
    expect(await waiting()).toBe(before)
  })

  it('clears the rest, and says what is next', async () => {
    await open()
    await press('A', 'd', '1', 'Enter')
    await page.getByText('Nothing is done yet').waitFor()
    await press('Enter')
    await page.getByText('All decided: nothing waits').waitFor()
    await page.getByRole('link', { name: '1 discovery snoozed' }).waitFor()
    expect(await waiting()).toBe(0)
    await press('u')
    await said('Taken back: Dismissed')
    await queue().first().waitFor()
  })

  it('keeps rules in the settings, with what each dismisses now, until somebody removes it', async () => {
    const { client, base } = dashboard
    const rules = async () => (await client.GET('/api/v1/triage-rules')).data?.rules.map(({ id }) => id)
    const hackathon = await systemNamed('hackathon-2025')
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
    await said('Removed the rule “Trials”')
    await page.getByText('No rules yet').waitFor()
    expect(await rules()).toEqual([])
    await press('u')
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
    await open()
    const name = await currentName()
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
    await press('a')
    await type('Ben')
    await press('Enter', 'Enter')
    await said(`Assigned “${name}” to Ben`)
    await colleague.getByText('Assigned to Ben').first().waitFor()
  })

  it('who is deciding is told who was faster, and can leave it so', async () => {
    const name = await bothOpen()
    await press('d', '1')
    await register(name)
    await page.getByText('It changed while you were deciding').waitFor()
    await page.getByRole('dialog').getByText(`Registered as ${name}`).waitFor()
    await press('Enter')
    expect((await systemNamed(name))?.state).toBe('registered')
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('It waits no more').waitFor()
    expect((await systemNamed(name))?.state).toBe('registered')
  })

  it('who had heard nothing is refused, sees why, and chooses', async () => {
    await page.route('**/api/v1/events', (route) => route.abort())
    const name = await bothOpen()
    await press('d', '4')
    await register(name)
    await press('Enter')
    await page.getByText(/was faster: Registered as/).waitFor()
    expect((await systemNamed(name))?.state).toBe('registered')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `Dismiss “${name}”` })
    await dialog.getByText(`Registered as ${name}`).waitFor()
    expect(await dialog.getByRole('radio', { name: /^Personal trial/ }).isChecked()).toBe(true)
    await dialog.getByRole('button', { name: 'Dismiss all the same' }).click()
    await said(`Dismissed “${name}”`)
    expect((await systemNamed(name))?.state).toBe('dismissed')
    await page.unrouteAll({ behavior: 'wait' })
  })

  it('many are decided on as they were selected, or not at all', async () => {
    const name = await bothOpen()
    await press('x', 'J', 's', '1')
    await register(name)
    await page.getByText('1 discovery changed since you selected it').waitFor()
    await press('Enter', 'Enter')
    await page.getByRole('dialog', { name: 'Snooze 1 discovery' }).waitFor()
    await page.keyboard.press('Escape')
    expect((await systemNamed(name))?.state).toBe('registered')
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
      await press('Escape', 'j')
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
