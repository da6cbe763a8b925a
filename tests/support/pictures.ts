/**
 * Takes pictures of the dashboard with Acme in it: `node tests/support/pictures.ts [FOLDER]`, after a build.
 * Without a folder only the README's picture is taken; with one, each page at two sizes, light and dark.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './chromium.ts'
import { printed, root, startCli, stopped, temporary } from './cli.ts'

const PAGES = [
  '',
  'triage',
  'systems',
  'suppliers',
  'models',
  'graph',
  'coverage',
  'scans',
  'history',
  'import',
  'audit',
  'settings',
]
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

using folder = temporary('pictures')
const up = startCli(['up', '--data', join(folder.path, 'data'), '--port', '0'], { state: folder.path })
const [link = ''] = await printed(up, /http:\/\/127\.0\.0\.1:\d+\/sign-in#\S+/, 120_000)
await printed(up, /Press Ctrl-C/, 120_000)
const browser = await launchChromium()
const context = await browser.newContext({ viewport: SIZES[0] })
const page = await context.newPage()
await page.goto(link)
await page.getByRole('navigation').first().waitFor()

async function take(path: string, file: string): Promise<void> {
  await page.goto(new URL(path, link).href)
  // Pages keep an event stream open, so the network is never idle: wait for what a person waits for.
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(600)
  await page.screenshot({ path: file })
}

const [, , target] = process.argv
if (target) {
  mkdirSync(target, { recursive: true })
  await page.goto(new URL('/systems', link).href)
  const system = await page.getByRole('link', { name: 'acme/support-bot' }).getAttribute('href')
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      for (const name of [...PAGES, system?.slice(1) ?? '']) {
        await take(
          `/${name}`,
          join(target, `${name.replace(/\/.*/, '-one') || 'overview'}-${size.width}-${colorScheme}.png`),
        )
      }
    }
  }
} else {
  mkdirSync(join(root, 'docs', 'images'), { recursive: true })
  await take('/triage', join(root, 'docs', 'images', 'triage.png'))
}
await browser.close()
await stopped(up)
