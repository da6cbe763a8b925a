import { Scope } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { folderKey, isGitUrl, parseRemote, permalinks, remoteKey, remoteTitle } from './remote.ts'

describe('a remote', () => {
  it.each([
    'https://github.com/acme/shop',
    'https://github.com/acme/shop.git',
    'https://github.com/acme/shop/',
    'https://someone:secret@GitHub.com/acme/shop.git',
    'https://github.com:443/acme/shop',
    'git@github.com:acme/shop.git',
    'github.com:acme/shop.git',
    'ssh://git@github.com/acme/shop.git',
    'ssh://git@github.com:22/acme/shop',
    'git://github.com/acme/shop.git',
    'git+ssh://git@github.com/acme/shop.git',
  ])('has one key, however it is written: %s', (url) => {
    const remote = parseRemote(url)
    expect(remote && remoteKey(remote)).toBe('git:github.com/acme/shop')
  })

  it.each([
    'https://dev.azure.com/acme/My%20Shop/_git/web',
    'https://acme@dev.azure.com/acme/My%20Shop/_git/web',
    'git@ssh.dev.azure.com:v3/acme/My%20Shop/web',
    'https://acme.visualstudio.com/My%20Shop/_git/web',
    'https://acme.visualstudio.com/DefaultCollection/My%20Shop/_git/web',
  ])('of Azure has one key in all its forms: %s', (url) => {
    const remote = parseRemote(url)
    expect(remote && remoteKey(remote)).toBe('git:dev.azure.com/acme/My%20Shop/_git/web')
    expect(remote && remoteTitle(remote)).toBe('My Shop/web')
  })

  it('keeps a port that is not the usual one, and the groups on the way', () => {
    const remote = parseRemote('https://git.acme.example:8443/a/b/c.git')
    expect(remote && remoteKey(remote)).toBe('git:git.acme.example:8443/a/b/c')
    expect(remote && remoteTitle(remote)).toBe('b/c')
  })

  it.each([
    '/srv/git/shop.git',
    '../shop',
    'file:///srv/git/shop.git',
    'C:\\git\\shop',
    'https://github.com/',
    '',
  ])('is not seen in %s', (url) => expect(parseRemote(url)).toBeNull())
})

describe('a path on the command line', () => {
  it.each([
    ['https://github.com/acme/shop', true],
    ['git@github.com:acme/shop', true],
    ['file:///srv/shop', true],
    ['ext::sh -c evil', false],
    ['--upload-pack=evil', false],
    ['./a:b', false],
    ['src', false],
  ])('%s is a git URL: %s', (path, expected) => expect(isGitUrl(path)).toBe(expected))
})

describe('a permalink', () => {
  const commit = 'a'.repeat(40)
  it.each([
    ['https://github.com/acme/shop', `https://github.com/acme/shop/blob/${commit}/src/a%20b.py#L3-L5`],
    [
      'https://gitlab.acme.example/x/y/shop',
      `https://gitlab.acme.example/x/y/shop/-/blob/${commit}/src/a%20b.py#L3-5`,
    ],
    [
      'https://bitbucket.org/acme/shop',
      `https://bitbucket.org/acme/shop/src/${commit}/src/a%20b.py#lines-3:5`,
    ],
    [
      'https://dev.azure.com/acme/p/_git/web',
      `https://dev.azure.com/acme/p/_git/web?path=%2Fsrc%2Fa%20b.py&version=GC${commit}&line=3&lineEnd=5&lineStartColumn=1&lineEndColumn=1000&_a=contents`,
    ],
  ])('leads to the lines at %s', (url, expected) => {
    const remote = parseRemote(url)
    expect(remote && permalinks(remote, commit)?.('src/a b.py', 3, 5)).toBe(expected)
  })

  it('is not guessed for a host that nobody knows', () => {
    const remote = parseRemote('https://git.acme.example/acme/shop')
    expect(remote && permalinks(remote, commit)).toBeNull()
  })
})

describe("a folder's key", () => {
  it.each(['/home/ada/my projects/50%', '/srv/a\u00a0b', `/long/${'x'.repeat(3000)}`, 'C:\\work\\shop'])(
    'is a key for any path: %s',
    (path) => expect(Scope.shape.key.safeParse(folderKey(path)).error).toBeUndefined(),
  )

  it('differs for paths that differ', () => {
    const paths = ['/a b', '/a%20b', '/ab', `/${'x'.repeat(3000)}1`, `/${'x'.repeat(3000)}2`]
    expect(new Set(paths.map(folderKey)).size).toBe(paths.length)
  })
})
