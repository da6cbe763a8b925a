import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createGitHubScanner } from '@ai-census/scanner-github'
import { startGitHubStandIn } from '@ai-census/scanner-github/testing'
import { runScanner } from '@ai-census/scanner-kit'
import { reportDigest, reportLines, type ScanReport } from '@ai-census/schema'
import { type BenchCollector, openCollector } from '../ingest/collector.ts'
import { serveGit } from './git-host.ts'
import { makeOrganisation } from './organisation.ts'

const REPOSITORIES = Number(process.env.AI_CENSUS_BENCH_REPOSITORIES ?? 5000)
/** As many are more than empty; each costs git's own time at the first look. */
const FILLED = Number(process.env.AI_CENSUS_BENCH_FILLED ?? 100)
const MOST_REQUESTS = 50
const NOW = Date.parse('2026-11-26T12:00:00Z')

/** Two looks at an organisation in which nothing happens between them; throws where bar 8 is missed. */
export async function unchangedOrganisation(root: string): Promise<Record<string, string | number>> {
  const { data } = makeOrganisation(root, REPOSITORIES, FILLED)
  const git = await serveGit(root)
  await using api = await startGitHubStandIn({ data })
  const clock = { now: () => 0, sleep: async () => undefined }
  const scanner = createGitHubScanner({ clock, retryMs: 1, now: () => NOW })
  const config = { ...api.config, gitUrl: git.url, cacheFolder: join(root, 'cache') }
  const options = { config, fingerprintKey: 'f'.repeat(32), concurrency: 8, source: 'github:acme' }
  const collector = await openCollector('postgres', {
    scanner: 'github',
    version: scanner.version,
    catalogue: scanner.catalogue({} as never), // Which catalogue it is depends on no setting.
    source: 'github:acme',
  })
  try {
    const digests = new Map<string, string>()
    let findings = 0
    const bodies: (() => Uint8Array<ArrayBuffer>)[] = []
    for await (const report of runScanner(scanner, options)) {
      digests.set(report.scope.key, reportDigest(report))
      findings += report.findings.length
      bodies.push(() => body(report))
    }
    await collector.putAll(bodies)
    const first = { requests: api.requests.length, git: git.answers, bytes: git.bytes }

    const before = await findingRows(collector)
    const at = new Date().toISOString()
    const scopes: { key: string; digest: string; at: string }[] = []
    for await (const report of runScanner(scanner, options)) {
      const digest = reportDigest(report)
      if (digests.get(report.scope.key) !== digest) throw new Error(`${report.scope.key} is not as it was`)
      scopes.push({ key: report.scope.key, digest, at })
    }
    for (let from = 0; from < scopes.length; from += 10_000) {
      const { needed } = await collector.confirm(scopes.slice(from, from + 10_000))
      if (needed.length > 0) throw new Error(`${needed.length} scopes were not confirmed by their digests`)
    }
    const requests = api.requests.length - first.requests
    const bytes = git.bytes - first.bytes
    const isWritten = (await findingRows(collector)) !== before
    if (requests > MOST_REQUESTS || git.answers > first.git || bytes > 0 || isWritten)
      throw new Error(
        `Bar 8 is missed: ${requests} requests, ${bytes} bytes of content, rows of findings ${isWritten ? 'written' : 'left alone'}`,
      )
    return {
      repositories: `${REPOSITORIES}, ${FILLED} with content, in ${digests.size} scopes with ${findings} findings`,
      'first look': `${first.requests} API requests, ${first.git} of git, ${(first.bytes / 1e6).toFixed(1)} MB`,
      'unchanged (bar 8: ≤ 50, 0, 0)': `${requests} API requests, ${bytes} bytes of content, 0 rows of findings written`,
    }
  } finally {
    git.close()
    await collector.close()
  }
}

const body = (report: ScanReport) =>
  new Uint8Array(gzipSync([...reportLines(report)].map((line) => `${line}\n`).join(''), { level: 1 }))

/** Another text as soon as any row of a finding is written anew. */
async function findingRows({ database }: BenchCollector): Promise<string> {
  const rows = 'count(*) as n, coalesce(sum(xmin::text::bigint), 0) as versions'
  const { rows: found } = await database.pool.query(
    `select ${rows} from finding union all select ${rows} from finding_content`,
  )
  return JSON.stringify(found)
}
