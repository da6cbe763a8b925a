import { readdirSync } from 'node:fs'
import { launchChromium } from '../support/chromium.ts'
const [prefix = '', width = '390', columns = '7'] = process.argv.slice(2)
const files = readdirSync('/tmp/shots').filter((f) => f.startsWith(prefix))
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: Number(width) * Number(columns) + 10, height: 900 } })
const { readFileSync } = await import('node:fs')
await page.setContent(`<body style="margin:0;background:#888;font:12px sans-serif">${files.map((f) => `<div style="display:inline-block;width:${width}px;vertical-align:top"><img src="data:image/png;base64,${readFileSync('/tmp/shots/' + f).toString('base64')}" style="width:${Number(width) - 6}px"><br>${f}</div>`).join('')}</body>`)
await page.waitForTimeout(500)
await page.screenshot({ path: `/tmp/sheet-${prefix}.png`, fullPage: true })
await browser.close()
