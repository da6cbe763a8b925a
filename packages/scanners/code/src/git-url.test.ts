import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStandIn } from '@ai-census/scanner-kit/testing'
import { afterEach, describe, expect, it } from 'vitest'
import {
  commit,
  git,
  makeRepository,
  portOf,
  scanOne,
  serveRepositories,
  temporaryFolder,
} from './testing/repository.ts'

const uses = (name: string) => `{"dependencies": {"${name}": "^1.0.0"}}`
const files = {
  'package.json': uses('openai'),
  'picture.png': 'x'.repeat(5000),
  'README.md': '# Shop\n\nSells shelves to people.\n',
}

/** A bare repository as a code host has it. */
function hosted(allowFilter = true): { folder: string; work: string } {
  const root = temporaryFolder()
  const work = makeRepository(join(root, 'work'), files)
  const folder = join(root, 'shop.git')
  git(root, 'clone', '--quiet', '--bare', work, folder)
  if (allowFilter) git(folder, 'config', 'uploadpack.allowFilter', 'true')
  git(work, 'remote', 'add', 'origin', folder)
  return { folder, work }
}

let server: Server | undefined
afterEach(() => {
  server?.close()
  server = undefined
})

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ai-census-git-'))

describe('a git URL', () => {
  it.each([true, false])(
    'is read without a checkout, whether or not its host can filter: %s',
    async (filter) => {
      const { folder } = hosted(filter)
      const before = leftBehind()
      const report = await scanOne(`file://${folder}`)
      expect(report.coverage.status).toBe('complete')
      expect(report.findings.map(({ supplier }) => supplier)).toEqual(['openai'])
      expect(report.scope).toMatchObject({ title: 'shop', revision: git(folder, 'rev-parse', 'HEAD') })
      expect(report.scope.claims).toContainEqual({
        field: 'purpose',
        value: 'Sells shelves to people.',
        source: 'inference',
      })
      expect(leftBehind()).toEqual(before)
    },
  )

  it('is read over HTTP with its credentials, which nobody gets to see', async () => {
    const { folder } = hosted()
    const expected = `Basic ${Buffer.from('ada:s3cret-token').toString('base64')}`
    server = await serveRepositories(join(folder, '..'), (header) => header === expected)
    const at = `127.0.0.1:${portOf(server)}/shop.git`
    const report = await scanOne(`http://ada:s3cret-token@${at}`)
    expect(report.coverage).toMatchObject({ status: 'complete' })
    expect(report.scope.key).toBe(`git:${at.replace('.git', '')}`)
    expect(report.findings.map(({ supplier }) => supplier)).toEqual(['openai'])
    const refused = await scanOne(`http://ada:wrong-token@${at}`)
    expect(refused.coverage).toMatchObject({ status: 'denied', reason: 'repository:read' })
    expect(JSON.stringify([report, refused])).not.toMatch(/s3cret-token|wrong-token/)
  })

  it('is read at a branch, a tag or a commit', async () => {
    const { folder, work } = hosted()
    const first = git(work, 'rev-parse', 'HEAD')
    git(work, 'tag', '-a', 'v1', '-m', 'one')
    git(work, 'switch', '--quiet', '-c', 'next')
    const next = commit(work, { 'package.json': uses('cohere-ai') })
    git(work, 'push', '--quiet', '--tags', 'origin', 'next')
    const at = async (ref: string) => {
      const { scope, findings } = await scanOne(`file://${folder}`, { ref })
      return [scope.revision, findings[0]?.supplier]
    }
    expect(await at('next')).toEqual([next, 'cohere'])
    expect(await at('v1')).toEqual([first, 'openai'])
    expect(await at(first)).toEqual([first, 'openai'])
    expect((await scanOne(`file://${folder}`, { ref: 'nope' })).coverage.reason).toBe('no-such-ref')
  })

  it('that has not changed costs one question, and one that has costs the changed files', async () => {
    const { folder, work } = hosted()
    const cacheFolder = temporaryFolder()
    const first = await scanOne(`file://${folder}`, { cacheFolder })
    const before = leftBehind()
    expect((await scanOne(`file://${folder}`, { cacheFolder })).findings).toEqual(first.findings)
    commit(work, { 'package.json': uses('groq-sdk') })
    git(work, 'push', '--quiet', 'origin', 'main')
    expect((await scanOne(`file://${folder}`, { cacheFolder })).findings[0]?.supplier).toBe('groq')
    expect(leftBehind()).toEqual(before)
  })

  it('fails in one sentence where nothing is there, and leaves nothing behind', async () => {
    const before = leftBehind()
    const missing = await scanOne(`file://${temporaryFolder()}/none.git`)
    expect(missing.coverage).toMatchObject({ status: 'failed', reason: 'not-found' })
    const unreachable = await scanOne('http://127.0.0.1:1/shop.git')
    expect(unreachable.coverage).toMatchObject({ status: 'failed', reason: 'unavailable' })
    await using standIn = await startStandIn({})
    const nothing = await scanOne(`${standIn.url}/shop.git`)
    expect(nothing.coverage).toMatchObject({ status: 'failed', reason: 'not-found' })
    for (const { coverage } of [missing, unreachable, nothing]) expect(coverage.detail).not.toContain('\n')
    expect(leftBehind()).toEqual(before)
  })
})
