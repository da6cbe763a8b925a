import type { Server } from 'node:http'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { host, portOf, serveRepositories, temporaryFolder } from '@ai-census/repositories/testing'
import { runScanner } from '@ai-census/scanner-kit'
import { testFingerprintKey } from '@ai-census/scanner-kit/testing'
import { digest, type ScanReport } from '@ai-census/schema'
import { afterAll, describe, expect, it } from 'vitest'
import { createGitHubScanner } from './index.ts'
import { organisation, repository } from './testing/organisation.ts'
import { refusals, startGitHubStandIn } from './testing/stand-in.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const REPOSITORIES = 2000
const REAL = 3
/** Requests for what an organisation has beside its repositories, and for itself. */
const ORGANISATION = 19
const clock = { now: () => 0, sleep: async () => undefined }
const scanner = createGitHubScanner({ clock, retryMs: 1, now: () => NOW })

let server: Server | undefined
afterAll(() => server?.close())

setFlagsFromString('--expose-gc')
const gc: () => void = runInNewContext('gc')
function heap(): number {
  gc()
  return process.memoryUsage().heapUsed
}

/** 2,000 repositories; three of them hold something. */
function acme(root: string) {
  const repositories = Array.from({ length: REPOSITORIES }, (_, i) =>
    repository(i + 1, `service-${String(i + 1).padStart(4, '0')}`),
  )
  const heads: Record<string, string | null> = Object.fromEntries(
    repositories.map(({ node_id }) => [node_id, null]),
  )
  for (let i = 0; i < REAL; i++) {
    const name = `service-${String(i * 700 + 1).padStart(4, '0')}`
    heads[`R_${i * 700 + 1}`] = host(root, `acme/${name}.git`, {
      'package.json': `{"name": "${name}", "dependencies": {"openai": "1"}}`,
    }).head
  }
  return { ...organisation(repositories, heads), codingAgent: { enabled_repositories: 'none' } }
}

/** What goes wrong on the first look: limits of each kind, servers' errors, cut connections. */
function troubled() {
  let asked = 0
  return ({ path }: { path: string }) => {
    asked++
    if (path === '/graphql') return null
    if (asked % 400 === 0) return refusals.secondaryLimit(30)
    if (asked % 650 === 0) return refusals.primaryLimit(NOW / 1000 + 600)
    if (asked % 333 === 0) return refusals.tooMany(5)
    if (asked % 500 === 1) return refusals.serverError()
    if (asked % 700 === 1) return { cut: 'before-answer' as const }
    return null
  }
}

interface Look {
  readonly statuses: Record<string, number>
  readonly digests: ReadonlyMap<string, string>
  readonly findings: number
  /** Bytes of heap after a fifth of the scopes, and after all. */
  readonly heap: readonly [number, number]
}

async function look(config: unknown): Promise<Look> {
  const statuses: Record<string, number> = {}
  const digests = new Map<string, string>()
  let findings = 0
  let early = 0
  const run = runScanner(scanner, { config, fingerprintKey: testFingerprintKey, concurrency: 8 })
  for await (const report of run) {
    statuses[report.coverage.status] = (statuses[report.coverage.status] ?? 0) + 1
    digests.set(report.scope.key, digest(content(report)))
    findings += report.findings.length
    if (digests.size === REPOSITORIES / 5) early = heap()
  }
  return { statuses, digests, findings, heap: [early, heap()] }
}

const content = ({ scope, coverage, findings, unknowns }: ScanReport) => ({
  scope,
  coverage,
  findings,
  unknowns,
})

describe('an organisation of 2,000 repositories', () => {
  it('is read whole in spite of limits and failures; unchanged it costs some twenty requests, and flat memory', async () => {
    const root = temporaryFolder()
    const data = acme(root)
    const gitRequests: string[] = []
    server = await serveRepositories(root, (_, path) => gitRequests.push(path) > 0)
    const failure = troubled()
    let isFirst = true
    await using provider = await startGitHubStandIn({
      data,
      failure: (request) => (isFirst ? failure(request) : null),
    })
    const config = {
      ...provider.config,
      gitUrl: `http://127.0.0.1:${portOf(server)}`,
      cacheFolder: join(root, 'cache'),
    }
    const scopes = 3 * REPOSITORIES + 12
    const of = (from: number) => provider.requests.slice(from)

    const first = await look(config)
    expect(first.statuses).toEqual({ complete: scopes })
    const firstRequests = of(0).length
    const gitFirst = gitRequests.length
    // 20 pages and 2 fronts, 20 questions for commits, 4 a repository for settings, 19 for the organisation; then the repetitions.
    const needed = 20 + 2 + 20 + 4 * REPOSITORIES + ORGANISATION
    expect(firstRequests).toBeGreaterThanOrEqual(needed)
    expect(firstRequests).toBeLessThanOrEqual(needed * 1.03)

    isFirst = false
    const idle = await look(config)
    expect(idle.statuses).toEqual({ complete: scopes })
    expect([...idle.digests].sort()).toEqual([...first.digests].sort())
    const idleRequests = of(firstRequests)
    expect(idleRequests.filter(({ path }) => path === '/orgs/acme/repos')).toHaveLength(2)
    expect(idleRequests).toHaveLength(2 + ORGANISATION)
    expect(gitRequests.length - gitFirst).toBe(0)

    const [early, late] = idle.heap
    expect((late - early) / 2 ** 20).toBeLessThan(8)
    process.stdout.write(
      `github, ${REPOSITORIES} repositories: first ${firstRequests} requests and ${gitFirst} of git, ` +
        `idle ${idleRequests.length} and 0, heap ${((late - early) / 2 ** 20).toFixed(1)} MiB more at its end\n`,
    )
  }, 300_000)
})
