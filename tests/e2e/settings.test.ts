/** People, tokens, sessions and the organisation's settings, by those who use them, in a real Chromium. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, putHostileEstate, startDashboard } from '../support/dashboard.ts'

const MARIA = 'maria@acme.example'
let dashboard: Dashboard
let page: Page
let maria: Page

beforeAll(async () => {
  dashboard = await startDashboard('settings')
  page = dashboard.page
})
afterAll(() => dashboard?.close())

const open = async (path: string, heading: string, at = page) => {
  await at.goto(`${dashboard.base}${path}`)
  await at.getByRole('heading', { level: 1, name: heading }).waitFor()
}
/** What a person at this page may do to the API: its cookie, from its own pages. */
const statusAs = (at: Page, method: string, path: string, body?: object) =>
  at.evaluate(
    async ([m, p, b]) =>
      (
        await fetch(p, {
          method: m,
          headers: { 'content-type': 'application/json' },
          ...(b ? { body: b } : {}),
        })
      ).status,
    [method, path, body ? JSON.stringify(body) : ''] as const,
  )
/** A browser that nobody is signed in to. */
const stranger = async (): Promise<Page> =>
  (await dashboard.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
/** There for a person: not only in what another screen width shows. */
const seen = (words: Locator) => words.locator('visible=true').first().waitFor()
const row = (text: string | RegExp, at = page) => at.getByRole('row').filter({ hasText: text })

describe('people', () => {
  it('an administrator invites a viewer, who signs in with the link and is offered no actions', async () => {
    await open('/settings/people', 'People')
    await page.getByRole('button', { name: 'Invite a person' }).click()
    await page.getByLabel('E-mail address').fill('no address')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await page.getByText('An e-mail address, such as').waitFor()
    await page.getByLabel('E-mail address').fill(MARIA)
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    await seen(row(MARIA).getByText('Invited'))

    maria = await stranger()
    await maria.goto(link)
    await maria.getByRole('navigation').first().waitFor()
    expect(maria.url()).not.toContain('code')
    const labels = await maria
      .getByRole('navigation', { name: 'Pages of AI Census' })
      .getByRole('link')
      .allInnerTexts()
    expect(labels.join(' ')).not.toContain('Audit')
    await maria.goto(`${dashboard.base}/systems`)
    await maria.getByRole('link', { name: 'acme/support-bot', exact: true }).click()
    await maria.getByRole('heading', { level: 1, name: 'acme/support-bot' }).waitFor()
    expect(await maria.getByRole('button', { name: /register|dismiss/i }).count()).toBe(0)
    await open('/settings/organisation', 'Organisation', maria)
    await maria.getByText('Administrators change it').waitFor()
    expect(await maria.getByRole('textbox').count()).toBe(0)
    expect(await maria.getByRole('checkbox', { name: 'Purpose' }).isDisabled()).toBe(true)
    const sections = await maria
      .getByRole('navigation', { name: 'Settings' })
      .getByRole('link')
      .allInnerTexts()
    expect(sections).toEqual([
      'You',
      'Sessions',
      'Organisation',
      'Rules',
      'Sources',
      'Schedules',
      'Notifications',
    ])
    await maria.goto(`${dashboard.base}/settings/people`)
    await maria.getByRole('heading', { name: 'Your role does not show you this' }).waitFor()
    await open('/audit', 'Audit', maria)
    await maria.getByText('This is the auditor’s page').waitFor()
    expect(await statusAs(maria, 'GET', '/api/v1/users')).toBe(403)
  })

  it('the link works once', async () => {
    const at = await stranger()
    const { data } = await dashboard.client.POST('/api/v1/users', {
      body: { email: 'once@acme.example', role: 'viewer' },
    })
    const link = data?.invitation.link ?? ''
    await at.goto(link)
    await at.getByRole('navigation').first().waitFor()
    const again = await stranger()
    await again.goto(link)
    await again.getByRole('heading', { name: 'This link no longer works' }).waitFor()
  })

  it('a raised role holds at once, and brings the pages that it opens', async () => {
    await open('/settings/people', 'People')
    await page.getByLabel(`Role of ${MARIA}`).selectOption('Auditor')
    await page.getByText(`${MARIA} is auditor now`).waitFor()
    await maria.reload()
    await maria.getByRole('link', { name: 'Audit', exact: true }).click()
    await maria.getByRole('heading', { level: 2, name: 'Verification' }).waitFor()
    await maria.goto(`${dashboard.base}/systems`)
    await maria.getByRole('link', { name: 'acme/support-bot', exact: true }).click()
    await maria.getByRole('heading', { level: 1, name: 'acme/support-bot' }).waitFor()
    expect(await maria.getByRole('button', { name: /register|dismiss/i }).count()).toBe(0)
    await open('/settings/access', 'Access events', maria)
    await row('viewer → auditor', maria).getByText('Role changed').waitFor()
  })

  it('whoever administrates last can neither be demoted nor leave by mistake', async () => {
    await page.getByLabel('Role of owner').selectOption('Viewer')
    await page.getByRole('button', { name: 'Become viewer' }).click()
    await page.getByText('This is the last active administrator').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await page.getByLabel('Role of owner').inputValue()).toBe('admin')
  })
})

