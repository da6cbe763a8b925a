import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { baselineOf } from '../../baseline/baseline.ts'
import { compare } from '../../baseline/compare.ts'
import { everything, evidence, finding, key, report } from '../testing.ts'
import { renderSarif } from './sarif.ts'

const sarif = (...args: Parameters<typeof report>): Log['runs'][number] => {
  // The form is what `renderSarif` is typed to write.
  const log = JSON.parse(renderSarif({ reports: [report(...args)], comparison: null })) as Log
  const [run] = log.runs
  if (!run) throw new Error('no run')
  return run
}

describe('SARIF', () => {
  it('is as it was', async () => {
    await expect(renderSarif({ reports: [everything()], comparison: null })).toMatchFileSnapshot(
      '../__golden__/scan.sarif',
    )
  })

  it('gives an alert the same fingerprint when its line moves, and on a machine with another secret', () => {
    const prints = (line: number, secret: string) =>
      sarif([
        finding('service:openai', { evidence: [evidence('src/app.py', line)] }),
        { ...key(secret), evidence: [evidence('.env', line)] },
      ]).results?.map((result) => result.partialFingerprints)
    expect(prints(12, 'a'.repeat(64))).toEqual(prints(99, 'b'.repeat(64)))
  })

  it('names paths from the root of the repository, also of a scope that is a part of it', () => {
    const [result] =
      sarif([finding('service:openai')], {
        scope: { key: 'git:github.com/acme/shop//packages/a%20b', title: 'shop' },
      }).results ?? []
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'packages/a%20b/src/app.py',
      uriBaseId: 'SRCROOT',
    })
  })

  it('leaves no link in a message to what a repository calls itself', () => {
    const [result] =
      sarif([finding('service:x', { name: '[click](http://evil.example)\u001b[31m' })]).results ?? []
    expect(result?.message.text).toContain('\\[click\\](http://evil.example)�\\[31m')
  })

  it('keeps to what code scanning takes, the worst first', () => {
    const many = Array.from({ length: 25_001 }, (_, n) =>
      finding(`library:npm:p${n}`, { kind: 'library', evidence: [evidence('package.json', 1)] }),
    )
    const run = sarif([...many, key()])
    expect(run.results).toHaveLength(25_000)
    expect(run.results?.[0]?.level).toBe('error')
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      '2 findings are left out',
    )
  })

  it('tells what is new beside a baseline and closes no alert of what was known', () => {
    const before = baselineOf([report([finding('service:openai')])])
    const reports = [report([finding('service:openai'), finding('service:groq', { supplier: 'groq' })])]
    const log = JSON.parse(renderSarif({ reports, comparison: compare(reports, before) })) as Log
    expect(log.runs[0]?.results?.map(({ baselineState }) => baselineState)).toEqual(['unchanged', 'new'])
  })
})
