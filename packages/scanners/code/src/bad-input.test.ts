import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { git, makeRepository, scanCode, scanOne, temporaryFolder, writeFiles } from './testing/repository.ts'

const good = { 'package.json': '{"name": "good", "dependencies": {"openai": "^5.0.0"}}' }
const reasons = (report: { unknowns: { place: string; reason: string }[] }) =>
  report.unknowns.map(({ place, reason }) => `${place} ${reason}`)

const NOBODY = 65_534

/** Root may read everything, so it looks as somebody else. */
async function withoutRoot<T>(look: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return look()
  process.seteuid?.(NOBODY)
  try {
    return await look()
  } finally {
    process.seteuid?.(0)
  }
}

describe('a path that is no place to scan', () => {
  it('is named in one sentence, after the others were scanned', async () => {
    const folder = temporaryFolder()
    writeFiles(folder, { 'good/README.md': 'x', 'file.txt': 'x' })
    const scan = (...names: string[]) => scanCode(names.map((name) => join(folder, name)))
    await expect(scan('good', 'missing')).rejects.toThrow(`${join(folder, 'missing')} does not exist.`)
    await expect(scan('file.txt')).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('is a file'),
    })
  })
})

describe('a repository with nothing in it', () => {
  it('is read whole, and its title says so', async () => {
    const folder = temporaryFolder()
    const empty = makeRepository(join(folder, 'empty'))
    const bare = join(folder, 'bare.git')
    git(folder, 'init', '--quiet', '--bare', bare)
    for (const path of [empty, bare, `file://${bare}`]) {
      const report = await scanOne(path)
      expect(report.coverage.status).toBe('complete')
      expect(report.findings).toEqual([])
      expect(report.scope.title).toContain('nothing in it yet')
    }
  })

  it('but files that wait for their first commit is read like any other', async () => {
    const folder = makeRepository(join(temporaryFolder(), 'fresh'))
    writeFiles(folder, { 'README.md': '# Fresh\n\nSells shelves and what belongs on them.\n' })
    const report = await scanOne(folder)
    expect(report.scope).toMatchObject({ title: 'fresh', claims: [{ field: 'purpose' }] })
    expect(report.scope.revision).toBeUndefined()
  })

  it('is an empty folder otherwise', async () => {
    const report = await scanOne(temporaryFolder())
    expect(report.coverage.status).toBe('complete')
  })
})

describe('a file that cannot be read as it is', () => {
  it('is named when it has 2 GB, and costs nothing', async () => {
    const folder = writeFiles(temporaryFolder(), { ...good, 'dump.sql': '', 'blob.bin': '' })
    truncateSync(join(folder, 'dump.sql'), 2 ** 31)
    truncateSync(join(folder, 'blob.bin'), 2 ** 31)
    const before = performance.now()
    const report = await scanOne(folder)
    expect(performance.now() - before).toBeLessThan(2000)
    expect(report.coverage.status).toBe('partial')
    expect(reasons(report)).toEqual(['blob.bin too-large', 'dump.sql too-large'])
  })

  it('is named when it is text beyond the limit, in a folder and in a commit alike', async () => {
    const folder = makeRepository(temporaryFolder(), { ...good, 'big.json': `["${'x'.repeat(100_000)}"]` })
    for (const config of [{}, { ref: 'main' }]) {
      const report = await scanOne(folder, { ...config, maxFileBytes: 65_536 })
      expect(reasons(report)).toEqual(['big.json too-large'])
    }
  })

  it('is no stop for the others when it is not UTF-8', async () => {
    const folder = writeFiles(temporaryFolder(), {
      ...good,
      'latin.py': Uint8Array.of(0x23, 0x20, 0xe9, 0x0a, 0x69, 0x6d, 0x70, 0x6f, 0x72, 0x74, 0x20, 0x78, 0x0a),
      'noise.txt': Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
    })
    const report = await scanOne(folder)
    expect(reasons(report)).toEqual(['latin.py not-text'])
    expect(report.findings.map(({ supplier }) => supplier)).toContain('openai')
  })

  it('is read when it is UTF-16 with its mark', async () => {
    const text = Buffer.from('\ufeff{"dependencies": {"openai": "^5.0.0"}}', 'utf16le')
    const report = await scanOne(writeFiles(temporaryFolder(), { 'package.json': text }))
    expect(report.findings.map(({ supplier }) => supplier)).toContain('openai')
  })

  it('is named when nobody may read it', async () => {
    const folder = writeFiles(temporaryFolder(), { ...good, 'secret.txt': 'x', 'closed/a.txt': 'x' })
    chmodSync(join(folder, 'secret.txt'), 0)
    chmodSync(join(folder, 'closed'), 0)
    chmodSync(folder, 0o755)
    const report = await withoutRoot(() => scanOne(folder))
    chmodSync(join(folder, 'closed'), 0o700)
    expect(reasons(report)).toEqual(['closed permission', 'secret.txt permission'])
  })

  it('is passed by when it is a pipe, and nothing waits for it', async () => {
    const folder = writeFiles(temporaryFolder(), good)
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    expect((await scanOne(folder)).coverage.status).toBe('complete')
  })

  it('is named when it is a lock file that is broken', async () => {
    const folder = writeFiles(temporaryFolder(), {
      ...good,
      'package-lock.json': '{"lockfileVersion": 3, "packages": {',
    })
    const report = await scanOne(folder)
    expect(reasons(report)).toEqual(['package-lock.json malformed'])
  })

  it('is named when it is a YAML bomb, and does not go off', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    )
    const bomb = `l0: &l0 [lol]\n${levels.join('\n')}\nservices: *l12\n`
    const names = ['docker-compose.yml', 'ai-system.yaml', 'catalog-info.yaml', 'pnpm-lock.yaml']
    const folder = writeFiles(temporaryFolder(), {
      ...good,
      ...Object.fromEntries(names.map((name) => [name, bomb])),
    })
    const before = performance.now()
    const report = await scanOne(folder)
    expect(performance.now() - before).toBeLessThan(5000)
    expect(report.unknowns.length).toBeGreaterThan(0)
    expect(report.findings.map(({ supplier }) => supplier)).toContain('openai')
  })
})

