/** People and tokens from the command line, and sign-in through an organisation's identity provider in a real Chromium. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type IdentityProvider,
  startIdentityProvider,
} from '../../apps/collector/src/testing/identity-provider.ts'
import { launchChromium } from '../support/chromium.ts'
import { cli, root, stopped, temporary } from '../support/cli.ts'

const folder = temporary('access')
const data = `${folder.path}/data`

/**
 * Free a moment ago, since the identity provider must know the address before the collector starts; and below the ports that
 * systems give to whoever asks for any, or somebody else would have it by then.
 */
async function freePort(): Promise<number> {
  const port = randomInt(20_000, 30_000)
  const server = createServer().listen(port, '127.0.0.1')
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true))
    server.once('error', () => resolve(false))
  })
  if (!isFree) return freePort()
  await new Promise((resolve) => server.close(resolve))
  return port
}

let provider: IdentityProvider
let collector: ChildProcess
let url = ''
let output = ''

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  provider = await startIdentityProvider(url)
  collector = spawn(process.execPath, [join(root, 'apps/collector/src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      AI_CENSUS_DATA: data,
      AI_CENSUS_PORT: String(port),
      AI_CENSUS_DASHBOARD: join(root, 'apps/dashboard/build'),
      AI_CENSUS_OIDC_ISSUER: provider.issuer,
      AI_CENSUS_OIDC_CLIENT_ID: CLIENT_ID,
      AI_CENSUS_OIDC_CLIENT_SECRET: CLIENT_SECRET,
      AI_CENSUS_OIDC_NAME: 'Acme',
      AI_CENSUS_OIDC_SCOPES: 'openid email groups',
      AI_CENSUS_OIDC_ROLES: '{"ai-governance":"governance"}',
      AI_CENSUS_OIDC_END_SESSION: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gather = (text: Buffer) => {
    output += text
  }
  collector.stdout?.on('data', gather)
  collector.stderr?.on('data', gather)
  const until = Date.now() + 150_000
  while (!output.includes('Sign in:')) {
    if (collector.exitCode !== null || Date.now() > until) throw new Error(`did not start:\n${output}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
})

afterAll(async () => {
  if (collector) await stopped(collector)
  await provider?.close()
  folder[Symbol.dispose]()
})

const run = (...args: string[]) => cli([...args, '--data', data], { state: folder.path })
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)

describe('from the command line', () => {
  it('a person is invited, found, given another role, disabled and enabled', async () => {
    const invited = await run('user', 'invite', 'maria@acme.example', '--role', 'auditor')
    expect(invited.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in#code=[\w-]{43}\n$/)
    expect((await run('user', 'role', 'Maria@acme.example', 'governance')).stdout).toBe(
      'maria@acme.example is governance now.\n',
    )
    expect((await run('user', 'disable', 'maria@acme.example')).code).toBe(0)
    const people: { name: string; id: string }[] = await json('user', 'list')
    const maria = people.find(({ name }) => name === 'maria@acme.example')
    expect(maria).toMatchObject({ role: 'governance', state: 'disabled' })
    expect((await run('user', 'enable', maria?.id ?? '')).code).toBe(0)
    expect((await run('user', 'list')).stdout).toMatch(
      /maria@acme\.example +governance +invited +never +link/,
    )
  })

  it('a token is made, listed with its last use, and revoked', async () => {
    const { token, row } = await json(
      'token',
      'create',
      '--name',
      'ci',
      '--source',
      'code:*',
      '--expires',
      '90d',
    )
    const days = (Date.parse(row.expiresAt) - Date.parse(row.createdAt)) / 86_400_000
    expect(Math.round(days)).toBe(90)
    const used = await fetch(`${url}/api/v1/fingerprint-key`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(used.status).toBe(200)
    const listed = (await run('token', 'list')).stdout
    expect(listed).toMatch(new RegExp(`${row.id} +valid +\\d{4}-\\S+Z +\\d{4}-\\S+Z +ci +code:\\*`))
    expect(listed).not.toContain(token)
    expect((await run('token', 'revoke', row.id)).stdout).toBe(`Revoked ${row.id}.\n`)
    const forever = await json('token', 'create', '--name', 'lab', '--source', 'code:*', '--expires', 'never')
    expect(forever.row.expiresAt).toBeNull()
  })

  it('what cannot be is said in one sentence, with the exit code for it', async () => {
    for (const [args, said] of [
      [['user', 'disable', 'nobody@acme.example'], 'nobody here is called nobody@acme.example'],
      [['user', 'invite', 'no-address'], 'email'],
      [['token', 'create', '--name', 'x', '--source', '*', '--expires', 'soon'], 'no ISO date'],
      [['token', 'create', '--name', 'x', '--source', '*', '--expires', '2001-01-01'], 'future'],
    ] as const) {
      const { code, stderr } = await run(...args)
      expect([code, stderr.split('\n').length]).toEqual([2, 2])
      expect(stderr).toContain(said)
    }
  })
})

describe('in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it('a person signs in through the organisation, comes back to the page, and signs out there too', async () => {
    provider.accounts.set('ben', {
      email: 'ben@acme.example',
      email_verified: true,
      groups: ['ai-governance'],
    })
    provider.next = 'ben'
    const page = await browser.newPage()
    await page.goto(`${url}/settings`)
    await page.getByRole('link', { name: 'Sign in with Acme' }).click()
    await page.waitForURL(`${url}/settings`)
    await page.getByRole('region', { name: 'Signed in' }).getByText('ben@acme.example').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL((address) => address.origin === provider.issuer)
  })

  it('a person without a role is told so, and by whom it can be put right', async () => {
    provider.accounts.set('eve', { email: 'eve@acme.example', email_verified: true, groups: [] })
    provider.next = 'eve'
    const page = await (await browser.newContext()).newPage()
    await page.goto(url)
    await page.getByRole('link', { name: 'Sign in with Acme' }).click()
    await page.getByRole('heading', { name: 'You have no access to AI Census' }).waitFor()
    expect(output).toContain('"fact":"no role"')
  })

  it('nothing secret was printed', () => {
    expect(output).not.toContain(CLIENT_SECRET)
  })
})
