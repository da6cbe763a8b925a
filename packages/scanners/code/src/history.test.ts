import { join } from 'node:path'
import type { Finding, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { commit, git, makeRepository, scanOne, temporaryFolder, writeFiles } from './testing/repository.ts'

const client = 'from openai import OpenAI\nclient = OpenAI()\n'
const asks = (model: string) => `${client}client.responses.create(model="${model}", input="x")\n`
const ada = { name: 'Ada', at: '2024-03-05T10:00:00Z' }
const grace = { name: 'Grace', at: '2025-06-07T10:00:00Z' }
const linus = { name: 'Linus', at: '2026-01-02T10:00:00Z' }

/** A repository that began without AI. */
function begun(): string {
  const folder = makeRepository(temporaryFolder())
  commit(
    folder,
    { 'README.md': '# Shop\n\nThis shop does not use gpt-4o or OpenAI.\n' },
    { ...ada, at: '2023-01-01T00:00:00Z' },
  )
  return folder
}

const get = (report: ScanReport, key: string): Finding => {
  const found = report.findings.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key} among ${report.findings.map((one) => one.key).join(', ')}`)
  return found
}
const firstOf = (report: ScanReport, key: string) => {
  const { firstCommit, firstCommitAt, firstCommitBy, firstCommitExact } = get(report, key).attributes
  return [firstCommit, firstCommitAt, firstCommitBy, firstCommitExact]
}
const came = (id: string, { at, name }: typeof ada, exact = true) => [
  id,
  at.replace('Z', '.000Z'),
  name,
  exact,
]

describe('a finding says with which commit it came', () => {
  it('by whom and when, though later commits touched the file and prose spoke of it before', async () => {
    const folder = begun()
    const first = commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    const second = commit(
      folder,
      { 'bot.py': `# a comment\n${asks('gpt-4o')}x = "gpt-4o-mini"\nclient.responses.create(model=x)\n` },
      grace,
    )
    commit(folder, { 'other.txt': 'x' }, linus)
    const report = await scanOne(folder)
    expect(firstOf(report, 'service:openai')).toEqual(came(first, ada))
    expect(firstOf(report, 'model:openai:gpt-4o')).toEqual(came(first, ada))
    expect(firstOf(report, 'model:openai:gpt-4o-mini')).toEqual(came(second, grace))
  })

  it('in a folder, in a commit, in a bare repository and in a part alike', async () => {
    const folder = begun()
    const first = commit(folder, { 'app/bot.py': asks('gpt-4o') }, ada)
    const head = commit(folder, { 'app/bot.py': `${asks('gpt-4o')}# more\n` }, grace)
    const bare = join(temporaryFolder(), 'bare.git')
    git(folder, 'clone', '--quiet', '--bare', '.', bare)
    const looks = [
      scanOne(folder),
      scanOne(bare),
      scanOne(folder, { ref: head }),
      scanOne(join(folder, 'app')),
    ]
    for (const report of await Promise.all(looks))
      expect(firstOf(report, 'service:openai')).toEqual(came(first, ada))
  })

  it('wherever the file lay then, under whatever name', async () => {
    const folder = begun()
    const first = commit(folder, { 'old/name.py': asks('gpt-4o') }, ada)
    git(folder, 'mv', 'old/name.py', 'bot.py')
    commit(folder, { 'bot.py': `import os\nimport sys\n\n\n${asks('gpt-4o')}print(os, sys)\n` }, grace)
    expect(firstOf(await scanOne(folder), 'model:openai:gpt-4o')).toEqual(came(first, ada))
  })

  it('on the branch where it was written, not with the merge', async () => {
    const folder = begun()
    git(folder, 'switch', '--quiet', '--create', 'bot')
    const first = commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    git(folder, 'switch', '--quiet', 'main')
    commit(folder, { 'shop.txt': 'x' }, grace)
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'bot')
    expect(firstOf(await scanOne(folder), 'service:openai')).toEqual(came(first, ada))
  })

  it('a package with its manifest, whatever its version was', async () => {
    const uses = (version: string) => `{"name": "x", "dependencies": {"openai": "${version}"}}`
    const folder = begun()
    const first = commit(folder, { 'package.json': uses('^3.0.0') }, ada)
    commit(folder, { 'package.json': uses('^5.0.0') }, grace)
    expect(firstOf(await scanOne(folder), 'library:npm:openai')).toEqual(came(first, ada))
  })

  it('and a comment does not count as a first', async () => {
    const folder = begun()
    commit(folder, { 'bot.py': `# client.responses.create(model="gpt-4o")\nx = 1\n` }, ada)
    const first = commit(folder, { 'bot.py': `# model="gpt-4o"\n${asks('gpt-4o')}` }, grace)
    expect(firstOf(await scanOne(folder), 'model:openai:gpt-4o')).toEqual(came(first, grace))
  })
})