describe('a link', () => {
  const withLinks = (folder: string) => {
    writeFiles(folder, { ...good, 'src/a.py': 'x = 1\n' })
    symlinkSync('../../outside', join(folder, 'src/out'))
    symlinkSync('/etc/passwd', join(folder, 'passwd'))
    symlinkSync('loop-b', join(folder, 'loop-a'))
    symlinkSync('loop-a', join(folder, 'loop-b'))
    symlinkSync('.', join(folder, 'src/again'))
    symlinkSync('src/a.py', join(folder, 'fine.py'))
    return folder
  }
  const expected = [
    'loop-a link-loop',
    'loop-b link-loop',
    'passwd link-outside',
    'src/again link-loop',
    'src/out link-outside',
  ]

  it('that leads out of the tree or round in circles is named, in a plain folder', async () => {
    expect(reasons(await scanOne(withLinks(temporaryFolder())))).toEqual(expected)
  })

  it('is named alike in a working tree, committed or not, and in a commit', async () => {
    const folder = withLinks(makeRepository(temporaryFolder()))
    expect(reasons(await scanOne(folder))).toEqual(expected)
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '-m', 'links')
    expect(reasons(await scanOne(folder))).toEqual(expected)
    expect(reasons(await scanOne(folder, { ref: 'main' }))).toEqual(expected)
  })

  it('to the folder itself is what the person meant', async () => {
    const folder = temporaryFolder()
    writeFiles(join(folder, 'real'), good)
    symlinkSync('real', join(folder, 'link'))
    expect((await scanOne(join(folder, 'link'))).scope.key).toContain('/real')
  })
})

describe('a repository that is broken', () => {
  it('fails in a sentence of its own and stops no other', async () => {
    const folder = temporaryFolder()
    const broken = makeRepository(join(folder, 'a'), good)
    writeFileSync(join(broken, '.git/index'), 'no index at all, though long enough to be looked at')
    makeRepository(join(folder, 'b'), good)
    const [a, b] = await scanCode(folder)
    expect(a?.coverage).toMatchObject({ status: 'failed', reason: 'unreadable-repository' })
    expect(b?.coverage.status).toBe('complete')
  })

  it('names each file whose content it has lost', async () => {
    const folder = makeRepository(temporaryFolder(), { ...good, 'src/a.py': 'import openai\n' })
    const id = git(folder, 'rev-parse', 'HEAD:src/a.py')
    chmodSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)), 0o600)
    execFileSync('rm', [join(folder, '.git/objects', id.slice(0, 2), id.slice(2))])
    const report = await scanOne(folder, { ref: 'main' })
    expect(reasons(report)).toEqual(['src/a.py missing-object'])
    expect(report.coverage.status).toBe('partial')
  })

  it('has no such ref', async () => {
    const report = await scanOne(makeRepository(temporaryFolder(), good), { ref: 'nope' })
    expect(report.coverage).toMatchObject({ status: 'failed', reason: 'no-such-ref' })
  })
})

describe('a hostile repository', () => {
  it('runs no program of its own while it is read', async () => {
    const folder = makeRepository(temporaryFolder(), { ...good, '.gitattributes': '* filter=evil\n' })
    const proof = join(temporaryFolder(), 'proof')
    const evil = join(temporaryFolder(), 'evil.sh')
    writeFileSync(evil, `#!/bin/sh\ntouch ${proof}\ncat\n`, { mode: 0o755 })
    for (const name of [
      'core.fsmonitor',
      'filter.evil.clean',
      'filter.evil.process',
      'core.sshCommand',
      'core.pager',
    ])
      git(folder, 'config', name, evil)
    mkdirSync(join(folder, '.git/hooks'), { recursive: true })
    writeFileSync(join(folder, '.git/hooks/post-index-change'), `#!/bin/sh\ntouch ${proof}\n`, {
      mode: 0o755,
    })
    writeFiles(folder, { 'package.json': '{"dependencies": {"openai": "^6.0.0"}}' })
    const report = await scanOne(folder)
    expect(report.findings.length).toBeGreaterThan(0)
    expect(() => execFileSync('ls', [proof], { stdio: 'pipe' })).toThrow()
  })

  it('cannot lend us another folder as its working tree', async () => {
    const folder = makeRepository(temporaryFolder(), good)
    const other = writeFiles(temporaryFolder(), { 'other.py': 'import anthropic\n' })
    git(folder, 'config', 'core.worktree', other)
    const report = await scanOne(folder)
    expect(JSON.stringify(report)).not.toContain('other.py')
  })
})
