import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Acme, materialiseAcme } from './materialise.ts'
import { acmeKey, acmeRedacted } from './templates.ts'

const estate = dirname(fileURLToPath(import.meta.url))
const run = promisify(execFile)
// A machine without git gets plain folders, and these tests have less to say.
const hasGit = spawnSync('git', ['--version']).status === 0
const isCheckout = hasGit && spawnSync('git', ['-C', estate, 'rev-parse']).status === 0
const git = async (folder: string, ...args: string[]) =>
  (await run('git', ['-C', folder, ...args])).stdout.trim()

/** All files but git's own. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.filter((file) => !file.split(sep).includes('.git'))
}

interface Place {
  file: string
  line: number
  text: string
}
interface Truth {
  repositories: { folder: string; scope: string; found: { at: Place[] }[]; ignored: { at: Place[] }[] }[]
}

let target: string
let acme: Acme
beforeAll(async () => {
  target = await mkdtemp(join(tmpdir(), 'acme-'))
  acme = await materialiseAcme(target)
})
afterAll(() => rm(target, { recursive: true }))

describe('Acme made real', () => {
  it('says whether its repositories are git repositories', () => {
    expect(acme.git).toBe(hasGit)
    expect(acme.repositories).toHaveLength(6)
  })

  it.runIf(hasGit)('is six git repositories with their remotes and nothing uncommitted', async () => {
    const remotes = await Promise.all(
      acme.repositories.map((folder) => git(folder, 'remote', 'get-url', 'origin')),
    )
    expect(remotes).toEqual([
      'https://github.com/acme/shop.git',
      'https://github.com/acme/credit-scoring.git',
      'https://github.com/acme/support-bot.git',
      'git@github.com:acme/platform.git',
      'https://github.com/acme/marketing-site.git',
      'https://github.com/acme/data-science.git',
    ])
    for (const folder of acme.repositories) expect(await git(folder, 'status', '--porcelain')).toBe('')
  })

  it.runIf(hasGit)('has the same commits wherever it is made', async () => {
    const other = await mkdtemp(join(tmpdir(), 'acme-'))
    try {
      const again = await materialiseAcme(other)
      const heads = (all: string[]) => Promise.all(all.map((folder) => git(folder, 'rev-parse', 'HEAD')))
      expect(await heads(again.repositories)).toEqual(await heads(acme.repositories))
    } finally {
      await rm(other, { recursive: true })
    }
  })

  it('is left alone the second time', async () => {
    const mark = join(acme.repositories[0] ?? '', 'untracked.txt')
    await writeFile(mark, 'kept')
    await materialiseAcme(target)
    expect(await readFile(mark, 'utf8')).toBe('kept')
    await rm(mark)
  })

  it('never takes the place of a folder that it did not make', async () => {
    const other = await mkdtemp(join(tmpdir(), 'acme-'))
    try {
      await mkdir(join(other, 'repositories', 'mine'), { recursive: true })
      await expect(materialiseAcme(other)).rejects.toThrow(/left as it is/)
      expect(await readdir(join(other, 'repositories'))).toEqual(['mine'])
    } finally {
      await rm(other, { recursive: true })
    }
  })

  it('has a key in the shop that the provider shows as one of its own', async () => {
    const script = await readFile(join(target, 'repositories/shop/scripts/backfill-embeddings.mjs'), 'utf8')
    expect(script).toContain(acmeKey('openai', 'shop-backfill'))
    const shown = acme.openai.apiKeys.proj_acmeShopSupport01?.find(({ id }) => id === 'key_acmeShopBackfill')
    expect(shown?.redacted_value).toBe(acmeRedacted('openai', 'shop-backfill'))
    expect(acmeRedacted('openai', 'shop-backfill').slice(-4)).toBe(
      acmeKey('openai', 'shop-backfill').slice(-4),
    )
  })

  it('leaves no template unexpanded', async () => {
    expect(JSON.stringify(acme.openai)).not.toContain('{{')
    for (const file of await filesBelow(join(target, 'repositories')))
      expect([file, /\{\{(key|redacted|day):/.test(await readFile(file, 'utf8'))]).toEqual([file, false])
  })
})

describe('the estate in this repository', () => {
  it('holds nothing that looks like a key', async () => {
    for (const file of await filesBelow(estate))
      expect([file, /\bsk-[A-Za-z0-9_-]{20,}/.test(await readFile(file, 'utf8'))]).toEqual([file, false])
  })

  it.runIf(isCheckout)('is not ignored by git, its .env and notebooks included', async () => {
    // check-ignore exits with 1 when nothing is ignored.
    const ignored = await run('git', [
      '-C',
      estate,
      'check-ignore',
      '--no-index',
      ...(await filesBelow(estate)),
    ]).catch((error: { code?: number; stdout?: string }) =>
      error.code === 1 ? { stdout: '' } : Promise.reject(error),
    )
    expect(ignored.stdout).toBe('')
  })

  it('has at every line of truth.yaml the text that is said to be there', async () => {
    const truth: Truth = parse(await readFile(join(estate, 'truth.yaml'), 'utf8'))
    expect(truth.repositories.map(({ folder }) => folder)).toHaveLength(6)
    for (const { folder, found, ignored } of truth.repositories) {
      for (const { file, line, text } of [...found, ...ignored].flatMap(({ at }) => at)) {
        const lines = (await readFile(join(estate, 'repositories', folder, file), 'utf8')).split('\n')
        expect([folder, file, line, lines[line - 1]]).toEqual([
          folder,
          file,
          line,
          expect.stringContaining(text),
        ])
      }
    }
  })
})
