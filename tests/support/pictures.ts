/**
 * Takes pictures of the dashboard with Acme in it: `node tests/support/pictures.ts [FOLDER]`, after a build.
 * Without a folder only the README's picture is taken; with one, each page at two sizes, light and dark.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './cli.ts'
import { startDashboard } from './dashboard.ts'
import { PAGES } from './pages.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

const dashboard = await startDashboard('pictures')
const { page, base } = dashboard

async function take(path: string, file: string): Promise<void> {
  await page.goto(new URL(path, base).href)
  // Pages keep an event stream open, so the network is never idle: wait for what a person waits for.
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(600)
  await page.screenshot({ path: file })
}

const [, , target] = process.argv
if (target) {
  mkdirSync(target, { recursive: true })
  await page.goto(new URL('/systems', base).href)
  const system = await page.getByRole('link', { name: 'acme/support-bot' }).getAttribute('href')
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const picture = (name: string) => join(target, `${name}-${size.width}-${colorScheme}.png`)
      for (const name of PAGES) await take(`/${name}`, picture(name.replace('/', '-') || 'overview'))
      if (system) await take(system, picture('systems-one'))
    }
  }
} else {
  mkdirSync(join(root, 'docs', 'images'), { recursive: true })
  await take('/triage', join(root, 'docs', 'images', 'triage.png'))
}
await dashboard.close()
