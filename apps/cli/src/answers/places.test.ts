import {
  chmodSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { placesBehind } from '@ai-census/repositories'
import { git, makeRepository, temporaryFolder, writeFiles } from '@ai-census/repositories/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { diskState, isAsBefore } from './disk-state.ts'

const committed = {
  'package.json': '{"dependencies": {"openai": "^1.0.0"}}',
  'c.py': 'import anthropic\n',
  'services/shop/bot.py': 'import groq\n',
  'services/.gitignore': '# none\n',
  '.gitignore': '*.log\nbuild/\n',
}
const loose = { 'loose/package.json': '{}', 'build/out.py': 'import replicate\n', 'a.log': 'x' }

/** Where whoever scans keeps the settings of git. */
let home = ''
beforeEach(() => {
  home = temporaryFolder()
  for (const name of ['HOME', 'XDG_CONFIG_HOME']) vi.stubEnv(name, home)
  for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM']) vi.stubEnv(name, undefined)
})
afterEach(() => vi.unstubAllEnvs())

const repository = () => writeFiles(makeRepository(temporaryFolder(), committed), loose)
const places = (folder: string) => placesBehind(folder, new AbortController().signal)

/** Whether a look at the folder would be thought to say the same after the change. */
async function staysAfter(folder: string, change: () => void): Promise<boolean> {
  const behind = await places(folder)
  if (behind === null) throw new Error(`nobody can tell what a look at ${folder} rests on`)
  const state = diskState(behind)
  expect(isAsBefore(behind, state)).toBe(true)
  // A clock that ticks every few milliseconds must tick in between.
  await new Promise((later) => setTimeout(later, 20))
  change()
  return isAsBefore(behind, state)
}

const unseen: [string, (folder: string) => void][] = [
  ['nothing changed', () => undefined],
  ['an ignored file was written', (folder) => void writeFiles(folder, { 'a.log': 'y' })],
  ['a file came into an ignored folder', (folder) => void writeFiles(folder, { 'build/x/y.py': '' })],
  ['git locked its index for a while', (folder) => void writeFiles(folder, { '.git/index.lock': '' })],
]

const seen: [string, (folder: string) => void][] = [
  [
    'a file was written with as many bytes and its old time',
    (folder) => {
      const { atime, mtime } = statSync(join(folder, 'package.json'))
      writeFiles(folder, { 'package.json': committed['package.json'].replace('openai', 'ollama') })
      utimesSync(join(folder, 'package.json'), atime, mtime)
    },
  ],
  ['a loose file was changed', (folder) => void writeFiles(folder, { 'loose/package.json': '[]' })],
  ['a file came', (folder) => void writeFiles(folder, { 'new.py': '' })],
  ['a file came into a folder', (folder) => void writeFiles(folder, { 'services/shop/new.py': '' })],
  ['a file came in a new folder', (folder) => void writeFiles(folder, { 'a/b/new.py': '' })],
  ['a file went', (folder) => unlinkSync(join(folder, 'c.py'))],
  ['a folder was renamed', (folder) => renameSync(join(folder, 'services'), join(folder, 'tests'))],
  ['a file got another mode', (folder) => chmodSync(join(folder, 'c.py'), 0o755)],
  [
    'a link came into the place of a file',
    (folder) => {
      unlinkSync(join(folder, 'c.py'))
      symlinkSync('/etc/passwd', join(folder, 'c.py'))
    },
  ],
  ['git came to ignore a file', (folder) => void writeFiles(folder, { '.gitignore': 'loose/\n' })],
  ['git came to ignore no file', (folder) => unlinkSync(join(folder, '.gitignore'))],
  ['a folder came to ignore files', (folder) => void writeFiles(folder, { 'loose/.gitignore': '*\n' })],
  ['the clone came to ignore a file', (folder) => void writeFiles(folder, { '.git/info/exclude': 'x\n' })],
  ['lines came to end otherwise', (folder) => void writeFiles(folder, { '.gitattributes': '* eol=crlf\n' })],
  ['findings came to be ignored', (folder) => void writeFiles(folder, { '.ai-censusignore': 'c.py\n' })],
  ['findings were accepted', (folder) => void writeFiles(folder, { 'ai-census-accepted.yaml': '' })],
  ['a loose file was staged', (folder) => void git(folder, 'add', 'loose')],
  ['a file is no longer tracked', (folder) => void git(folder, 'rm', '--quiet', '--cached', 'c.py')],
  ['a commit came', (folder) => void git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'more')],
  ['another branch was checked out', (folder) => void git(folder, 'switch', '--quiet', '--create', 'other')],
  ['a commit was checked out by its name', (folder) => void git(folder, 'checkout', '--quiet', '--detach')],
  [
    'the branch was moved',
    (folder) => {
      const tree = git(folder, 'rev-parse', 'HEAD^{tree}')
      git(folder, 'update-ref', 'refs/heads/main', git(folder, 'commit-tree', tree, '-m', 'other'))
    },
  ],
  ['references were packed', (folder) => void git(folder, 'pack-refs', '--all')],
  ['it got a place where it comes from', (folder) => void git(folder, 'remote', 'add', 'origin', 'u')],
  ['another repository came into it', (folder) => void makeRepository(join(folder, 'inner'), { a: '' })],
  ['a folder became a repository', (folder) => void git(join(folder, 'loose'), 'init', '--quiet')],
  [
    'somebody came to ignore files everywhere',
    () => void writeFiles(home, { 'git/ignore': 'loose/\n', '.config/git/ignore': 'loose/\n' }),
  ],
  ['somebody got settings of git', () => void writeFiles(home, { '.gitconfig': '[core]\n' })],
]

