import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanOutput, type ScanReport } from '@ai-census/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, temporary } from '../support/cli.ts'

const folder = temporary('bad-input')
afterAll(() => folder[Symbol.dispose]())

const make = (name: string): string => {
  const path = join(folder.path, name)
  mkdirSync(path, { recursive: true })
  return path
}

const git = (cwd: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'init.defaultBranch=main', ...args],
    { cwd, stdio: 'pipe' },
  )

async function scanOf(path: string): Promise<{ code: number | null; stderr: string; report: ScanReport }> {
  const { code, stdout, stderr } = await cli(['scan', path, '--format', 'json'], { state: folder.path })
  const [report] = ScanOutput.parse(JSON.parse(stdout)).reports
  if (!report) throw new Error(`no report: ${stderr}`)
  return { code, stderr, report }
}

describe('what is no place to scan', () => {
  it.each([
    ['a path that is not there', join(folder.path, 'nowhere')],
    ['a path that is a file', join(folder.path, 'file.txt')],
  ])('%s is one clear sentence and exit code 2', async (_, path) => {
    writeFileSync(join(folder.path, 'file.txt'), 'x')
    const { code, stdout, stderr } = await cli(['scan', path, '--format', 'json'], { state: folder.path })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(path)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('no path at all says what to write', async () => {
    const { code, stderr } = await cli(['scan'], { state: folder.path })
    expect(code).toBe(2)
    expect(stderr).toContain('ai-census scan .')
  })

  it('an unknown option is a usage fault', async () => {
    expect((await cli(['scan', '.', '--bogus'], { state: folder.path })).code).toBe(2)
  })

  it('a clone that fails names the repository and hides its password', async () => {
    const { code, stdout, stderr } = await cli(
      ['scan', 'http://user:hunter2@127.0.0.1:9/acme/shop.git', '--format', 'json'],
      { state: folder.path },
    )
    expect(code).toBe(3)
    expect(stdout).toContain('127.0.0.1')
    expect(stdout + stderr).not.toContain('hunter2')
  })
})

describe('repositories with nothing to see', () => {
  it('an empty folder is complete and has no findings', async () => {
    const { code, report } = await scanOf(make('empty'))
    expect(code).toBe(0)
    expect(report.coverage.status).toBe('complete')
    expect(report.findings).toEqual([])
  })

  it('a repository without a commit is complete and has no findings', async () => {
    const path = make('no-commit')
    git(path, 'init', '-q')
    expect((await scanOf(path)).report.coverage.status).toBe('complete')
  })

  it('a bare repository without a commit is complete and has no findings', async () => {
    const path = make('bare.git')
    git(path, 'init', '-q', '--bare')
    const { code, report } = await scanOf(path)
    expect(code).toBe(0)
    expect(report.findings).toEqual([])
  })
})

describe('a repository with every trap in it', () => {
  let scanned: Awaited<ReturnType<typeof scanOf>>
  beforeAll(async () => {
    const path = make('traps')
    writeFileSync(join(path, 'app.py'), 'from openai import OpenAI\nclient = OpenAI()\n')
    const huge = openSync(join(path, 'huge.py'), 'w')
    ftruncateSync(huge, 2 * 1024 ** 3)
    closeSync(huge)
    writeFileSync(join(path, 'latin1.py'), Buffer.from([0x23, 0x20, 0xe9, 0xff, 0xfe, 0x0a]))
    symlinkSync('/etc/passwd', join(path, 'outside'))
    symlinkSync(path, join(path, 'loop'))
    writeFileSync(join(path, 'package-lock.json'), '{"lockfileVersion": 3, "packages": {')
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (let i = 0; i < 12; i++)
      bomb.push(
        `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${Array(9)
          .fill(`*${String.fromCharCode(97 + i)}`)
          .join(',')}]`,
      )
    writeFileSync(
      join(path, 'docker-compose.yml'),
      `services:\n  x:\n    image: ollama/ollama\n${bomb.join('\n')}\n`,
    )
    writeFileSync(join(path, 'pnpm-lock.yaml'), `lockfileVersion: '9.0'\n${bomb.join('\n')}\n`)
    scanned = await scanOf(path)
  })

  it('still finds what can be read', () => {
    expect(scanned.report.findings.map((f) => f.supplier)).toContain('openai')
  })

  it('ends with exit code 3, because coverage is not complete', () => {
    expect(scanned.report.coverage.status).toBe('partial')
    expect(scanned.code).toBe(3)
  })

  it.each([
    ['outside', 'link-outside'],
    ['package-lock.json', 'malformed'],
    ['huge.py', 'too-large'],
    ['latin1.py', 'not-text'],
    ['pnpm-lock.yaml', 'malformed'],
  ])('names %s as unknown: %s', (place, reason) => {
    expect(scanned.report.unknowns).toContainEqual(expect.objectContaining({ place, reason }))
  })

  it('names a loop of links', () => {
    expect(scanned.report.unknowns.filter((u) => u.place === 'loop').map((u) => u.reason)).toEqual([
      expect.stringMatching(/^link-(loop|outside)$/),
    ])
  })
})
