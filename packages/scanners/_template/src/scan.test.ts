import { readFileSync } from 'node:fs'
import {
  Capabilities,
  collectReports,
  conformanceProblems,
  type Script,
  startStandIn,
} from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createScanner } from './index.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const agents = JSON.parse(read('__fixtures__/agents.json'))
const projects = [
  { json: { data: [{ id: 'project-1', name: 'Shop' }], next: 'page-2' } },
  { json: { data: [{ id: 'project-2', name: 'Care' }] } },
]

// No test waits for a retry. A scanner's id is a slug, which that of the template is not.
const named = createScanner({ now: () => 0, sleep: async () => undefined })
const scanner = { ...named, id: named.id.replace(/^_/, '') }

async function reportsOf(routes: Record<string, Script>) {
  await using provider = await startStandIn(routes)
  return await collectReports(scanner, { endpoint: provider.url, token: 'a-token-for-tests' })
}

describe('a scan of __title__', () => {
  it('has one report a project, over all pages', async () => {
    const reports = await reportsOf({
      'GET /v1/projects': projects,
      'GET /v1/projects/:id/agents': { json: agents },
    })
    expect(reports.map(({ scope, coverage }) => `${scope.title} ${coverage.status}`)).toEqual([
      'Shop complete',
      'Care complete',
    ])
    expect(reports[0]?.findings.map(({ name }) => name)).toEqual(['Answers questions', 'Sorts tickets'])
    const capabilities = { ...Capabilities.parse(parse(read('../capabilities.yaml'))), scanner: scanner.id }
    expect(conformanceProblems(scanner, capabilities, reports)).toEqual([])
  })

  it('is denied, not empty, where a permission is missing, and says which', async () => {
    const reports = await reportsOf({
      'GET /v1/projects': projects,
      'GET /v1/projects/project-1/agents': { status: 403 },
      'GET /v1/projects/project-2/agents': [
        { status: 429, headers: { 'retry-after': '1' } },
        { json: agents },
      ],
    })
    expect(reports.map(({ coverage }) => [coverage.status, coverage.reason])).toEqual([
      ['denied', 'agents:read'],
      ['complete', undefined],
    ])
  })

  it('says of the source that it could not be listed', async () => {
    const [report] = await reportsOf({ 'GET /v1/projects': { status: 500 } })
    expect(report?.coverage).toMatchObject({ status: 'failed', reason: 'unavailable' })
  })
})
