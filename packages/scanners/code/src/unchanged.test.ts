import { statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collectReports } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { scanner } from './index.ts'
import { commit, git, makeRepository, temporaryFolder, writeFiles } from './testing/repository.ts'

const uses = (name: string) => `{"dependencies": {"${name}": "^1.0.0"}}`
const files = {
  'package.json': uses('openai'),
  'loose/package.json': uses('cohere-ai'),
  'c.py': 'import anthropic\n',
}

/** A repository with one file that nobody has committed. */
function repository(): string {
  const folder = makeRepository(temporaryFolder(), {
    'package.json': files['package.json'],
    'c.py': files['c.py'],
  })
  return writeFiles(folder, { 'loose/package.json': files['loose/package.json'] })
}

/** What a report says of what was found, without when. */
async function look(folder: string, config: Record<string, unknown>, now = '2026-06-15T12:00:00Z') {
  const [report] = await collectReports(scanner, { paths: [folder], ...config }, { now: () => new Date(now) })
  return { findings: report?.findings, unknowns: report?.unknowns, coverage: report?.coverage }
}

/** Old enough for its times to tell it apart. */
const settled = () => new Promise((later) => setTimeout(later, 2100))

describe('a repository that was looked at before', () => {
  it.concurrent.each<[string, (folder: string) => void, Record<string, unknown>?]>([
    ['nothing changed', () => undefined],
    ['a file was touched', (folder) => utimesSync(join(folder, 'c.py'), new Date(), new Date())],
    [
      'a file was written with as many bytes and its old time',
      (folder) => {
        const { atime, mtime } = statSync(join(folder, 'package.json'))
        writeFileSync(join(folder, 'package.json'), uses('ollama'))
        utimesSync(join(folder, 'package.json'), atime, mtime)
      },
    ],
    [
      'a loose file was changed',
      (folder) => void writeFiles(folder, { 'loose/package.json': uses('replicate') }),
    ],
    ['a file came', (folder) => void writeFiles(folder, { 'new.py': 'import groq\n' })],
    ['a file went', (folder) => unlinkSync(join(folder, 'c.py'))],
    ['git came to ignore a file', (folder) => void writeFiles(folder, { '.gitignore': 'loose/\n' })],
    [
      'the clone alone came to ignore a file',
      (folder) => void writeFiles(folder, { '.git/info/exclude': 'loose/\n' }),
    ],
    [
      'findings came to be ignored',
      (folder) => void writeFiles(folder, { '.ai-censusignore': '# ours\nc.py\n' }),
    ],
    ['it was committed', (folder) => void commit(folder)],
    [
      'a commit came that changes no file',
      (folder) => void git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'more'),
    ],
    ['another choice of files is asked for', () => undefined, { exclude: ['loose/'] }],
    ['files that git ignores are asked for', () => undefined, { gitignore: false }],
    ['no history is asked for', () => undefined, { history: 'off' }],
  ])(
    'says what a first look says where %s',
    async (_, change, config = {}) => {
      const cacheFolder = temporaryFolder()
      const folder = repository()
      await settled()
      const before = await look(folder, { cacheFolder })
      expect(await look(folder, { cacheFolder })).toEqual(before)
      change(folder)
      const anew = await look(folder, config)
      expect(await look(folder, { cacheFolder, ...config })).toEqual(anew)
      expect(await look(folder, { cacheFolder, ...config })).toEqual(anew)
    },
    90_000,
  )

  it('says on the day after that what was accepted until today is so no longer', async () => {
    const cacheFolder = temporaryFolder()
    const accepted =
      '{ key: service:anthropic, reason: A trial, author: grace@acme.example, expires: 2026-06-15 }'
    const folder = makeRepository(temporaryFolder(), {
      'c.py': 'import anthropic\nclient = anthropic.Anthropic()\n',
      'ai-census-accepted.yaml': `accepted:\n  - ${accepted}\n`,
    })
    await settled()
    const statuses = []
    for (const day of ['2026-06-15', '2026-06-15', '2026-06-16']) {
      const { findings = [] } = await look(folder, { cacheFolder }, `${day}T12:00:00Z`)
      statuses.push(findings.find(({ key }) => key === 'service:anthropic')?.suppression?.status)
    }
    expect(statuses).toEqual(['active', 'active', 'expired'])
  }, 60_000)
})
