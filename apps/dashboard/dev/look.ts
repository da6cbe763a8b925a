/**
 * Looks at every page: screenshots at two widths in both colour schemes, and axe on each.
 * `node dev/look.ts OUT [path …]`, with a server (stand-in or collector) at `AI_CENSUS_URL`.
 */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as browserType } from 'playwright-core'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeFault {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

const [, , out = '/tmp/look', ...asked] = process.argv
const base = process.env.AI_CENSUS_URL ?? 'http://127.0.0.1:4173'
const paths = asked.length
  ? asked
  : [
      '/',
      '/triage',
      '/systems',
      '/systems/sys_000001',
      '/systems/sys_000004',
      '/suppliers',
      '/suppliers/openai',
      '/models',
      '/coverage',
      '/scans',
      '/scans/00000000-0000-4000-8000-000000000001',
      '/history',
      '/settings',
      '/sign-in',
      '/nowhere',
    ]
const sizes = (process.env.SIZES ?? '1440x900,390x844').split(',').map((size) => {
  const [width = 1440, height = 900] = size.split('x').map(Number)
  return { width, height }
})
const schemes = (['light', 'dark'] as const).filter((scheme) =>
  (process.env.SCHEMES ?? 'light,dark').includes(scheme),
)
const full = process.env.FULL !== undefined

mkdirSync(out, { recursive: true })
// One process for all, as serverless hosts want it, would end with the first closed context.
const args = [
  ...chromium.args.filter((arg: string) => arg !== '--single-process' && arg !== '--no-zygote'),
  '--no-sandbox',
]
const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args })
let faults = 0

for (const scheme of schemes)
  for (const { width, height } of sizes) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      bypassCSP: false,
    })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message: { type(): string; text(): string }) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error: Error) => said.push(String(error)))
    for (const path of paths) {
      await page.goto(base + path, { waitUntil: 'networkidle' })
      const name = `${path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'overview'}-${width}-${scheme}`
      await page.screenshot({ path: join(out, `${name}.png`), fullPage: full })
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) console.log(`${name}: ${wide} px too wide`)
      const id = await context.newCDPSession(page) // axe goes in past the page's own policy
      await id.send('Runtime.evaluate', { expression: (await import('node:fs')).readFileSync(axe, 'utf8') })
      const results: AxeFault[] = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe is put on the window by the line above
        const run = await (window as any).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return run.violations
      })
      for (const fault of results) {
        faults++
        console.log(
          `${name}: ${fault.id}\n  ${fault.nodes
            .slice(0, 3)
            .map((n) => `${n.html.slice(0, 160)}\n    ${n.failureSummary.replaceAll('\n', ' ')}`)
            .join('\n  ')}`,
        )
      }
    }
    for (const text of new Set(said)) console.log(`${width} ${scheme} console: ${text.slice(0, 300)}`)
    await context.close()
  }
await browser.close()
console.log(`${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0
