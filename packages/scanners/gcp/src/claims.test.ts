import { readFileSync } from 'node:fs'
import { type Capabilities, conformanceProblems, quickClock } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from './check.ts'
import { GcpConfig } from './config.ts'
import { createGcpScanner, scanner } from './index.ts'
import { createRuns } from './run-state.ts'
import { estate, look, NOW, startGcpStandIn } from './testing/index.ts'

const capabilities: Capabilities = parse(
  readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8'),
)

describe('what the scanner claims', () => {
  it('is what it finds, each kind of it', async () => {
    const reports = Object.values((await look({ data: estate() })).reports)
    expect(conformanceProblems(scanner, capabilities, reports)).toEqual([])
    const found = new Set(reports.flatMap(({ findings }) => findings.map(({ kind }) => kind)))
    expect([...found].sort()).toEqual(Object.keys(capabilities.kinds).sort())
  })
})

describe('ai-census check gcp', () => {
  it('tells what works, what is missing with the line to add, and what nothing there could show', async () => {
    await using gcp = await startGcpStandIn({
      data: estate({ enabled: ['aiplatform', 'run'] }),
      fault: ({ path }) =>
        path.endsWith('/models') ? { status: 403, code: 'PERMISSION_DENIED', message: 'No.' } : null,
    })
    const config = GcpConfig.parse({ endpoint: gcp.url, allowInsecure: true })
    const ctx = { config, signal: new AbortController().signal, now: () => NOW }
    const lines = new Map<string, { status: string; remedy?: string }>()
    for await (const line of check(ctx, createRuns(quickClock(), '0')(ctx))) lines.set(line.permission, line)
    expect(lines.get('credentials')?.status).toBe('works')
    expect(lines.get('aiplatform.endpoints.list')?.status).toBe('works')
    expect(lines.get('aiplatform.locations.list')?.status).toBe('works')
    expect(lines.get('aiplatform.models.list')).toMatchObject({
      status: 'missing',
      remedy: '- aiplatform.models.list',
    })
    expect(lines.get('documentai.processors.list')?.status).toBe('untried')
  })

  it('prints the role that the table needs', () => {
    const policy = createGcpScanner().policy?.(GcpConfig.parse({}))
    expect(policy).toContain('includedPermissions:\n')
    expect(policy).toContain('- aiplatform.endpoints.list\n')
  })
})

describe('where it is asked', () => {
  it('refuses an address without TLS unless that is allowed', () => {
    expect(GcpConfig.safeParse({ endpoint: 'http://127.0.0.1:1' }).success).toBe(false)
    expect(GcpConfig.safeParse({ endpoints: 'run=http://127.0.0.1:1' }).success).toBe(false)
    expect(GcpConfig.safeParse({ endpoint: 'http://127.0.0.1:1', allowInsecure: 'true' }).success).toBe(true)
  })

  it('sends no token without TLS', async () => {
    const { calls } = await look({ data: estate() }, { services: ['run'] })
    expect(calls.some(({ authorization }) => authorization !== undefined)).toBe(false)
  })

  it('asks single services elsewhere', async () => {
    await using elsewhere = await startGcpStandIn({ data: estate() })
    const { reports, calls } = await look(
      { data: estate() },
      { services: ['run', 'tpu'], endpoints: { run: elsewhere.url } },
    )
    expect(calls.some(({ service }) => service === 'run')).toBe(false)
    expect(reports['europe-west4/run']?.findings.length).toBeGreaterThan(0)
    expect(reports['europe-west4/tpu']?.findings.length).toBeGreaterThan(0)
  })
})
