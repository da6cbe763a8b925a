import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { scanner } from '@ai-census/scanner-code'
import { collectReports } from '@ai-census/scanner-kit/testing'
import type { Finding, ScanReport } from '@ai-census/schema'
import type { Project } from './corpus.ts'

/** Lays the projects out on disk, scans them in one run as anybody's folders, and takes them away again. */
export async function scanAll(
  projects: readonly Project[],
): Promise<{ findings: ReadonlyMap<string, readonly Finding[]>; reports: readonly ScanReport[] }> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ai-census-accuracy-')))
  try {
    for (const { name, files } of projects)
      for (const [path, content] of Object.entries(files)) {
        const file = join(root, name, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
    const reports = await collectReports(scanner, { paths: projects.map(({ name }) => join(root, name)) })
    const byScope = new Map(reports.map((report) => [report.scope.key, report]))
    const findings = new Map(
      projects.map(({ name }) => [name, byScope.get(`folder:${join(root, name)}`)?.findings ?? []]),
    )
    return { findings, reports }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
