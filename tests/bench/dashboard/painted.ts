import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'

const SCRIPT = fileURLToPath(new URL('./in-page.js', import.meta.url))

/** The rows of every list; what is read of them changes with any filter that leaves others. */
export const ROWS =
  'main [data-row], main [data-queue-row], main tbody th a, main tbody td a, main li a, main [role=status]'

/** Before the first page: what measures is there on every page of every tab. */
export const prepareMeasuring = (context: BrowserContext): Promise<void> =>
  context.addInitScript({ path: SCRIPT }).then(() => undefined)

/**
 * From the first key press or click of `act` to the frame in which the rows are others, in milliseconds, by the
 * browser's own clock.
 */
export async function untilPainted(
  page: Page,
  act: () => Promise<unknown>,
  selector = ROWS,
): Promise<number> {
  const painted = page.evaluateHandle<{ ms: Promise<number> }>(
    `({ ms: globalThis.untilPainted(${JSON.stringify(selector)}) })`,
  )
  const watch = await painted
  await act()
  return watch.evaluate((one) => one.ms)
}

export interface Interaction {
  name: string
  /** To the next paint, in steps of 8 ms; what took less than 16 is not told. */
  duration: number
}

/** Since this was last asked on this page. */
export const takeInteractions = (page: Page): Promise<Interaction[]> =>
  page.evaluate<Interaction[]>('globalThis.interactions.splice(0)')
