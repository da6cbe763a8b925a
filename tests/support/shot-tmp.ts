import { launchChromium } from './chromium.ts'
const link = process.argv[2]!
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
page.on('console', (m) => console.log('console', m.type(), m.text()))
page.on('pageerror', (e) => console.log('pageerror', e.message))
page.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()?.errorText))
page.on('response', (r) => { if (r.status() >= 400) console.log(r.status(), r.url()) })
await page.goto(link)
await page.waitForTimeout(4000)
console.log(page.url())
await page.screenshot({ path: '/tmp/shots/first.png' })
await browser.close()
