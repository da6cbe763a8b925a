import type { Server } from 'node:http'
import { host, portOf, serveRepositories, temporaryFolder } from '@ai-census/repositories/testing'
import { collectReports } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { createGitHubScanner } from '../index.ts'
import { organisation, repository } from './organisation.ts'
import { type GitHubStandInOptions, startGitHubStandIn } from './stand-in.ts'

export const NOW = Date.parse('2026-11-26T12:00:00Z')

/** How long the scanner was asked to wait, and did not. */
export const waits: number[] = []
const clock = {
  now: () => 0,
  sleep: async (ms: number) => {
    waits.push(ms)
  },
}
export const scanner = createGitHubScanner({ clock, retryMs: 1, now: () => NOW })

export const files = {
  'package.json': '{"dependencies": {"openai": "1"}}',
  'README.md': '# Shop\n\nSells shelves.\n',
}

interface Run extends Partial<GitHubStandInOptions> {
  config?: Record<string, unknown>
  root?: string
  /** Git lets nobody in. */
  refusesGit?: boolean
}

/** Acme with one real repository, served as GitHub does; git is let in with the token alone. */
export async function scan({
  config = {},
  root = temporaryFolder(),
  data,
  refusesGit = false,
  ...options
}: Run = {}) {
  const given = data ?? acme(root)
  const asked: string[] = []
  const server: Server = await serveRepositories(root, (header, path) => {
    asked.push(path)
    return (
      !refusesGit && header === `Basic ${Buffer.from(`x-access-token:${given.token}`).toString('base64')}`
    )
  })
  try {
    await using provider = await startGitHubStandIn({ data: given, ...options })
    const gitUrl = `http://127.0.0.1:${portOf(server)}`
    const reports = await collectReports(scanner, { ...provider.config, gitUrl, ...config })
    return { reports, git: asked, requests: provider.requests.map(({ path }) => path) }
  } finally {
    server.close()
  }
}

export function acme(root: string) {
  const { head } = host(root, 'acme/shop.git', files)
  return organisation(
    [
      repository(1, 'shop', { description: 'Sells shelves', topics: ['team-care', 'node'] }),
      repository(2, 'new'),
    ],
    { R_1: head, R_2: null },
  )
}

export const of = (reports: readonly ScanReport[], key: string) => {
  const found = reports.find(({ scope }) => scope.key === key)
  if (!found) throw new Error(`no report of ${key}, but ${reports.map(({ scope }) => scope.key).join(', ')}`)
  return found
}
export const shown = ({ findings }: ScanReport) =>
  findings.map(({ key, supplier, grade }) => [key, supplier, grade])
