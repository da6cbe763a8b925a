import { join } from 'node:path'
import { folderKey } from '@ai-census/repositories'
import { describe, expect, it } from 'vitest'
import { commit, git, makeRepository, scanCode, temporaryFolder, writeFiles } from './testing/repository.ts'

const uses = (name: string) => ({ 'package.json': `{"dependencies": {"${name}": "^1.0.0"}}` })
const keys = async (paths: string | string[], config = {}) =>
  (await scanCode(paths, config)).map(({ scope }) => scope.key)

describe('what is a scope', () => {
  it('is each repository below a folder of clones, and what lies beside them', async () => {
    const folder = temporaryFolder()
    makeRepository(join(folder, 'shop'), uses('openai'), 'https://github.com/acme/shop.git')
    makeRepository(join(folder, 'group/bot'), uses('openai'))
    git(folder, 'clone', '--quiet', '--bare', join(folder, 'shop'), join(folder, 'mirror.git'))
    git(join(folder, 'mirror.git'), 'remote', 'set-url', 'origin', 'git@gitlab.com:acme/mirror.git')
    expect(await keys(folder)).toEqual([
      folderKey(join(folder, 'group/bot')),
      'git:github.com/acme/shop',
      'git:gitlab.com/acme/mirror',
    ])
    writeFiles(folder, { 'notes/app.py': 'import openai\n' })
    const reports = await scanCode(folder)
    const rest = reports.find(({ scope }) => scope.key === folderKey(folder))
    expect(reports).toHaveLength(4)
    expect(JSON.stringify(rest?.findings)).not.toContain('package.json')
  })

  it('is a monorepo as a whole', async () => {
    const folder = makeRepository(temporaryFolder(), {
      'apps/a/package.json': '{}',
      'apps/b/package.json': '{}',
    })
    expect(await keys(folder)).toHaveLength(1)
  })

  it('is a part of a repository under a key of its own, so that it retires nothing of the rest', async () => {
    const origin = 'https://github.com/acme/shop'
    const folder = makeRepository(
      temporaryFolder(),
      { 'apps/my app/package.json': '{"dependencies": {"openai": "1"}}', 'x.py': '' },
      origin,
    )
    const [report] = await scanCode(join(folder, 'apps/my app'))
    expect(report?.scope).toMatchObject({
      key: 'git:github.com/acme/shop//apps/my%20app',
      title: 'acme/shop: apps/my app',
    })
    const location = report?.findings[0]?.evidence[0]?.location
    expect(location).toMatchObject({
      path: 'package.json',
      url: expect.stringContaining('/apps/my%20app/package.json#L1'),
    })
  })

  it('is a plain folder where the repository around it ignores it', async () => {
    const folder = makeRepository(
      temporaryFolder(),
      { '.gitignore': '/out/\n' },
      'https://github.com/acme/shop',
    )
    writeFiles(join(folder, 'out'), uses('openai'))
    const [report] = await scanCode(join(folder, 'out'))
    expect(report?.scope.key).toBe(folderKey(join(folder, 'out')))
    expect(report?.findings.length).toBeGreaterThan(0)
  })

  it('is an unpacked archive whole, whatever its .gitignore names: it was tracked', async () => {
    const folder = writeFiles(temporaryFolder(), { '.gitignore': 'service/\n' })
    writeFiles(join(folder, 'service'), uses('openai'))
    const [report] = await scanCode(folder)
    expect(report?.findings.map(({ supplier }) => supplier)).toContain('openai')
  })

  it('is a submodule and a clone within a repository, each read once', async () => {
    const folder = temporaryFolder()
    const library = makeRepository(
      join(folder, 'library'),
      uses('cohere-ai'),
      'https://github.com/acme/library',
    )
    const shop = makeRepository(join(folder, 'shop'), uses('openai'), 'https://github.com/acme/shop')
    git(shop, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'vendor/library')
    commit(shop)
    makeRepository(join(shop, 'beside'), uses('groq-sdk'), 'https://github.com/acme/beside')
    const reports = await scanCode(shop)
    expect(reports.map(({ scope }) => scope.key)).toEqual(
      [
        folderKey(join(shop, 'vendor/library')),
        'git:github.com/acme/beside',
        'git:github.com/acme/shop',
      ].sort(),
    )
    const main = reports.find(({ scope }) => scope.key === 'git:github.com/acme/shop')
    expect(main?.findings.map(({ supplier }) => supplier)).toEqual(['openai'])
  })

  it('is a second clone of the same repository by its folder, and the same path twice once', async () => {
    const folder = temporaryFolder()
    const origin = 'https://github.com/acme/shop'
    const one = makeRepository(join(folder, 'one'), uses('openai'), origin)
    const two = makeRepository(join(folder, 'two'), uses('openai'), origin)
    expect(await keys([one, two, one])).toEqual([folderKey(two), 'git:github.com/acme/shop'].sort())
  })

  it('is a linked working tree like any other', async () => {
    const folder = temporaryFolder()
    const main = makeRepository(join(folder, 'main'), uses('openai'), 'https://github.com/acme/shop')
    git(main, 'worktree', 'add', '--quiet', join(folder, 'linked'))
    expect(await keys(join(folder, 'linked'))).toEqual(['git:github.com/acme/shop'])
  })

  it('needs a repository for a ref', async () => {
    await expect(keys(temporaryFolder(), { ref: 'main' })).rejects.toThrow('is no git repository')
  })
})
