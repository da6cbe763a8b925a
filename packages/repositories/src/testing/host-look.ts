import type { Scanner } from '@ai-census/scanner-kit'
import { collectReports, type ReceivedRequest, type StandIn } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { afterEach } from 'vitest'
import { portOf, serveRepositories } from './git-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

export interface TestedHost<C> {
  readonly scanner: Scanner<C>
  /** The stand-in of the host's API, with the settings that lead to it; closed after the test. */
  readonly provider: StandIn & { readonly config: object }
  /** Repositories that git serves beside it, as `gitUrl`. */
  readonly root?: string | undefined
  /** The header that lets git in. */
  readonly authorization: string
  /** False where git lets nobody in. */
  readonly isOpen?: boolean | undefined
  /** What stands for the stand-in's host and port in reports: those of two runs can then be compared. */
  readonly hostName: string
}

export interface HostLook {
  readonly reports: readonly ScanReport[]
  /** Paths that git asked for. */
  readonly git: readonly string[]
  readonly requests: readonly ReceivedRequest[]
}

/** A code host to look at, once or again, each time with settings of its own. */
export async function openHost<C>(
  host: TestedHost<C>,
): Promise<(config?: Record<string, unknown>, scanner?: Scanner<C>) => Promise<HostLook>> {
  const { provider, root, authorization, isOpen = true } = host
  closers.push(provider.close)
  const asked: string[] = []
  const isLetIn = (header: string | undefined, path: string) =>
    asked.push(path) > 0 && isOpen && header === authorization
  const server = root === undefined ? null : await serveRepositories(root, isLetIn)
  if (server) closers.push(() => server.close())
  const gitUrl = server ? { gitUrl: `http://127.0.0.1:${portOf(server)}` } : {}
  return async (config = {}, scanner = host.scanner) => {
    const [before, gitBefore] = [provider.requests.length, asked.length]
    const seen = await collectReports(scanner, { ...provider.config, ...gitUrl, ...config })
    const text = JSON.stringify(seen).replaceAll(new URL(provider.url).host, host.hostName)
    const reports: ScanReport[] = JSON.parse(text)
    return { reports, git: asked.slice(gitBefore), requests: provider.requests.slice(before) }
  }
}

/** What a look came to, without the times of it. */
export const contentOf = ({ scope, coverage, findings, unknowns }: ScanReport) => ({
  scope,
  coverage,
  findings,
  unknowns,
})

export function reportOf(reports: readonly ScanReport[], key: string): ScanReport {
  const found = reports.find(({ scope }) => scope.key === key)
  if (!found) throw new Error(`no report of ${key}, but ${reports.map(({ scope }) => scope.key).join(', ')}`)
  return found
}

/** A clock on which waiting takes no time, and what a test waited for on it; less than a second is the budget's own pace. */
export function waitingClock(): {
  waits: number[]
  clock: { now(): number; sleep(ms: number): Promise<void> }
} {
  const waits: number[] = []
  afterEach(() => {
    waits.length = 0
  })
  const sleep = async (ms: number) => {
    if (ms >= 1000) waits.push(ms)
  }
  return { waits, clock: { now: () => 0, sleep } }
}