describe('tokens', () => {
  it('a token is made for a source, used, seen to be used, and refused once it is revoked', async () => {
    await open('/settings/sources', 'Sources')
    await row('code:acme').getByText('Complete').waitFor()
    await page.getByRole('button', { name: 'GitHub', exact: true }).click()
    await page.getByText('ai-census check github --set organizations=acme').waitFor()
    await page.getByRole('link', { name: 'New token for GitHub' }).click()
    await page.getByLabel(/^Name/).fill('Nightly <b>scan</b>')
    expect(await page.getByLabel(/^Sources/).inputValue()).toBe('github:*')
    await page.getByRole('button', { name: 'Make token' }).click()
    const token = await page.getByRole('textbox', { name: 'Token' }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    await seen(row('Nightly <b>scan</b>').getByText('never', { exact: true }))

    const use = async () =>
      (
        await fetch(`${dashboard.base}/api/v1/fingerprint-key`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status
    expect(await use()).toBe(200)
    await page.reload()
    await row('Nightly <b>scan</b>').getByText('never', { exact: true }).waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(token)
    await page.getByRole('button', { name: 'Revoke Nightly <b>scan</b>' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await row('Nightly <b>scan</b>').getByText('Revoked').waitFor()
    expect(await use()).toBe(401)
  })

  it('a schedule shows the name of each secret and the value of none', async () => {
    await open('/settings/schedules?source=openai', 'Schedules')
    await page.getByRole('button', { name: 'systemd timer' }).click()
    await page.getByText('OnCalendar=').waitFor()
    const text = await page.locator('pre').textContent()
    expect(text).toContain('OPENAI_ADMIN_KEY=…')
    expect(text).toContain(`scan --scanner openai --collector ${dashboard.base}`)
  })
})

describe('the organisation', () => {
  const systems = async () =>
    (await dashboard.client.GET('/api/v1/systems', { params: { query: { limit: 50 } } })).data
  const settings = async () => (await dashboard.client.GET('/api/v1/settings')).data

  it('a field that becomes required makes flags appear, and taking it back makes them go', async () => {
    const system = (await systems())?.rows.find(({ name }) => name === 'acme/shop')
    const answers = {
      name: 'Shop',
      businessOwner: 'Ada',
      technicalOwner: 'Ben',
      purpose: 'Sells',
      userImpact: 'internal' as const,
      data: 'Orders',
      riskLevel: 'high',
      monitoringMethod: 'Weekly',
      scope: 'in-scope' as const,
      valueChainRole: 'deployer' as const,
      lifecycle: 'deployed' as const,
    }
    await dashboard.client.POST('/api/v1/decisions', {
      body: {
        body: {
          type: 'register',
          system: system?.id ?? '',
          groupKeys: [system?.groupKey ?? ''],
          anchors: [],
          fields: answers,
        },
      },
    })
    const incomplete = async () =>
      (
        await dashboard.client.GET('/api/v1/systems', { params: { query: { flag: 'incomplete' } } })
      ).data?.rows.map(({ name }) => name)
    expect(await incomplete()).toEqual([])
    await open('/settings/organisation', 'Organisation')
    await page.getByLabel('Risk rationale').check()
    await page.getByPlaceholder('Why (optional').fill('The board wants reasons')
    await page.getByRole('button', { name: 'Save required fields' }).click()
    await page.getByText('Required fields changed').waitFor()
    await page.getByText('by owner: The board wants reasons').waitFor()
    expect(await incomplete()).toEqual(['Shop'])
    await page.keyboard.press('u')
    await page.getByText('Taken back: Required fields changed').waitFor()
    expect(await incomplete()).toEqual([])
    await expect.poll(() => page.getByLabel('Risk rationale').isChecked()).toBe(false)
  })

  it('a level is renamed, and the systems that carry it go with it in one step', async () => {
    await page.getByLabel('Name of level 3').fill('severe')
    await page.getByRole('button', { name: 'Add a level' }).click()
    await page.getByLabel('Name of level 4').fill('Low')
    await page.getByText('1 system rated “high” will be rated “severe”').waitFor()
    await page.getByRole('button', { name: 'Save scale' }).click()
    await page.getByText('stands there twice').waitFor()
    await page.getByLabel('Name of level 4').fill('ruinous')
    await page.getByRole('button', { name: 'Save scale' }).click()
    await page.getByText('Risk scale changed, and 1 system with it').waitFor()
    expect((await settings())?.settings.riskLevels).toEqual(['low', 'medium', 'severe', 'ruinous'])
    const shop = (await systems())?.rows.find(({ name }) => name === 'Shop')
    expect([shop?.fields.riskLevel?.value, shop?.flags.includes('unrated')]).toEqual(['severe', false])
    await page.goto(`${dashboard.base}/triage`)
    const scale = page.getByRole('radiogroup', { name: 'Risk level' })
    await scale.getByRole('radio', { name: 'ruinous' }).waitFor({ state: 'attached' })
    expect(await scale.getByRole('radio', { name: 'High' }).count()).toBe(0)
    await open('/settings/organisation', 'Organisation')
    await page.getByRole('button', { name: /Reset to the default low, medium, high/ }).click()
    await page.getByText('Risk scale: reset').waitFor()
    await page.reload()
    expect((await settings())?.settings.riskLevels).toEqual(['low', 'medium', 'high'])
  })

  it('two administrators do not overwrite each other unseen', async () => {
    const field = page.getByLabel('A look is stale after')
    await field.fill('0')
    await page.getByRole('button', { name: 'Save limits' }).click()
    await page.getByText('A whole number from 1 to 3650').waitFor()
    await field.fill('7')
    await dashboard.client.POST('/api/v1/decisions', {
      body: { body: { type: 'configure', settings: { staleDays: 14 } } },
    })
    await page.getByRole('button', { name: 'Save limits' }).click()
    const conflict = page.getByRole('alert').filter({ hasText: 'changed this' })
    await conflict.getByText('14 days').waitFor()
    await conflict.getByText('7 days', { exact: true }).waitFor()
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByRole('button', { name: 'Save limits' }).click()
    await page.getByText('Limits changed').waitFor()
    expect((await settings())?.settings.staleDays).toBe(7)
  })
})

describe('sessions', () => {
  it('one that is ended elsewhere is signed out there, by itself', async () => {
    await maria.goto(`${dashboard.base}/systems`)
    await maria.getByRole('heading', { level: 1, name: 'Systems' }).waitFor()
    await open('/settings/sessions', 'Sessions')
    await row('This one').getByRole('button', { name: 'Sign out' }).waitFor()
    await page.getByRole('button', { name: new RegExp(`End the session of ${MARIA}`) }).click()
    await page.getByRole('button', { name: 'End session' }).click()
    await page.getByText('Signed out:').waitFor()
    await maria.waitForURL(/\/sign-in\?next=%2Fsystems/)
    await maria.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  it('one that ends while somebody types keeps what was typed, until the person is back', async () => {
    const { data: people } = await dashboard.client.GET('/api/v1/users', {
      params: { query: { search: MARIA } },
    })
    const id = people?.rows[0]?.id ?? ''
    const link = async () =>
      (await dashboard.client.POST('/api/v1/users/{id}/sign-in-links', { params: { path: { id } } })).data
        ?.link ?? ''
    await maria.goto(await link())
    await maria.getByRole('navigation').first().waitFor()
    await open('/audit', 'Audit', maria)
    await maria.getByLabel('Earlier head').fill('half a thought')
    await statusAs(maria, 'DELETE', '/api/v1/session')
    await maria.getByRole('dialog', { name: 'Your session has ended' }).waitFor()
    const tab = await maria.context().newPage()
    await tab.goto(await link())
    await tab.getByRole('navigation').first().waitFor()
    await maria.getByRole('dialog', { name: 'Your session has ended' }).waitFor({ state: 'detached' })
    expect(await maria.getByLabel('Earlier head').inputValue()).toBe('half a thought')
  })

  it('signing out ends it for good', async () => {
    const second = await dashboard.another()
    await second.goto(`${dashboard.base}/settings`)
    await maria.goto(`${dashboard.base}/settings`)
    await maria.getByRole('button', { name: 'Sign out' }).click()
    await maria.waitForURL(/\/sign-in/)
    await maria.getByRole('heading', { name: 'Sign in' }).waitFor()
    await maria.goto(`${dashboard.base}/settings`)
    await maria.waitForURL(/\/sign-in\?next=%2Fsettings/)
    await second.getByRole('region', { name: 'Signed in' }).getByText('owner').waitFor()
  })
})

it('names that break screens break none of these pages, wide or narrow', async () => {
  await putHostileEstate(dashboard.client)
  await dashboard.client.POST('/api/v1/tokens', {
    body: { name: `<img src=x onerror=alert(1)>${'W'.repeat(70)}`, sources: ['x'.repeat(500)] },
  })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 })
    for (const path of [
      '',
      '/organisation',
      '/sources',
      '/schedules',
      '/tokens',
      '/people',
      '/sessions',
      '/access',
    ]) {
      await page.goto(`${dashboard.base}/settings${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main :is(.loaded, .panel, figure)').first().waitFor()
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      if (wider > 0) faults.push(`${path} at ${width}: ${wider} px too wide`)
    }
  }
  expect(faults).toEqual([])
})
