import { launchChromium } from '../support/chromium.ts'
import { openEstate } from './collector/kept-estate.ts'
import { startServing } from './dashboard/collector.ts'
import { prepareMeasuring, untilPainted } from './dashboard/painted.ts'

const estate = await openEstate(1_000_000)
const collector = await startServing(estate.url)
const browser = await launchChromium()
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
await prepareMeasuring(context)
const page = await context.newPage()
const cdp = await context.newCDPSession(page)
await cdp.send('Performance.enable')
const metrics = async () =>
  Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]))
await page.goto(collector.link)
await page.getByRole('navigation').first().waitFor()
for (const [path, rows] of [
  ['/systems', 'main [data-row]'],
  ['/triage', 'main [data-queue-row]'],
  ['/components', 'main tbody th a'],
] as const) {
  await page.goto(collector.base + path)
  await page.locator(rows).first().waitFor()
  await page.waitForTimeout(1500)
  for (let turn = 0; turn < 14; turn++) {
    const facet = page
      .locator('main details', { has: page.locator('summary', { hasText: 'Supplier' }) })
      .first()
    if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click()
    await page.waitForTimeout(500)
    const target = page.locator('main details[open] label').getByText(`Supplier ${turn + 2}`, { exact: true })
    await target.scrollIntoViewIfNeeded()
    await page.waitForTimeout(700)
    await page.evaluate(
      'performance.clearResourceTimings(); globalThis.t0 = undefined; addEventListener("pointerdown", (e) => { globalThis.t0 ??= e.timeStamp }, {capture: true})',
    )
    const before = await metrics()
    const ms = await untilPainted(page, () => target.click(), rows)
    const after = await metrics()
    console.log(
      JSON.stringify(
        await page.evaluate(
          'performance.getEntriesByType("resource").map((e) => [e.name.replace(/^.*api.v1/, "").slice(0,30), Math.round(e.startTime - globalThis.t0), Math.round(e.responseStart - globalThis.t0), Math.round(e.responseEnd - globalThis.t0), e.encodedBodySize, e.decodedBodySize])',
        ),
      ),
    )
    console.log(
      path,
      turn,
      Math.round(ms),
      ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration', 'V8CompileDuration']
        .map((n) => `${n} ${Math.round((after[n]! - before[n]!) * 1000)}`)
        .join(', '),
      'nodes',
      after.Nodes,
      'layouts',
      after.LayoutCount! - before.LayoutCount!,
      'styles',
      after.RecalcStyleCount! - before.RecalcStyleCount!,
    )
  }
}
await browser.close()
await collector.stop()
await estate.close()
