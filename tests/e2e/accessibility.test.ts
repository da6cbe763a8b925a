/** WCAG 2.2 AA as far as a machine can see it: axe finds nothing, in light and dark, wide and narrow. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'
import { PAGES } from '../support/pages.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let dashboard: Dashboard
let page: Page
let base: string

beforeAll(async () => {
  dashboard = await startDashboard('accessibility')
  ;({ page, base } = dashboard)
})
afterAll(() => dashboard?.close())

async function open(path: string): Promise<void> {
  await page.goto(`${base}/${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Evaluated by the debugger, as the page's own policy refuses any script that is not the dashboard's.
  await page.evaluate(axe)
}

async function faultsNow(where: string, part = 'html'): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run('${part}')`)
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html}`)
}

async function faultsOf(path: string): Promise<string[]> {
  await open(path)
  return faultsNow(path)
}

/** The address of the first of these that a list leads to. */
async function firstOf(list: string, address: string): Promise<string> {
  await page.goto(`${base}/${list}`)
  const href = await page.locator(`main a[href^="${address}"]`).first().getAttribute('href')
  return href?.slice(1) ?? 'none of them'
}

/** Opened by a key, looked at, and closed again. */
async function faultsOfDialog(key: string): Promise<string[]> {
  await page.keyboard.press(key)
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  const title = await dialog.getByRole('heading').first().textContent()
  const faults = await faultsNow(title ?? key, 'dialog[open]')
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
  return faultsNow(name)
}

const triageFaults = async (): Promise<string[]> => {
  const faults: string[] = []
  await open('triage')
  await page.locator('[data-queue-row]').first().waitFor()
  await press('j')
  await page.waitForURL(/at=/)
  await page.getByRole('group', { name: 'What to do with it' }).waitFor()
  for (const key of ['t', 'm', 'p', 'a', 's', 'd', 'Shift+R', '?'])
    faults.push(...(await faultsOfDialog(key)))
  await press('xjx')
  await page.getByRole('toolbar', { name: 'What to do with the selection' }).waitFor({ state: 'attached' })
  for (const key of ['r', 't', 'd', 'a', 's', 'm']) faults.push(...(await faultsOfDialog(key)))
  await press('xkx')
  return faults
}

/** A field that offers people, with its list open. */
const peopleFaults = async (): Promise<string[]> => {
  await page.getByRole('combobox', { name: 'Business owner' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option').first().waitFor()
  return faultsNow('people offered')
}

describe.each([
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'dark', width: 1440, height: 900 },
  { colorScheme: 'light', width: 390, height: 844 },
] as const)('$colorScheme at $width', ({ colorScheme, width, height }) => {
  it('every page is without a fault', async () => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const faults: string[] = []
    for (const path of [...PAGES, 'nowhere']) faults.push(...(await faultsOf(path)))
    for (const [list, address] of [
      ['systems', '/systems/sys_'],
      ['suppliers', '/suppliers/'],
      ['models', '/models/'],
      ['components', '/components/'],
      ['scans', '/scans/'],
    ] as const)
      faults.push(...(await faultsOf(await firstOf(list, address))))
    expect(faults).toEqual([])
  })

  it('every dialog and form is without a fault', async () => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const faults = [...(await triageFaults()), ...(await peopleFaults())]
    await open(await firstOf('systems', '/systems/sys_'))
    await page.getByRole('button', { name: 'Register', exact: true }).waitFor()
    for (const key of ['r', 'l']) faults.push(...(await faultsOfDialog(key)))
    for (const [path, button] of [
      ['settings/people', 'Invite a person'],
      ['settings/notifications', 'Add a destination'],
      ['settings/tokens', 'New token'],
      ['audit', 'Draw a sample'],
    ] as const) {
      await open(path)
      faults.push(...(await faultsOfButton(button)))
    }
    expect(faults).toEqual([])
  })
})
