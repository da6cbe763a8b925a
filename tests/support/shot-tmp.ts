import { launchChromium } from './chromium.ts'
const link = process.argv[2]!
const browser = await launchChromium()
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
const page = await context.newPage()
page.on('console', (m) => console.log('console', m.type(), m.text()))
page.on('pageerror', (e) => console.log('pageerror', e.message))
page.on('response', (r) => { if (r.status() >= 400) console.log(r.status(), r.url()) })
await page.goto(link)
await page.getByRole('navigation').first().waitFor()
for (const name of ['triage', 'systems', 'suppliers', 'models', 'coverage', 'scans', 'history', 'settings']) {
  await page.goto(new URL(`/${name}`, link).href)
  await page.waitForTimeout(1200)
  await page.screenshot({ path: `/tmp/shots/${name}.png` })
}
await page.goto(new URL(`/systems`, link).href)
await page.getByRole('link', { name: 'acme/support-bot' }).click()
await page.waitForTimeout(1500)
await page.screenshot({ path: `/tmp/shots/system.png`, fullPage: true })
await browser.close()
