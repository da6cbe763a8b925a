import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, printed, startCli, stopped, temporary } from '../support/cli.ts'

const folder = temporary('spool-full')
const repository = join(folder.path, 'bot')
let collector: ReturnType<typeof startCli>
let url = ''
let token = ''

beforeAll(async () => {
  mkdirSync(repository)
  writeFileSync(join(repository, 'bot.py'), 'from anthropic import Anthropic\nclient = Anthropic()\n')
  const data = join(folder.path, 'data')
  collector = startCli(['up', '--no-scan', '--data', data, '--port', '0'], { state: folder.path })
  url = (await printed(collector, /(http:\/\/127\.0\.0\.1:\d+)\//))[1] ?? ''
  const made = await cli(['token', 'create', '--name', 'ci', '--source', 'code:*', '--data', data], {
    state: folder.path,
  })
  token = made.stdout.trim()
})
afterAll(async () => {
  await stopped(collector)
  folder[Symbol.dispose]()
})

const scan = (state: string, env: Record<string, string> = {}) =>
  cli(['scan', repository, '--quiet', '--no-cache', '--collector', url], {
    state,
    env: { AI_CENSUS_TOKEN: token, ...env },
  })

const filesOf = (state: string): string[] =>
  readdirSync(state, { recursive: true, encoding: 'utf8' }).filter((name) => /report\.gz|draft/.test(name))

describe('a scanner whose disk is full', () => {
  it('says so in one sentence, leaves nothing half written, and scans when there is room', async ({
    skip,
  }) => {
    const state = join(folder.path, 'disk')
    mkdirSync(state)
    if (!mounted(state)) return skip('this user may mount no file system')
    try {
      const filler = join(state, 'filler')
      const { bavail, bsize } = statfsSync(state)
      writeFileSync(filler, Buffer.alloc(bavail * bsize))
      const full = await scan(state)
      expect(full.stderr).toMatch(/no space left on device/i)
      expect(full.stderr).toContain(state)
      expect(full.stderr.trim().split('\n')).toHaveLength(1)
      expect(full.code).toBe(2)
      expect(filesOf(state)).toEqual([])
      rmSync(filler)
      const room = await scan(state)
      expect(room.code, room.stderr).toBe(0)
      expect(room.stderr).toContain('1 report,')
      expect(filesOf(state)).toEqual([])
    } finally {
      execFileSync('umount', ['--lazy', state])
    }
  })
})

function mounted(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=700', 'tmpfs', path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
