import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { createGitHubScanner } from '@ai-census/scanner-github'
import { organisation, repository, startGitHubStandIn } from '@ai-census/scanner-github/testing'
import { runScanner } from '@ai-census/scanner-kit'
import { serveGit } from './git-host.ts'
import { commitFiles, git as gitIn, makeBare } from './organisation.ts'

const MOST = 1.2
const FILES = 600
const CHANGED = 20

/** A repository in which a commit changes some files: what comes over the line for it; throws where bar 9 is missed. */
export async function changedRepository(root: string): Promise<Record<string, string | number>> {
  const gitDir = join(root, 'acme', 'shop.git')
  const first = makeBare(gitDir, files(FILES, 0))
  const data = organisation([repository(1, 'shop')], { R_1: first })
  const host = await serveGit(root)
  await using api = await startGitHubStandIn({ data })
  try {
    const clock = { now: () => 0, sleep: async () => undefined }
    const scanner = createGitHubScanner({ clock, retryMs: 1, now: Date.now })
    const config = { ...api.config, gitUrl: host.url, cacheFolder: join(root, 'changed-cache') }
    const look = async () => {
      const before = host.bytes
      for await (const { scope, coverage } of runScanner(scanner, { config, fingerprintKey: 'f'.repeat(32) }))
        if (scope.key === 'git:github.com/acme/shop' && coverage.status !== 'complete')
          throw new Error(`${scope.key} is ${coverage.status}: ${coverage.detail}`)
      return host.bytes - before
    }
    const whole = await look()
    const work = `${gitDir}.work`
    const second = commitFiles(work, files(CHANGED, 1))
    gitIn(work, 'push', '--quiet', gitDir, 'main')
    data.heads.R_1 = second
    data.repositories[0]!.pushed_at = '2026-11-26T00:00:00Z'
    const bytes = await look()
    const least = packed(gitDir, first, second)
    const ratio = bytes / least
    if (ratio > MOST) throw new Error(`Bar 9 is missed: ${bytes} bytes, ${ratio.toFixed(2)} × ${least}`)
    return {
      repository: `${FILES} files, ${CHANGED} changed`,
      'first look at it': `${whole} bytes`,
      'changed (bar 9: ≤ 1.2)': `${bytes} bytes, ${ratio.toFixed(2)} × the pack of the changed contents and all trees (${least})`,
    }
  } finally {
    host.close()
  }
}

/** Texts that compress as code does. */
function files(count: number, step: number): Record<string, string> {
  const all: Record<string, string> = {}
  for (let i = 0; i < count; i++) {
    const lines = Array.from(
      { length: 60 },
      (_, n) => `def f_${i}_${n}(x):\n    return x + ${hash(i * 7919 + n * 104_729 + step)}\n`,
    )
    all[`src/part-${i % 30}/module_${i}.py`] = `import openai\n${lines.join('\n')}`
  }
  const prose = Array.from({ length: 400 }, (_, n) => `Part ${hash(n)} goes with shelf ${hash(n + 1)}.`)
  if (step === 0)
    all['README.md'] = `# Shop\n\nSells shelves and what belongs on them.\n\n${prose.join('\n')}\n`
  return all
}

const hash = (n: number): number => (Math.imul(n, 0x9e3779b1) >>> 0) % 1_000_000_007

/** The bytes of git's own pack of just what must be had: the commit, its trees, and the contents that are new in it. */
function packed(gitDir: string, first: string, second: string): number {
  const trees = gitIn(gitDir, 'ls-tree', '-r', '-t', second)
    .split('\n')
    .flatMap((line) => (line.split(' ')[1] === 'tree' ? [line.split(/[ \t]/)[2] ?? ''] : []))
  const blobs = gitIn(gitDir, 'diff-tree', '-r', first, second)
    .split('\n')
    .map((line) => line.split(' ')[3] ?? '')
  const ids = [second, gitIn(gitDir, 'rev-parse', `${second}^{tree}`), ...trees, ...blobs]
  return execFileSync('git', [`--git-dir=${gitDir}`, 'pack-objects', '--stdout', '--quiet'], {
    input: ids.map((id) => `${id}\n`).join(''),
    stdio: ['pipe', 'pipe', 'ignore'],
  }).length
}
