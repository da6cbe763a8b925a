/** The built program on the made-up company, a real Chromium signed in to it, and its API beside them. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createClient } from '@ai-census/api/client'
import type { Coverage, ScanReport } from '@ai-census/schema'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { printed, startCli, stopped, temporary } from './cli.ts'
import { hostileReports } from './hostile.ts'

export type Client = ReturnType<typeof createClient>

export interface Dashboard {
  base: string
  /** The data folder, for the program's other commands. */
  data: string
  state: string
  browser: Browser
  /** Signed in as the administrator of the embedded collector. */
  page: Page
  /** With the operator's token: may do all. */
  client: Client
  /** Another browser, signed in as the same person. */
  another(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

const WIDE = { viewport: { width: 1440, height: 900 } }

/** Starts all of it; Acme is scanned when this returns. */
export async function startDashboard(name: string, env: Record<string, string> = {}): Promise<Dashboard> {
  const folder = temporary(name)
  const data = `${folder.path}/data`
  const up = startCli(['up', '--data', data, '--port', '0'], { state: folder.path, env })
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await stopped(up)
    folder[Symbol.dispose]()
  }
  try {
    const [link = ''] = await printed(up, /http:\/\/127\.0\.0\.1:\d+\/sign-in#\S+/, 150_000)
    await printed(up, /Press Ctrl-C/, 150_000)
    const base = new URL(link).origin
    const { operatorToken } = JSON.parse(readFileSync(`${data}/collector.json`, 'utf8'))
    const client = createClient({ baseUrl: base, token: operatorToken })
    const chromium = await launchChromium()
    browser = chromium
    const page = await (await chromium.newContext(WIDE)).newPage()
    await page.goto(link)
    await page.getByRole('navigation').first().waitFor()
    const another = async (options: BrowserContextOptions = {}) => {
      const storageState = await page.context().storageState()
      return (await chromium.newContext({ ...WIDE, ...options, storageState })).newPage()
    }
    return { base, data, state: folder.path, browser: chromium, page, client, another, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Puts reports as one scan of a source, whole unless told otherwise. */
export async function putScan(
  client: Client,
  source: string,
  reports: readonly ScanReport[],
  coverage: Coverage = { status: 'complete' },
): Promise<string> {
  const [first] = reports
  if (!first) throw new Error('a scan without reports')
  const { scanner, version, catalogue, startedAt, finishedAt } = first
  const path = { scan: randomUUID() }
  const start = { scanner, version, catalogue, source, startedAt }
  must(await client.PUT('/api/v1/scans/{scan}', { params: { path }, body: start }))
  for (const body of reports)
    must(await client.PUT('/api/v1/scans/{scan}/report', { params: { path }, body }))
  must(await client.POST('/api/v1/scans/{scan}/finish', { params: { path }, body: { finishedAt, coverage } }))
  return path.scan
}

/** Eight repositories with names that break screens. */
export const putHostileEstate = (client: Client): Promise<string> =>
  putScan(client, 'github:hostile', hostileReports(), { status: 'partial', reason: 'unreadable-files' })

function must({ response, error }: { response: Response; error?: unknown }): void {
  if (!response.ok) throw new Error(`${response.status} at ${response.url}: ${JSON.stringify(error)}`)
}
