/** As `accessibility.test.ts`, of what opens over a page or in it: dialogs, forms, lists of choices. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { faultsNow, firstOf, LOOKS, lookAs, openForAxe } from '../support/axe.ts'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'

let dashboard: Dashboard
let page: Page
let base: string

beforeAll(async () => {
  dashboard = await startDashboard('accessibility-dialogs')
  ;({ page, base } = dashboard)
})
afterAll(() => dashboard?.close())

/** Opened by a key, looked at, and closed again. */
async function faultsOfDialog(key: string): Promise<string[]> {
  const dialog = page.locator('dialog[open]')
  // That no key is lost is for the tests of triage; here a slow machine only needs the dialog.
  await vi.waitFor(async () => {
    await page.keyboard.press(key)
    await dialog.waitFor({ timeout: 5000 })
  }, 30_000)
  const title = await dialog.getByRole('heading').first().textContent()
  const faults = await faultsNow(page, title ?? key, 'dialog[open]')
  await page.keyboard.press('Escape')
  // The first Escape may close a list of choices only.
  if ((await dialog.count()) > 0) await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  return faults
}

const press = async (keys: string) => {
  for (const key of keys) await page.keyboard.press(key)
}

async function faultsOfButton(name: string): Promise<string[]> {
  await page.getByRole('button', { name }).first().click()
  await page.locator('main form, dialog[open]').first().waitFor()
  return faultsNow(page, name)
}

/** `many`: where queue and discovery stand beside each other, so that keys choose several. */
const triageFaults = async (many: boolean): Promise<string[]> => {
  const faults: string[] = []
  await openForAxe(page, `${base}/triage`)
  await page.locator('[data-queue-row]').first().waitFor()
  await press('j')
  await page.waitForURL(/at=/)
  await page.getByRole('group', { name: 'What to do with it' }).waitFor()
  for (const key of ['t', 'm', 'p', 'a', 's', 'd', 'Shift+R', '?'])
    faults.push(...(await faultsOfDialog(key)))
  if (!many) return faults
  const toolbar = page.getByRole('toolbar', { name: 'What to do with the selection' })
  const first = new URL(page.url()).searchParams.get('at')
  await press('xjx')
  await toolbar.waitFor({ state: 'attached' })
  for (const key of ['r', 't', 'd', 'a', 's', 'm']) faults.push(...(await faultsOfDialog(key)))
  await press('xkx')
  // Nothing is chosen any more before the page has moved: a field of the discovery that is left would go with it.
  await toolbar.waitFor({ state: 'detached' })
  await page.locator(`[data-queue-row="${first}"][aria-current]`).waitFor()
  return faults
}

/** A field that offers people, with its list open. */
const peopleFaults = async (): Promise<string[]> => {
  await page.getByRole('combobox', { name: 'Business owner' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option').first().waitFor()
  return faultsNow(page, 'people offered')
}

describe.each(LOOKS)('$colorScheme at $width', (look) => {
  it('every dialog and form is without a fault', async () => {
    await lookAs(page, look)
    const faults = [...(await triageFaults(look.width > 1000)), ...(await peopleFaults())]
    await openForAxe(page, `${base}/${await firstOf(page, base, 'systems', '/systems/sys_')}`)
    await page.getByRole('button', { name: 'Register', exact: true }).waitFor()
    for (const key of ['r', 'l']) faults.push(...(await faultsOfDialog(key)))
    for (const [path, button] of [
      ['settings/people', 'Invite a person'],
      ['settings/notifications', 'Add a destination'],
      ['settings/tokens', 'New token'],
      ['audit', 'Draw a sample'],
    ] as const) {
      await openForAxe(page, `${base}/${path}`)
      faults.push(...(await faultsOfButton(button)))
    }
    expect(faults).toEqual([])
  })
})
