import { runScanner } from '@ai-census/scanner-kit'
import { testFingerprintKey } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { scanner } from './index.ts'
import { makeRepository, scanOne, temporaryFolder, writeFiles } from './testing/repository.ts'

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `src/module-${i}/app.py`,
      `from openai import OpenAI\nclient = OpenAI()\nclient.responses.create(model="gpt-4o", input="${i}")\n`,
    ]),
  )

const withoutTimes = ({ startedAt, finishedAt, ...rest }: Awaited<ReturnType<typeof scanOne>>) => rest

describe('a scan', () => {
  it('says the same with and without threads, in a working tree and in its commit', async () => {
    const folder = makeRepository(temporaryFolder(), many(400), 'https://github.com/acme/shop')
    const alone = withoutTimes(await scanOne(folder, { workers: 0 }))
    expect(alone.findings.length).toBeGreaterThan(0)
    for (const config of [{ workers: 3 }, { workers: 2, ref: 'main' }])
      expect(withoutTimes(await scanOne(folder, config))).toEqual(alone)
  })

  it('takes its evidence to the line', async () => {
    const { findings } = await scanOne(writeFiles(temporaryFolder(), many(1)))
    const model = findings.find(({ kind }) => kind === 'model')
    expect(model).toMatchObject({ supplier: 'openai', model: { id: 'gpt-4o', publisher: 'openai' } })
    expect(model?.evidence[0]?.location).toMatchObject({ path: 'src/module-0/app.py', startLine: 3 })
  })

  it('claims every kind that infrastructure as code shows', async () => {
    const type = (name: string, what: string) => `resource ${name} '${what}@2024-07-01' = {\n  name: 'x'\n}\n`
    const { coverage, findings } = await scanOne(
      writeFiles(temporaryFolder(), {
        'infra/main.bicep':
          type('hub', 'Microsoft.MachineLearningServices/workspaces') +
          type('search', 'Microsoft.Search/searchServices'),
      }),
    )
    expect(coverage.status).toBe('complete')
    expect(findings.map(({ kind }) => kind).sort()).toEqual(['knowledge-base', 'workspace'])
  })

  it('stops in the middle when it is told to', async () => {
    const folder = writeFiles(temporaryFolder(), many(400))
    const stop = new AbortController()
    const run = runScanner(scanner, {
      config: { paths: [folder], workers: 0 },
      fingerprintKey: testFingerprintKey,
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type === 'progress' && event.done > 0) stop.abort(new Error('Ctrl-C'))
      },
    })
    await expect(run.next()).rejects.toThrow('Ctrl-C')
  })

  it('gives a finding whoever owns its place', async () => {
    const folder = writeFiles(temporaryFolder(), {
      CODEOWNERS: '* @acme/all\n/bot/ @acme/care\n',
      'bot/package.json': '{"dependencies": {"openai": "1"}}',
    })
    const { findings, scope } = await scanOne(folder)
    expect(scope.claims?.[0]).toEqual({ field: 'technical-owner', value: '@acme/all', source: 'codeowners' })
    expect(findings[0]?.claims).toEqual([
      { field: 'technical-owner', value: '@acme/care', source: 'codeowners' },
    ])
  })
})