describe('a history that is not whole', () => {
  it('in a shallow clone ends with it: what was there by then came at or before it', async () => {
    const folder = begun()
    commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    const edge = commit(folder, { 'x.txt': 'x' }, grace)
    const last = commit(folder, { 'more.py': 'import anthropic\nc = anthropic.Anthropic()\n' }, linus)
    const clone = join(temporaryFolder(), 'clone')
    git(folder, 'clone', '--quiet', '--depth', '2', `file://${folder}`, clone)
    const report = await scanOne(clone)
    expect(firstOf(report, 'service:openai')).toEqual(came(edge, grace, false))
    expect(firstOf(report, 'service:anthropic')).toEqual(came(last, linus))
  })

  it('says nothing of what was never committed', async () => {
    const folder = begun()
    writeFiles(folder, { 'bot.py': asks('gpt-4o') })
    expect(firstOf(await scanOne(folder), 'service:openai')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is not read of a git URL, of which only the last commit is fetched', async () => {
    const folder = begun()
    commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    expect(get(await scanOne(`file://${folder}`), 'service:openai').attributes.firstCommit).toBeUndefined()
  })
})

describe('what a history says', () => {
  it('names no author where that is asked, and never an address', async () => {
    const folder = begun()
    const first = commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    expect(JSON.stringify(await scanOne(folder))).not.toContain('ada@acme.example')
    const report = await scanOne(folder, { authors: false })
    expect(firstOf(report, 'service:openai')).toEqual([first, '2024-03-05T10:00:00.000Z', null, true])
  })

  it('writes authors as .mailmap does', async () => {
    const folder = begun()
    commit(folder, { 'bot.py': asks('gpt-4o'), '.mailmap': 'Ada Lovelace <ada@acme.example>\n' }, ada)
    expect(firstOf(await scanOne(folder), 'service:openai')[2]).toBe('Ada Lovelace')
  })

  it('is not asked where it is off', async () => {
    const folder = begun()
    commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    expect(
      get(await scanOne(folder, { history: 'off' }), 'service:openai').attributes.firstCommit,
    ).toBeUndefined()
  })

  it('is the same from the cache after later commits as anew', async () => {
    const cacheFolder = temporaryFolder()
    const folder = begun()
    commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    await scanOne(folder, { cacheFolder })
    commit(folder, { 'bot.py': asks('gpt-4o').replace('x', 'y'), 'two.py': asks('gpt-5') }, grace)
    const withCache = await scanOne(folder, { cacheFolder })
    const { findings } = await scanOne(folder)
    expect(withCache.findings).toEqual(findings)
    expect((await scanOne(folder, { cacheFolder })).findings).toEqual(findings)
    expect(firstOf(withCache, 'service:openai')[2]).toBe('Ada')
    expect(firstOf(withCache, 'model:openai:gpt-5')[2]).toBe('Grace')
  })

  it('is the same from the cache as anew of what no commit had shown before', async () => {
    const cacheFolder = temporaryFolder()
    const folder = begun()
    writeFiles(folder, { 'loose.py': asks('gpt-5') })
    const same = async (config = {}) => {
      const { findings } = await scanOne(folder, config)
      expect((await scanOne(folder, { cacheFolder, ...config })).findings).toEqual(findings)
      return findings.find(({ key }) => key === 'service:openai')?.attributes.firstCommitBy
    }
    expect(await same()).toBeUndefined()
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'more')
    expect(await same()).toBeUndefined()
    commit(folder, {}, grace)
    expect(await same()).toBe('Grace')
  }, 180_000)

  it('is the same from the cache as anew though less was looked at in between', async () => {
    const cacheFolder = temporaryFolder()
    const folder = begun()
    commit(folder, { 'old/bot.py': asks('gpt-4o') }, ada)
    commit(folder, { 'new/bot.py': asks('gpt-4o') }, grace)
    for (const config of [{ exclude: ['old/'] }, {}, { include: ['new/'] }]) {
      const { findings } = await scanOne(folder, config)
      expect((await scanOne(folder, { cacheFolder, ...config })).findings).toEqual(findings)
    }
  }, 180_000)

  it('runs no program that the repository names', async () => {
    const folder = begun()
    commit(folder, { 'bot.py': asks('gpt-4o') }, ada)
    for (const setting of ['log.showSignature=true', 'diff.external=false', 'gpg.program=false'])
      git(folder, 'config', ...setting.split('='))
    expect(firstOf(await scanOne(folder), 'service:openai')[2]).toBe('Ada')
  })
})