describe('what a look at a working tree rests on', () => {
  it.each(unseen)('is the same where %s', async (_, change) => {
    const folder = repository()
    expect(await staysAfter(folder, () => change(folder))).toBe(true)
  })

  it.each(seen)('is not the same where %s', async (_, change) => {
    const folder = repository()
    expect(await staysAfter(folder, () => change(folder))).toBe(false)
  })

  it('holds the files that settings name, whether they are there or not', async () => {
    const include = '[include]\n\tpath = more\n[core]\n\texcludesFile = ~/mine\n'
    for (const name of ['more', 'mine']) {
      writeFileSync(join(home, '.gitconfig'), include)
      const folder = repository()
      const write = (text: string) => () => writeFileSync(join(home, name), text)
      expect(await staysAfter(folder, write('[user]\n'))).toBe(false)
      expect(await staysAfter(folder, write('[core]\n'))).toBe(false)
      unlinkSync(join(home, name))
    }
  })

  it('holds what folders above say of the one that is looked at', async () => {
    const folder = repository()
    const shop = join(folder, 'services/shop')
    for (const path of ['services/.gitignore', 'services/.ai-censusignore', '.ai-censusignore'])
      for (const text of ['a\n', 'b\n'])
        expect(await staysAfter(shop, () => void writeFiles(folder, { [path]: text }))).toBe(false)
    expect(await staysAfter(shop, () => void writeFiles(folder, { 'loose/other.py': '' }))).toBe(true)
  })

  it('holds what repositories in it rest on, and linked working trees', async () => {
    const folder = repository()
    makeRepository(join(folder, 'inner'), { 'a.py': '' })
    expect(await staysAfter(folder, () => void writeFiles(folder, { 'inner/a.py': 'x' }))).toBe(false)
    const commit = () => void git(join(folder, 'inner'), 'commit', '--quiet', '--allow-empty', '-m', 'more')
    expect(await staysAfter(folder, commit)).toBe(false)
    const linked = join(temporaryFolder(), 'linked')
    git(folder, 'worktree', 'add', '--quiet', '-b', 'linked', linked)
    expect(await staysAfter(linked, () => void writeFiles(linked, { 'c.py': 'x' }))).toBe(false)
    const more = () => void git(linked, 'commit', '--quiet', '--allow-empty', '-m', 'more')
    expect(await staysAfter(linked, more)).toBe(false)
    expect(await staysAfter(linked, () => void git(folder, 'remote', 'add', 'origin', 'u'))).toBe(false)
  })

  it('is not known of what is no working tree, or an ignored part of one', async () => {
    const folder = repository()
    expect(await places(temporaryFolder())).toBeNull()
    expect(await places(join(folder, 'build'))).toBeNull()
    mkdirSync(join(folder, 'build/deep'))
    expect(await places(join(folder, 'build/deep'))).toBeNull()
  })
})
