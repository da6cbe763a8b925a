import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { materialiseAcme } from '../estates/acme/materialise.ts'
import { acme, cli, temporary } from '../support/cli.ts'

const folder = temporary('outputs')
const at = (...path: string[]) => join(folder.path, ...path)
let repositories: string[] = []
beforeAll(async () => {
  repositories = (await materialiseAcme(folder.path, { estate: acme })).repositories
})
afterAll(() => folder[Symbol.dispose]())

const scan = (...args: string[]) => cli(['scan', ...args], { state: folder.path, cwd: folder.path })
const read = (name: string) => readFileSync(at(name), 'utf8')
const shop = () => repositories.find((path) => path.endsWith('shop')) ?? ''

/** A folder of its own with these files. */
function project(name: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(name, path)), { recursive: true })
    writeFileSync(at(name, path), text)
  }
  return at(name)
}

const client = 'from openai import OpenAI\nclient = OpenAI()\n'
const acceptedUntil = (day: string) =>
  `accepted:\n  - key: service:openai\n    reason: The contract is being signed\n    author: grace@acme.example\n    expires: ${day}\n`

function sarifFault(text: string): string | null {
  const schema = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  )
  const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
  return validate(JSON.parse(text)) ? null : JSON.stringify(validate.errors?.slice(0, 5))
}

describe('the outputs of ai-census scan', () => {
  it('go into one file each, of one scan, and SARIF keeps to its schema', async () => {
    const { code, stdout } = await scan(
      ...repositories,
      '--format',
      'sarif=census.sarif',
      '--format',
      'markdown=comment.md',
      '--format',
      'json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout).reports).toHaveLength(repositories.length)
    expect(sarifFault(read('census.sarif'))).toBeNull()
    expect(JSON.parse(read('census.sarif')).runs).toHaveLength(repositories.length)
    expect(read('comment.md')).toMatch(/^### AI Census: \d+ findings in \d+ scopes\n/)
  })

  it('make SARIF with suppressions, unknowns and a baseline that keeps to its schema too', async () => {
    const path = project('sarif', {
      'app.py': client,
      'ai-census-accepted.yaml': acceptedUntil('2999-01-31'),
      'package.json': '{',
      'old/package.json': '{"dependencies": {"openai": "1"}}',
      '.ai-censusignore': 'old/\n',
    })
    await scan(path, '--write-baseline', 'sarif.json', '--quiet')
    const { stdout } = await scan(path, '--format', 'sarif', '--baseline', 'sarif.json')
    expect(sarifFault(stdout)).toBeNull()
    const { results } = JSON.parse(stdout).runs[0]
    const suppressed = results.flatMap((result: { suppressions?: unknown[] }) => result.suppressions ?? [])
    expect(suppressed).toMatchObject([{ kind: 'external', status: 'accepted' }, { kind: 'external' }])
  })

  it.each([
    [['--format', 'yaml'], '--format yaml'],
    [['--format', 'json', '--format', 'sarif'], 'two formats cannot go to one place'],
    [['--format', 'json=a.json', '--output', 'b.json'], '--output'],
    [['--fail-on', 'unregistered'], '--collector'],
    [['--explain', 'service:openai', '--format', 'json'], '--explain'],
    [['--explain', 'service:nobody'], 'there is no finding with the key'],
  ])('ask for what makes sense: %j', async (args, said) => {
    const { code, stderr } = await scan(shop(), ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(said)
  })
})

describe('a baseline', () => {
  it('shows only what is new, with counts of what stayed and went, and fails only on that', async () => {
    const path = project('moves', {
      'a/app.py': client,
      'b/package.json': '{"dependencies": {"cohere-ai": "1"}}',
    })
    expect((await scan(path, '--write-baseline', 'moves.json')).code).toBe(0)
    const same = await scan(path, '--baseline', 'moves.json', '--fail-on', 'new-supplier', 'key')
    expect(same.code).toBe(0)
    expect(same.stdout).toContain('Nothing new.')
    project('moves', { 'b/package.json': '{"dependencies": {"groq-sdk": "1"}}' })
    const { code, stdout, stderr } = await scan(path, '--baseline', 'moves.json', '--fail-on', 'new-supplier')
    expect(code).toBe(1)
    expect(stdout).toMatch(/Against the baseline: 1 new, \d known before, 1 gone\./)
    expect(stdout).not.toContain('openai')
    expect(stderr).toMatch(/fail-on new-supplier: groq: .*library:npm:groq-sdk.* at b\/package\.json:1/)
  })

  it('that is none is refused in a sentence', async () => {
    project('bad', { 'baseline.json': '{"aiCensusBaseline": 1}', 'x.txt': 'x' })
    const { code, stderr } = await scan(at('bad'), '--baseline', at('bad', 'baseline.json'))
    expect(code).toBe(2)
    expect(stderr).toContain('neither a file of --write-baseline nor an output')
  })
})

describe('a suppression', () => {
  it('stays visible, fails no build, and counts again when it has expired, with a warning', async () => {
    const path = project('accepted', {
      'app.py': client,
      'ai-census-accepted.yaml': acceptedUntil('2999-01-31'),
    })
    project('nothing', { 'x.txt': 'x' })
    const none = '{"aiCensusBaseline": 1, "scopes": {}}'
    writeFileSync(at('none.json'), none)
    const args = [path, '--baseline', 'none.json', '--fail-on', 'new-supplier']
    writeFileSync(at('accepted', 'ai-census-accepted.yaml'), acceptedUntil('2999-01-31'))
    const held = await scan(...args)
    expect(held.stdout).toContain('1 suppressed (1 accepted)')
    expect(held.stdout).toMatch(/and 1 suppressed\.\n$/)
    expect(held.stderr).not.toContain('service:openai')
    writeFileSync(at('accepted', 'ai-census-accepted.yaml'), acceptedUntil('2020-01-31'))
    const lapsed = await scan(...args)
    expect(lapsed.code).toBe(1)
    expect(lapsed.stdout).toContain('service:openai was accepted until 2020-01-31 and counts again')
  })
})

describe('--explain', () => {
  it('says sign by sign why, and what was set aside', async () => {
    const path = project('explain', {
      'app.py':
        'import os\nfrom openai import OpenAI\nc = OpenAI(base_url="https://api.deepseek.com", api_key=os.environ["OPENAI_API_KEY"])\n',
    })
    const { code, stdout } = await scan(path, '--explain', 'service:deepseek')
    expect(code).toBe(0)
    expect(stdout).toContain('Verdict: service DeepSeek of deepseek, configured in production')
    expect(stdout).toMatch(/app\.py:3 {2}openai\/base-url \(call, strong\): the address/)
    expect(stdout).toContain('alone: configured in production; decides the verdict')
    expect(stdout).toMatch(/Set aside:\n {4}app\.py:3 {2}openai\/environment/)
    const { stderr } = await scan(path, '--explain', 'service:openai')
    expect(stderr).toContain('so that this is no sign of openai')
  })
})
