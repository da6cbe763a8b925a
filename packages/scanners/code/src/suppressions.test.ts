import { join } from 'node:path'
import type { Finding, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { makeRepository, scanOne, temporaryFolder, writeFiles } from './testing/repository.ts'

const client = 'from openai import OpenAI\nclient = OpenAI()\n'
// Made up here, so that no scanner of this repository finds a key in it.
const key = [
  'sk-ant-',
  'api03-',
  'kT9vQ2mZ7pLw4XbN8cRy5HsJ1dGf6Ua3oEi0Wq-_kT9vQ2mZ7pLw4XbN8cRy5HsJ1dGf6Ua3oEi0WqBnM4',
  '-QwErAA',
].join('')
const get = (report: ScanReport, wanted: string): Finding => {
  const found = report.findings.find((one) => one.key === wanted)
  if (!found) throw new Error(`no ${wanted} among ${report.findings.map((one) => one.key).join(', ')}`)
  return found
}
const scan = (files: Record<string, string>, config = {}) =>
  scanOne(makeRepository(temporaryFolder(), files), config)

describe('.ai-censusignore', () => {
  it('marks what lies only in ignored paths, with pattern and reason, and reports it all the same', async () => {
    const report = await scan({
      'legacy/app.py': client,
      '.ai-censusignore': '# Switched off in March\nlegacy/\n',
    })
    expect(report.coverage.status).toBe('complete')
    expect(get(report, 'service:openai').suppression).toEqual({
      by: 'path',
      status: 'active',
      reason: 'Switched off in March',
      place: '.ai-censusignore:2',
    })
  })

  it('leaves a finding that other paths prove too, in the grade and context of those', async () => {
    const report = await scan({
      'legacy/app.py': client,
      'tests/test_app.py': client,
      '.ai-censusignore': 'legacy/ # an old copy\n',
    })
    const service = get(report, 'service:openai')
    expect(service.suppression).toBeUndefined()
    expect(service.context).toBe('test')
    expect(service.evidence.map((one) => one.suppression?.reason ?? null)).toContain('an old copy')
    expect(service.evidence[0]?.suppression).toBeUndefined()
  })

  it('understands negation as .gitignore does', async () => {
    const files = { 'a/x.py': client, '.ai-censusignore': 'a/*\n!a/x.py\n' }
    expect(get(await scan(files), 'service:openai').suppression).toBeUndefined()
  })

  it.each([{ ref: 'main' }, { gitignore: false }])(
    'is read from a commit as from a tree: %o',
    async (config) => {
      const files = { 'a/x.py': client, '.ai-censusignore': 'a/\n' }
      expect(get(await scan(files, config), 'service:openai').suppression?.status).toBe('active')
    },
  )
})

describe('.ai-censusignore below the root', () => {
  const suppressionIn = async (files: Record<string, string>, config = {}) =>
    get(await scan({ ...files }, config), 'service:openai').suppression

  it('speaks of the paths below its own folder, and of no others', async () => {
    const ignoring = { 'services/shop/.ai-censusignore': '# Bought, not ours\nbought/\n' }
    expect(await suppressionIn({ ...ignoring, 'services/shop/src/bought/a.py': client })).toEqual({
      by: 'path',
      status: 'active',
      reason: 'Bought, not ours',
      place: 'services/shop/.ai-censusignore:2',
    })
    expect(await suppressionIn({ ...ignoring, 'bought/a.py': client })).toBeUndefined()
    expect(await suppressionIn({ 'a/.ai-censusignore': '/x.py\n', 'a/b/x.py': client })).toBeUndefined()
    expect((await suppressionIn({ 'a/.ai-censusignore': '/x.py\n', 'a/x.py': client }))?.status).toBe(
      'active',
    )
  })

  it('is stronger than those above it, either way', async () => {
    const back = { '.ai-censusignore': '*.py\n', 'a/.ai-censusignore': '!x.py\n' }
    expect(await suppressionIn({ ...back, 'a/b/x.py': client })).toBeUndefined()
    expect((await suppressionIn({ ...back, 'a/b/y.py': client }))?.place).toBe('.ai-censusignore:1')
    const away = { '.ai-censusignore': '!x.py\n', 'a/.ai-censusignore': 'x.py\n' }
    expect((await suppressionIn({ ...away, 'a/x.py': client }))?.place).toBe('a/.ai-censusignore:1')
  })

  it('takes nothing back in a folder that is ignored as a whole, as in git', async () => {
    const files = { 'a/.ai-censusignore': '!x.py\n', 'a/x.py': client }
    expect((await suppressionIn({ ...files, '.ai-censusignore': 'a/\n' }))?.place).toBe('.ai-censusignore:1')
    expect(await suppressionIn({ ...files, '.ai-censusignore': 'a/*\n' })).toBeUndefined()
  })

  it.each([{}, { ref: 'main' }, { gitignore: false }])(
    'is obeyed in the look at a part of a repository: %o',
    async (config) => {
      const folder = makeRepository(temporaryFolder(), {
        '.ai-censusignore': '# Bought, not ours\n/services/shop/old/\n',
        'services/.ai-censusignore': 'spike.py\n',
        'services/shop/old/a.py': client,
        'services/shop/spike.py': 'import anthropic\nc = anthropic.Anthropic()\n',
        'services/shop/new.py': 'import cohere\nc = cohere.Client()\n',
      })
      const report = await scanOne(join(folder, 'services/shop'), config)
      expect(get(report, 'service:openai').suppression).toMatchObject({
        reason: 'Bought, not ours',
        place: '../../.ai-censusignore:2',
      })
      expect(get(report, 'service:anthropic').suppression?.place).toBe('../.ai-censusignore:1')
      expect(get(report, 'service:cohere').suppression).toBeUndefined()
    },
  )

  it('counts at once when it is written, whatever is kept from the last look', async () => {
    const cacheFolder = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), { 'a/b/x.py': client })
    const suppression = async () =>
      get(await scanOne(join(folder, 'a'), { cacheFolder }), 'service:openai').suppression
    expect(await suppression()).toBeUndefined()
    writeFiles(folder, { '.ai-censusignore': 'a/b/\n' })
    expect((await suppression())?.place).toBe('../.ai-censusignore:1')
    writeFiles(folder, { 'a/b/.ai-censusignore': 'x.py\n', '.ai-censusignore': '' })
    expect((await suppression())?.place).toBe('b/.ai-censusignore:1')
  })
})

