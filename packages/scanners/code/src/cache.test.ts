import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCache } from '@ai-census/repositories'
import type { ScanEvent } from '@ai-census/scanner-kit'
import { collectReports } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { scanner } from './index.ts'
import { commit, git, makeRepository, temporaryFolder, writeFiles } from './testing/repository.ts'

const uses = (name: string) => `{"dependencies": {"${name}": "^1.0.0"}}`

/** A scan with a cache; `read` is how many files it had to open, null for none of the whole scope. */
async function scanWith(cacheFolder: string, path: string, config = {}) {
  let read: number | null = null
  const onEvent = (event: ScanEvent) => {
    if (event.type === 'progress' && event.what === 'files') read = event.total
  }
  const [report] = await collectReports(scanner, { paths: [path], cacheFolder, ...config }, { onEvent })
  return { read, report, findings: report?.findings ?? [] }
}

const files = {
  'a/package.json': uses('openai'),
  'b/package.json': uses('cohere-ai'),
  'c.py': 'import openai\n',
}

describe('the cache', () => {
  it('lets an unchanged repository be known without opening a file', async () => {
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), files)
    const first = await scanWith(cache, folder)
    const second = await scanWith(cache, folder)
    expect(first.read).toBe(3)
    expect(second.read).toBeNull()
    expect(second.findings).toEqual(first.findings)
  })

  it.each([
    ['working tree', {}],
    ['commit', { ref: 'main' }],
  ])('has just what changed read again in a %s', async (_, config) => {
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), files)
    await scanWith(cache, folder, config)
    commit(folder, { 'b/package.json': uses('groq-sdk') })
    const second = await scanWith(cache, folder, config)
    expect(second.read).toBe(1)
    expect(second.findings).toEqual((await scanWith(temporaryFolder(), folder, config)).findings)
  })

  it('is not fooled by a file that is written again within one tick of the clock', async () => {
    const cache = temporaryFolder()
    const folder = writeFiles(temporaryFolder(), files)
    await scanWith(cache, folder)
    writeFiles(folder, { 'a/package.json': uses('replic') })
    const second = await scanWith(cache, folder)
    expect(second.findings).toEqual((await scanWith(temporaryFolder(), folder)).findings)
  })

  it('knows an old file of a plain folder by what the disk says of it', async () => {
    const cache = temporaryFolder()
    const folder = writeFiles(temporaryFolder(), files)
    await new Promise((later) => setTimeout(later, 2100))
    expect((await scanWith(cache, folder)).read).toBe(3)
    expect((await scanWith(cache, folder)).read).toBeNull()
    utimesSync(join(folder, 'c.py'), new Date(), new Date())
    expect((await scanWith(cache, folder)).read).toBe(1)
  }, 10_000)

  it('is thrown away when it is broken, and the scan is as without it', async () => {
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), files)
    const first = await scanWith(cache, folder)
    for (const name of readdirSync(join(cache, 'code'))) {
      const file = join(cache, 'code', name)
      writeFileSync(file, readFileSync(file, 'utf8').replace(/.$/s, '!'))
    }
    const second = await scanWith(cache, folder)
    expect(second.read).toBe(3)
    expect(second.findings).toEqual(first.findings)
    const broken = openCache(cache, 'git:x', 'analysis')
    writeFileSync(join(cache, 'code', `${readdirSync(join(cache, 'code'))[0]}`), 'rubbish')
    expect(broken.result('x')).toBeNull()
  })

  it('forgets what the scope no longer holds', async () => {
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), files)
    await scanWith(cache, folder)
    git(folder, 'rm', '-r', '--quiet', 'a', 'b')
    git(folder, 'commit', '--quiet', '-m', 'less')
    await scanWith(cache, folder)
    const signs = readdirSync(join(cache, 'code')).find((name) => name.endsWith('.signs'))
    expect(readFileSync(join(cache, 'code', signs ?? ''), 'utf8')).not.toContain('package.json')
  })

  it('knows the commits again though files are written all the time', async () => {
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), files)
    const stored = () => {
      const name = readdirSync(join(cache, 'code')).find((one) => one.endsWith('.result'))
      return JSON.parse(
        readFileSync(join(cache, 'code', name ?? ''), 'utf8')
          .split('\n')
          .slice(2)
          .join('\n'),
      )
    }
    for (const name of ['groq-sdk', 'replicate']) {
      writeFiles(folder, { 'b/package.json': uses(name) })
      const { read, report } = await scanWith(cache, folder, { history: 'auto' })
      expect(report?.coverage.status).toBe('complete')
      expect(read).toBe(name === 'replicate' ? 1 : 3)
      const { key, history } = stored()
      expect(key).toBe('')
      expect(history.commit).toBe(git(folder, 'rev-parse', 'HEAD'))
      expect(history.firsts.some(([, first]: [string, unknown]) => first !== null)).toBe(true)
    }
  })

  it('forgets what a scan that was killed left behind, and leaves alone what another one writes', async () => {
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), files)
    writeFiles(cache, { 'code/a.signs.0123456789ab': 'half', 'code/a.result.0123456789ab': 'half' })
    const yesterday = new Date(Date.now() - 86_400_000)
    utimesSync(join(cache, 'code/a.signs.0123456789ab'), yesterday, yesterday)
    await scanWith(cache, folder)
    const left = readdirSync(join(cache, 'code')).filter((name) => name.startsWith('a.'))
    expect(left).toEqual(['a.result.0123456789ab'])
  })

  it('holds no secret', async () => {
    const secret = `sk-proj-${'Ab3dEf6hIj9kLm2nOp5q'.repeat(3)}T3BlbkFJ${'Qr8sTu1vWx4yZa7bCd0e'.repeat(3)}`
    const cache = temporaryFolder()
    const folder = makeRepository(temporaryFolder(), { ...files, '.env': `OPENAI_API_KEY=${secret}\n` })
    const { report } = await scanWith(cache, folder)
    expect(JSON.stringify(report)).not.toContain(secret)
    for (const name of readdirSync(join(cache, 'code')))
      expect(readFileSync(join(cache, 'code', name), 'utf8')).not.toContain(secret.slice(10, 40))
  })

  it('that cannot be written is no reason to lose a scan', async () => {
    const blocked = join(writeFiles(temporaryFolder(), { file: 'x' }), 'file')
    const folder = makeRepository(temporaryFolder(), files)
    expect((await scanWith(blocked, folder)).report?.coverage.status).toBe('complete')
  })
})
