import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** In which a page is looked at. */
export const LOOKS = [
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'dark', width: 1440, height: 900 },
  { colorScheme: 'light', width: 390, height: 844 },
] as const

export async function lookAs(
  page: Page,
  { colorScheme, width, height }: (typeof LOOKS)[number],
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

/** Axe lies ready in the page; evaluated by the debugger, as the page's own policy refuses any script that is not the dashboard's. */
export async function openForAxe(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(axe)
}

/** What axe finds, a line each. `where`: for the lines; `part`: a selector of what is looked at. */
export async function faultsNow(page: Page, where: string, part = 'html'): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run('${part}')`)
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html}`)
}

/** The address of the first of these that a list leads to. */
export async function firstOf(page: Page, base: string, list: string, address: string): Promise<string> {
  await page.goto(`${base}/${list}`)
  const href = await page.locator(`main a[href^="${address}"]`).first().getAttribute('href')
  return href?.slice(1) ?? 'none of them'
}
