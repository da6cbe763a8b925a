import { readFileSync } from 'node:fs'
import { type Capabilities, conformanceProblems, quickClock } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from './check.ts'
import { AwsConfig } from './config.ts'
import { createAwsScanner, scanner } from './index.ts'
import { serviceOf } from './permissions.ts'
import { createRuns } from './run-state.ts'
import { services } from './services.ts'
import { targets } from './table.ts'
import {
  everything,
  look,
  NOW,
  organisationData,
  smallAccount,
  standInEnvironment,
  startAwsStandIn,
} from './testing/index.ts'

const capabilities: Capabilities = parse(
  readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8'),
)

describe('what the scanner claims', () => {
  it('is what it finds', async () => {
    const [all, small] = [
      await look({ data: (call) => organisationData({}, call) ?? everything(call) }),
      await look({ data: smallAccount() }),
    ]
    const reports = [...Object.values(all.reports), ...Object.values(small.reports)]
    expect(conformanceProblems(scanner, capabilities, reports)).toEqual([])
  })

  it('is one row a type of resource, each with a name of its own', () => {
    const ids = targets.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('needs every client of the SDK that it carries', () => {
    const used = new Set(targets.flatMap(({ operations }) => operations.map(serviceOf)))
    const elsewhere = ['organizations', 'sts', 'resource-groups-tagging-api']
    expect(
      Object.keys(services).filter((name) => !used.has(name as never) && !elsewhere.includes(name)),
    ).toEqual([])
  })
})

describe('ai-census check aws', () => {
  it('tells what works, what is missing with the line to add, and what nothing there could show', async () => {
    const message = 'User: x is not authorized to perform: ssm:DescribeParameters on resource: *'
    await using aws = await startAwsStandIn({
      data: smallAccount(),
      fault: ({ operation }) =>
        operation === 'ssm:DescribeParameters'
          ? { status: 400, code: 'AccessDeniedException', message }
          : null,
    })
    Object.assign(process.env, standInEnvironment(aws.url))
    const clock = quickClock()
    const ctx = { config: AwsConfig.parse({}), signal: new AbortController().signal, now: () => NOW }
    const lines = new Map<string, { status: string; remedy?: string }>()
    for await (const line of check(ctx, createRuns(clock, '0')(ctx))) lines.set(line.permission, line)
    expect(lines.get('credentials')?.status).toBe('works')
    expect(lines.get('sagemaker:DescribeEndpoint')?.status).toBe('works')
    expect(lines.get('ssm:DescribeParameters')).toMatchObject({
      status: 'missing',
      remedy: '"ssm:DescribeParameters"',
    })
    expect(lines.get('kendra:ListDataSources')?.status).toBe('untried')
  })

  it('prints the policy that the table needs', () => {
    const policy = createAwsScanner().policy?.(AwsConfig.parse({ organization: true }))
    expect(policy).toContain('"bedrock:ListGuardrails"')
    expect(policy).toContain('arn:aws:iam::*:role/AiCensusReader')
  })
})
