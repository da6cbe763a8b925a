import { existsSync } from 'node:fs'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** In one process all contexts would share one jar of cookies, and two people at two browsers would be one. */
const SHARED = new Set(['--single-process'])

/** A real Chromium: the one inside an npm package, unless CHROMIUM names another or the system has one. */
export async function launchChromium(): Promise<Browser> {
  const system = process.env.CHROMIUM ?? installed.find((path) => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, headless: true, args: QUIET })
  const executablePath = await packaged.executablePath()
  const args = [...new Set([...packaged.args, ...QUIET])].filter((arg) => !SHARED.has(arg))
  return chromium.launch({ executablePath, headless: true, args })
}
