import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { materialiseAcme } from '../estates/acme/materialise.ts'
import { acme, cli, root, temporary } from '../support/cli.ts'

const folder = temporary('contract')
let repositories: string[] = []
beforeAll(async () => {
  repositories = (await materialiseAcme(folder.path, { estate: acme })).repositories
})
afterAll(() => folder[Symbol.dispose]())

const scan = (...args: string[]) => cli(['scan', ...args], { state: folder.path })
const shop = () => repositories.find((path) => path.endsWith('shop')) ?? ''

describe('ai-census scan', () => {
  it('prints JSON that the published schema accepts', async () => {
    const schema = JSON.parse(
      readFileSync(join(root, 'packages/schema/published/scan-output-1.json'), 'utf8'),
    )
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    const validate = ajv.compile(schema)
    const { stdout } = await scan(...repositories, '--format', 'json')
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
  })

  it('gives the same findings cold, from the cache, and with one worker', async () => {
    const findings = async (...args: string[]) =>
      JSON.parse((await scan(shop(), '--format', 'json', ...args)).stdout).reports.map(
        (r: { findings: unknown }) => r.findings,
      )
    const cold = await findings('--no-cache')
    expect(await findings()).toEqual(cold)
    expect(await findings()).toEqual(cold)
    expect(await findings('--no-cache', '--workers', '1')).toEqual(cold)
  })

  it('prints one report a line as NDJSON', async () => {
    const { stdout } = await scan(...repositories, '--format', 'ndjson')
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(repositories.length)
    expect(lines.map((line) => JSON.parse(line).scanner)).toEqual(lines.map(() => 'code'))
  })

  it('groups by supplier for people, with the first line of evidence', async () => {
    const { stdout } = await scan(shop())
    expect(stdout).toMatch(/openai\n.*service.*configured +\S+:\d+/s)
    expect(stdout).not.toContain('\x1b[')
  })

  it('--fail-on key ends with 1 when a key is in a file', async () => {
    const { code, stderr } = await scan(shop(), '--fail-on', 'key')
    expect(code).toBe(1)
    expect(stderr).toContain('fail-on key')
  })

  it('--fail-on new-supplier tells what is new against a baseline', async () => {
    const baseline = join(folder.path, 'baseline.json')
    writeFileSync(baseline, (await scan(shop(), '--format', 'json')).stdout)
    expect((await scan(shop(), '--fail-on', 'new-supplier', '--baseline', baseline)).code).toBe(0)
    const { code, stderr } = await scan(...repositories, '--fail-on', 'new-supplier', '--baseline', baseline)
    expect(code).toBe(1)
    expect(stderr).toContain('fail-on new-supplier: deepseek')
  })

  it.each([
    [],
    ['up'],
    ['scan'],
    ['check'],
    ['export'],
    ['token'],
    ['token', 'create'],
    ['send'],
    ['version'],
    ['audit'],
    ['audit', 'verify'],
    ['audit', 'head'],
    ['audit', 'export-log'],
    ['audit', 'sample'],
    ['audit', 'sample', 'draw'],
    ['audit', 'sample', 'list'],
    ['audit', 'sample', 'show'],
    ['audit', 'sample', 'redraw'],
    ['audit', 'sample', 'conclude'],
    ['audit', 'completeness'],
    ['audit', 'diff'],
    ['audit', 'pack'],
  ])('%s --help shows examples', async (...verb) => {
    const { code, stdout } = await cli([...verb, '--help'], { state: folder.path })
    expect(code).toBe(0)
    expect(stdout).toContain('Examples:')
  })

  it('check says what works on this machine', async () => {
    const { code, stdout } = await cli(['check', '--data', join(folder.path, 'none')], { state: folder.path })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ok +git/m)
  })
})
