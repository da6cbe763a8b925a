import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { cli, main, root, startCli, temporary } from '../support/cli.ts'

const folder = temporary('unchanged')
afterAll(() => folder[Symbol.dispose]())

const uses = (name: string) => `{"dependencies": {"${name}": "^1.0.0"}}`
const committed = {
  'package.json': uses('openai'),
  'c.py': 'import anthropic\nclient = anthropic.Anthropic()\n',
  'services/shop/bot.py': 'import groq\nclient = groq.Groq()\n',
  '.gitignore': '*.log\nbuild/\n',
}
const loose = { 'loose/package.json': uses('cohere-ai'), 'build/out.py': 'import replicate\n', 'a.log': 'x' }

/** A repository, and a state folder beside it that is the home of whoever scans. */
class Place {
  readonly at: string
  readonly state: string
  constructor(name: string) {
    this.at = join(folder.path, name, 'repository')
    this.state = join(folder.path, name, 'home')
    mkdirSync(this.state, { recursive: true })
    mkdirSync(this.at, { recursive: true })
    writeFileSync(join(this.state, 'fingerprint.key'), 'a key that has been there for a while already')
    this.git('init', '--quiet', '--initial-branch=main')
    this.write(committed)
    this.git('add', '--all')
    this.git('commit', '--quiet', '--message', 'first')
    this.write(loose)
  }
  git(...args: string[]): string {
    return this.gitIn(this.at, ...args)
  }
  gitIn(cwd: string, ...args: string[]): string {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@t.example']
    const env = { PATH: process.env.PATH, HOME: this.state }
    return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: 'pipe', env })
  }
  write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.at, path)), { recursive: true })
      writeFileSync(join(this.at, path), text)
    }
  }
  path = (name: string) => join(this.at, name)
  async scan(args: readonly string[] = [], below = '.', env: Record<string, string> = {}) {
    const run = ['scan', below, '--format', 'json', ...args]
    const { code, stdout, stderr } = await cli(run, { state: this.state, cwd: this.at, env })
    return { code, stderr, stdout: stdout.replace(/"(startedAt|finishedAt)": "[^"]*"/g, '') }
  }
  /** A scan that looks makes this folder; one that gives the answer of last time does not. */
  readonly #looked = () => join(this.state, 'cache', 'code')
  forgetLooks = () => rmSync(this.#looked(), { recursive: true, force: true })
  hasLooked = () => existsSync(this.#looked())
  answers = () =>
    readdirSync(join(this.state, 'cache', 'answers')).map((name) =>
      join(this.state, 'cache', 'answers', name),
    )
}

/** Old enough for its times to tell it apart. */
const settled = () => sleep(2200)

describe('a scan of what was scanned before', () => {
  it('gives the same answer without a look, with its own times', async () => {
    const place = new Place('same')
    await settled()
    const first = await place.scan()
    place.forgetLooks()
    const before = new Date().toISOString()
    const { stdout } = await cli(['scan', '.', '--format', 'json'], { state: place.state, cwd: place.at })
    expect(place.hasLooked()).toBe(false)
    const [report] = JSON.parse(stdout).reports
    expect(report.startedAt > before && report.finishedAt >= report.startedAt).toBe(true)
    expect(await place.scan()).toEqual(first)
    // What git ignores is no part of what is scanned.
    place.write({ 'a.log': 'y', 'build/more.py': 'import openai\n' })
    expect(await place.scan()).toEqual(first)
    expect(place.hasLooked()).toBe(false)
  }, 60_000)

  it('looks anew where a file was changed', async () => {
    const place = new Place('changed')
    await settled()
    const before = await place.scan()
    place.forgetLooks()
    place.write({ 'c.py': 'import mistralai\n' })
    const after = await place.scan()
    expect(place.hasLooked()).toBe(true)
    expect(after).toEqual(await place.scan(['--no-cache']))
    expect(after).not.toEqual(before)
  }, 60_000)

  it('looks anew where something else is asked, or by another program', async () => {
    const place = new Place('asked')
    await settled()
    await place.scan()
    const anew = async (args: string[], env: Record<string, string> = {}) => {
      place.forgetLooks()
      const answer = await place.scan(args, '.', env)
      expect(place.hasLooked()).toBe(true)
      expect(answer).toEqual(await place.scan([...args, '--no-cache'], '.', env))
    }
    await anew(['--no-history'])
    await anew([], { AI_CENSUS_CODE_EXCLUDE: 'services/' })
    await anew([], { AI_CENSUS_CODE_REF: 'main' })
    await anew([], { GIT_CONFIG_GLOBAL: '/dev/null' })
    writeFileSync(join(place.state, 'fingerprint.key'), 'another key of this very deployment')
    await anew([])
  }, 90_000)

  it('looks anew after the program was built again', async () => {
    const place = new Place('built')
    const copy = join(folder.path, 'program')
    cpSync(dirname(main), join(copy, 'dist'), { recursive: true })
    symlinkSync(join(root, 'apps/cli/node_modules'), join(copy, 'node_modules'))
    const scan = () => {
      const env = { PATH: process.env.PATH, HOME: place.state, AI_CENSUS_STATE: place.state }
      place.forgetLooks()
      execFileSync(process.execPath, [join(copy, 'dist/main.mjs'), 'scan', place.at, '--quiet'], { env })
      return place.hasLooked()
    }
    await settled()
    expect([scan(), scan()]).toEqual([true, false])
    writeFileSync(join(copy, 'dist/another-chunk.mjs'), '')
    expect([scan(), scan()]).toEqual([true, false])
  }, 60_000)

  it('says again what fails a build, and looks anew beside another baseline', async () => {
    const place = new Place('failing')
    const baseline = join(place.state, 'baseline.json')
    await place.scan(['--write-baseline', baseline])
    const whole = readFileSync(baseline, 'utf8')
    writeFileSync(baseline, whole.replace(/^.*anthropic.*\n/gm, '').replace(/,(\s*\})/g, '$1'))
    await settled()
    const asked = ['--baseline', baseline, '--fail-on', 'new-supplier']
    const first = await place.scan(asked)
    expect(first).toMatchObject({ code: 1, stderr: expect.stringContaining('anthropic') })
    place.forgetLooks()
    expect(await place.scan(asked)).toEqual(first)
    expect(place.hasLooked()).toBe(false)
    writeFileSync(baseline, whole)
    expect(await place.scan(asked)).toMatchObject({ code: 0, stderr: '' })
    expect(place.hasLooked()).toBe(true)
  }, 60_000)

  it('writes the files again that it is to write', async () => {
    const place = new Place('files')
    const file = join(place.state, 'census.sarif')
    await settled()
    await place.scan(['--format', `sarif=${file}`])
    const { runs } = JSON.parse(readFileSync(file, 'utf8'))
    unlinkSync(file)
    place.forgetLooks()
    await place.scan(['--format', `sarif=${file}`])
    expect(place.hasLooked()).toBe(false)
    const again = JSON.parse(readFileSync(file, 'utf8'))
    expect(again.runs[0].results).toEqual(runs[0].results)
    expect(again.runs[0].invocations[0].startTimeUtc).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/)
  }, 60_000)

  it.each<[string, (file: string) => void]>([
    ['spoilt', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/openai/, 'opemai'))],
    ['cut short', (file) => truncateSync(file, statSync(file).size - 5)],
    ['empty', (file) => truncateSync(file, 0)],
    ['gone', (file) => rmSync(file)],
  ])(
    'looks anew where the answer that it kept is %s',
    async (name, spoil) => {
      const place = new Place(`answer-${name.replaceAll(' ', '-')}`)
      await settled()
      const first = await place.scan()
      place.forgetLooks()
      for (const file of place.answers()) spoil(file)
      expect(await place.scan()).toEqual(first)
      expect(place.hasLooked()).toBe(true)
    },
    60_000,
  )

  it('keeps nothing of a repository that changes while it is scanned', async () => {
    const place = new Place('busy')
    expect((await place.scan()).code).toBe(0)
    expect(existsSync(join(place.state, 'cache', 'answers'))).toBe(false)
  }, 60_000)

  it('tells the truth after scans that were killed at any moment', async () => {
    const place = new Place('killed')
    await settled()
    const truth = await place.scan(['--no-cache'])
    for (let ms = 150; ms <= 1200; ms += 150) {
      // Each asks its own question, so that none of them only gives an answer of before.
      rmSync(join(place.state, 'cache', 'answers'), { recursive: true, force: true })
      const child = startCli(['scan', '.', '--format', 'json'], { state: place.state, cwd: place.at })
      await sleep(ms)
      child.kill('SIGKILL')
      await new Promise((resolve) =>
        child.exitCode === null && child.signalCode === null ? child.on('close', resolve) : resolve(null),
      )
      expect(await place.scan()).toEqual(truth)
    }
    const left = readdirSync(join(place.state, 'cache'), { recursive: true }).map(String)
    expect(left.filter((name) => /\.(answer|signs|result)$/.test(name))).toHaveLength(3)
  }, 120_000)

  it('leaves the compiled code of the two latest other builds, and no more', async () => {
    const place = new Place('compiled')
    const builds = join(place.state, 'compiled')
    for (const [day, name] of ['first', 'second', 'third', 'fourth'].entries()) {
      mkdirSync(join(builds, name), { recursive: true })
      utimesSync(join(builds, name), day, day)
    }
    expect((await cli(['--help'], { state: place.state, cwd: place.at })).code).toBe(0)
    const left = readdirSync(builds)
    expect(left).toHaveLength(3)
    expect(left).toEqual(expect.arrayContaining(['third', 'fourth']))
  })
})