describe('the comment ai-census-ignore', () => {
  it.each([
    [
      'behind the sign',
      'from openai import OpenAI  # ai-census-ignore: a spike\nc = OpenAI()  # ai-census-ignore: a spike\n',
    ],
    [
      'on the line before',
      '# ai-census-ignore: a spike\nfrom openai import OpenAI\n# ai-census-ignore: a spike\nc = OpenAI()\n',
    ],
  ])('%s marks it, with its reason', async (_, text) => {
    const service = get(await scan({ 'app.py': text }), 'service:openai')
    expect(service.suppression).toMatchObject({ by: 'comment', status: 'active', reason: 'a spike' })
    expect(service.suppression?.place).toMatch(/^app\.py:\d$/)
  })

  it('without a reason counts for nothing, and is shown', async () => {
    const report = await scan({ 'app.py': 'from openai import OpenAI\nc = OpenAI() # ai-census-ignore\n' })
    const service = get(report, 'service:openai')
    expect(service.suppression).toBeUndefined()
    expect(service.evidence.map((one) => one.suppression?.status)).toContain('unexplained')
  })

  it('in a string is a string', async () => {
    const report = await scan({
      'app.py': 'from openai import OpenAI\nc = OpenAI(organization="ai-census-ignore: no")\n',
    })
    expect(get(report, 'service:openai').evidence.some((one) => one.suppression)).toBe(false)
  })
})

const accepted = (of: string, expires: string) =>
  `accepted:\n  - key: "${of}"\n    reason: A contract is being signed\n    author: grace@acme.example\n    expires: ${expires}\n`

describe('ai-census-accepted.yaml', () => {
  it('marks an accepted finding until its day, and says who and why', async () => {
    const files = { 'app.py': client, 'ai-census-accepted.yaml': accepted('service:openai', '2999-01-31') }
    expect(get(await scan(files), 'service:openai').suppression).toEqual({
      by: 'acceptance',
      status: 'active',
      reason: 'A contract is being signed',
      author: 'grace@acme.example',
      expires: '2999-01-31',
      place: 'ai-census-accepted.yaml:2',
    })
  })

  it('that has expired suppresses nothing, and is shown as expired, also from the cache', async () => {
    const cacheFolder = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), {
      'app.py': client,
      'ai-census-accepted.yaml': accepted('service:openai', '2020-01-31'),
    })
    for (let look = 0; look < 2; look++) {
      const report = await scanOne(folder, { cacheFolder })
      expect(get(report, 'service:openai').suppression?.status).toBe('expired')
    }
  })

  it('names a key by its redacted form, which is the same on every machine', async () => {
    const folder = makeRepository(temporaryFolder(), { 'app.py': `k = "${key}"\n` })
    const [credential] = (await scanOne(folder)).findings.filter(({ kind }) => kind === 'credential')
    const shown = credential?.identifiers.find(({ type }) => type === 'key-redacted')?.value ?? ''
    const report = await scan({
      'app.py': `k = "${key}"\n`,
      'ai-census-accepted.yaml': accepted(`credential:${shown.replace('…', '...')}`, '2999-01-31'),
    })
    expect(report.findings.find(({ kind }) => kind === 'credential')?.suppression?.status).toBe('active')
  })

  it.each([
    'accepted: [',
    'accepted:\n  - key: service:openai\n',
    'accepted:\n  - key: x\n    expires: never\n',
  ])('that is broken accepts nothing, and is named: %j', async (text) => {
    const report = await scan({ 'app.py': client, 'ai-census-accepted.yaml': text })
    expect(get(report, 'service:openai').suppression).toBeUndefined()
    expect(report.unknowns).toMatchObject([{ place: 'ai-census-accepted.yaml', reason: 'malformed' }])
  })
})

describe('a look that explains', () => {
  it('says what each sign proves, and what does not count and why', async () => {
    const report = await scan(
      {
        'app.py':
          'import os\nfrom openai import OpenAI\nc = OpenAI(base_url="https://api.deepseek.com", api_key=os.environ["OPENAI_API_KEY"])\n',
      },
      { explain: true },
    )
    const { explanation, evidence } = get(report, 'service:deepseek')
    expect(explanation?.proofs).toHaveLength(evidence.length)
    expect(explanation?.proofs[0]).toEqual({ grade: 'configured', context: 'production' })
    expect(explanation?.setAside.map(({ rule }) => rule)).toEqual(['openai/environment', 'openai/import'])
  })
})
