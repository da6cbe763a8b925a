import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, isCodeLocation, type ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { commit, git, makeRepository, scanOne, temporaryFolder, writeFiles } from './testing/repository.ts'

const uses = (name: string) => `{"name": "x", "dependencies": {"${name}": "^1.0.0"}}`
const suppliers = (report: ScanReport) => [...new Set(report.findings.map(({ supplier }) => supplier))].sort()
const locations = (findings: readonly Finding[]) =>
  findings.flatMap(({ evidence }) =>
    evidence.flatMap(({ location }) => (isCodeLocation(location) ? [location] : [])),
  )

describe('a working tree', () => {
  it('is read as it lies there, with links for what is as committed', async () => {
    const folder = makeRepository(
      temporaryFolder(),
      { 'a/package.json': uses('openai'), 'b/package.json': uses('@anthropic-ai/sdk') },
      'git@github.com:acme/shop.git',
    )
    const head = git(folder, 'rev-parse', 'HEAD')
    writeFiles(folder, { 'b/package.json': uses('@anthropic-ai/sdk').replace('^1', '^2') })
    const report = await scanOne(folder)
    expect(report.scope).toMatchObject({
      key: 'git:github.com/acme/shop',
      title: 'acme/shop',
      url: 'https://github.com/acme/shop',
      revision: head,
    })
    const places = new Map(locations(report.findings).map((location) => [location.path, location]))
    expect(places.get('a/package.json')).toMatchObject({
      commit: head,
      url: `https://github.com/acme/shop/blob/${head}/a/package.json#L1`,
    })
    expect(places.get('b/package.json')).toMatchObject({ path: 'b/package.json' })
    expect(places.get('b/package.json')?.url).toBeUndefined()
  })

  it('shows what is new, changed and gone since the commit, and a commit shows none of it', async () => {
    const folder = makeRepository(temporaryFolder(), {
      'gone/package.json': uses('openai'),
      'moved/package.json': uses('cohere-ai'),
      'changed/package.json': uses('openai'),
    })
    rmSync(join(folder, 'gone'), { recursive: true })
    renameSync(join(folder, 'moved'), join(folder, 'new place'))
    writeFiles(folder, {
      'changed/package.json': uses('groq-sdk'),
      'added/package.json': uses('@anthropic-ai/sdk'),
    })
    expect(suppliers(await scanOne(folder))).toEqual(['anthropic', 'cohere', 'groq'])
    expect(suppliers(await scanOne(folder, { ref: 'HEAD' }))).toEqual(['cohere', 'openai'])
    expect(suppliers(await scanOne(folder, { workers: 2 }))).toEqual(['anthropic', 'cohere', 'groq'])
  })

  it('leaves out what .gitignore names, unless it is tracked or asked for', async () => {
    const folder = makeRepository(temporaryFolder(), {
      'tracked/package.json': uses('openai'),
      '.gitignore': 'tracked/\n*.local/\n!keep.local/\n',
    })
    writeFiles(folder, {
      'x.local/package.json': uses('cohere-ai'),
      'keep.local/package.json': uses('groq-sdk'),
    })
    expect(suppliers(await scanOne(folder))).toEqual(['groq', 'openai'])
    expect(suppliers(await scanOne(folder, { gitignore: false }))).toEqual(['cohere', 'groq', 'openai'])
  })

  it('never counts packages that others wrote, even where they are committed', async () => {
    const folder = makeRepository(temporaryFolder(), {
      'package.json': uses('openai'),
      'node_modules/x/package.json': uses('cohere-ai'),
    })
    expect(suppliers(await scanOne(folder))).toEqual(['openai'])
    expect(suppliers(await scanOne(folder, { ref: 'main' }))).toEqual(['openai'])
  })

  it('is read in part where the person says which', async () => {
    const folder = makeRepository(temporaryFolder(), {
      'a/package.json': uses('openai'),
      'b/package.json': uses('cohere-ai'),
      'b/old/package.json': uses('groq-sdk'),
    })
    expect(suppliers(await scanOne(folder, { include: ['b/'] }))).toEqual(['cohere', 'groq'])
    expect(suppliers(await scanOne(folder, { include: ['b/'], exclude: ['**/old/'] }))).toEqual(['cohere'])
  })

  it('looks with other eyes where it leaves something out: what it left out is not missing', async () => {
    const folder = makeRepository(temporaryFolder(), {
      'a/package.json': uses('openai'),
      'b/package.json': uses('cohere-ai'),
    })
    const catalogueOf = async (config: object) => (await scanOne(folder, { ...config })).catalogue
    const whole = await catalogueOf({})
    const part = await catalogueOf({ exclude: ['a/', 'c/'] })
    expect(part).not.toBe(whole)
    expect(await catalogueOf({ exclude: ['c/', 'a/', 'a/'] })).toBe(part)
    expect(await catalogueOf({ include: ['a/', 'c/'] })).not.toBe(part)
    expect(await catalogueOf({ gitignore: false })).not.toBe(whole)
    expect(await catalogueOf({ include: [], exclude: [] })).toBe(whole)
  })

  it('with a conflict is read once a file', async () => {
    const folder = makeRepository(temporaryFolder(), { 'package.json': uses('openai') })
    git(folder, 'switch', '--quiet', '--create', 'other')
    commit(folder, { 'package.json': uses('cohere-ai') })
    git(folder, 'switch', '--quiet', 'main')
    commit(folder, { 'package.json': uses('groq-sdk') })
    expect(() => git(folder, 'merge', 'other')).toThrow()
    const report = await scanOne(folder)
    expect(report.coverage.reason).not.toBe('duplicate-key')
  })

  it.each(['with space', 'ünïcode', 'quote"s', 'a\nline'])('may have any name in it: %s', async (name) => {
    const folder = makeRepository(temporaryFolder(), { [`${name}/package.json`]: uses('openai') })
    for (const config of [{}, { ref: 'main' }]) {
      const report = await scanOne(folder, config)
      expect(locations(report.findings)[0]?.path).toBe(`${name}/package.json`)
    }
  })
})
