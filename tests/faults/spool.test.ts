import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, printed, startCli, stopped, temporary } from '../support/cli.ts'

const folder = temporary('spool')
const repository = join(folder.path, 'bot')
const scanner = join(folder.path, 'scanner-state')
const data = join(folder.path, 'data')

beforeAll(() => {
  for (const path of [repository, scanner, data]) mkdirSync(path, { recursive: true })
  writeFileSync(join(repository, 'bot.py'), 'from anthropic import Anthropic\nclient = Anthropic()\n')
})
afterAll(() => folder[Symbol.dispose]())

const waitingReports = (): string[] =>
  readdirSync(scanner, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.report.gz'))

/** A collector on the embedded database, with a token for scanners. */
async function collector(port: number) {
  const child = startCli(['up', '--no-scan', '--data', data, '--port', String(port)], { state: folder.path })
  const [, url = ''] = await printed(child, /(http:\/\/127\.0\.0\.1:\d+)\//)
  return { child, url }
}

async function inventory(): Promise<{ components: { supplier: string; name: string }[] }> {
  const { stdout, stderr, code } = await cli(['export', 'json', '--data', data], { state: folder.path })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

describe('a collector that is away', () => {
  it('loses nothing and doubles nothing: reports wait on disk and go out later, once', async () => {
    const first = await collector(0)
    const { stdout: token } = await cli(
      ['token', 'create', '--name', 'ci', '--source', 'code:*', '--data', data],
      { state: folder.path },
    )
    const scan = (wait: string) =>
      cli(['scan', repository, '--quiet', '--collector', first.url, '--wait', wait], {
        state: scanner,
        env: { AI_CENSUS_TOKEN: token.trim() },
      })
    await stopped(first.child, 'SIGKILL')

    const away = await scan('0')
    expect(away.code).toBe(3)
    expect(away.stderr).toContain('1 report waits on disk')
    expect(waitingReports()).toHaveLength(1)

    const second = await collector(Number(new URL(first.url).port))
    expect(second.url).toBe(first.url)
    const back = await scan('20')
    expect(back.code, back.stderr).toBe(0)
    expect(waitingReports()).toEqual([])
    const before = await inventory()
    expect(before.components.filter((c) => c.supplier === 'anthropic').length).toBeGreaterThan(0)

    // Sent twice more, by hand and by a rescan: the inventory stays the same.
    await cli(['send', '--collector', first.url], { state: scanner, env: { AI_CENSUS_TOKEN: token.trim() } })
    expect((await scan('20')).stderr).toContain('1 unchanged')
    expect((await inventory()).components.map((c) => c.name).sort()).toEqual(
      before.components.map((c) => c.name).sort(),
    )
    expect(await stopped(second.child)).toBe(0)
  })

  it('that takes nothing from this token says so, and what waits for one that it takes', async () => {
    const running = await collector(0)
    const tokenFor = async (source: string) => {
      const made = ['token', 'create', '--name', source, '--source', source, '--data', data]
      return (await cli(made, { state: folder.path })).stdout.trim()
    }
    const waited = waitingReports().length
    const { code, stderr } = await cli(['scan', repository, '--quiet', '--collector', running.url], {
      state: scanner,
      env: { AI_CENSUS_TOKEN: await tokenFor('github:elsewhere') },
    })
    expect(code).toBe(2)
    expect(stderr).toMatch(/1 report waits on disk and goes out .* `ai-census send --collector http/)
    expect(waitingReports()).toHaveLength(waited + 1)
    const sent = await cli(['send', '--collector', running.url], {
      state: scanner,
      env: { AI_CENSUS_TOKEN: await tokenFor('code:*') },
    })
    expect(sent.code, sent.stderr).toBe(0)
    expect(waitingReports()).toHaveLength(waited)
    await stopped(running.child)
  })

  it('with a wrong token says so in one sentence', async () => {
    const running = await collector(0)
    const { code, stderr } = await cli(
      ['scan', repository, '--quiet', '--collector', running.url, '--token', 'wrong'],
      { state: scanner },
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/token/)
    expect(stderr).not.toMatch(/\n\s+at /)
    await stopped(running.child)
  })
})
