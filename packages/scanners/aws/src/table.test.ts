import { collectReports } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAwsScanner } from './index.ts'
import { nameOf, serviceOf } from './permissions.ts'
import { targets } from './table.ts'
import {
  type AwsStandInOptions,
  everything,
  organisationData,
  standInEnvironment,
  startAwsStandIn,
} from './testing/index.ts'
import { operationsOfService } from './testing/models.ts'

afterEach(() => vi.unstubAllEnvs())

async function look(options: Partial<AwsStandInOptions> = {}) {
  await using aws = await startAwsStandIn({
    data: (call) => organisationData({}, call) ?? everything(call),
    ...options,
  })
  for (const [name, value] of Object.entries(standInEnvironment(aws.url))) vi.stubEnv(name, value)
  const reports = await collectReports(createAwsScanner(), {}, { source: 'aws:test' })
  return { reports, sent: new Set(aws.calls.map(({ operation }) => operation)) }
}

const cellsOf = (reports: readonly ScanReport[]) => reports.flatMap(({ coverage }) => coverage.cells ?? [])

describe('the table', () => {
  it('reads what the SDK’s models say, row by row, and every row finds something', async () => {
    const { reports, sent } = await look()
    const odd = cellsOf(reports).filter(({ status }) => status !== 'complete')
    console.log(
      odd,
      reports
        .filter((r) => r.coverage.status !== 'complete')
        .map((r) => [r.scope.key, r.coverage.status, r.coverage.detail, r.unknowns.slice(0, 3)]),
    )
    const found = new Set(
      reports.flatMap(({ findings }) => findings.map(({ evidence }) => evidence[0]?.rule)),
    )
    console.log(
      reports.flatMap((r) => r.findings).length,
      'no findings:',
      targets.filter(({ id }) => !found.has(`aws/${id}`)).map(({ id }) => id),
    )
    console.log(
      'never sent',
      targets.flatMap(({ operations }) => operations).filter((o) => !sent.has(o)),
    )
    expect(odd).toEqual([])
  })
  it('names operations that the SDK has', async () => {
    for (const operation of targets.flatMap(({ operations }) => operations)) {
      const known = (await operationsOfService(serviceOf(operation))).map(({ name }) => name)
      expect(known, operation).toContain(nameOf(operation))
    }
  })
})
