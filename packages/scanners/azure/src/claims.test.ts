import { readFileSync } from 'node:fs'
import { type Capabilities, conformanceProblems, quickClock } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from './check.ts'
import { AzureConfig } from './config.ts'
import { scanner } from './index.ts'
import { createRuns } from './run-state.ts'
import {
  type ArmStandInOptions,
  look,
  NOW,
  notAuthorised,
  smallSubscription,
  startArmStandIn,
} from './testing/index.ts'

const capabilities: Capabilities = parse(
  readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8'),
)
const estate = smallSubscription()

/** Each line of a check by its permission. */
async function checked(options: ArmStandInOptions) {
  await using arm = await startArmStandIn(options)
  const config = AzureConfig.parse({ endpoint: arm.url, allowInsecure: true })
  const ctx = { config, signal: new AbortController().signal, now: () => NOW }
  const lines = new Map<string, { status: string; remedy?: string }>()
  for await (const line of check(ctx, createRuns(quickClock(), '0')(ctx))) lines.set(line.permission, line)
  return lines
}

describe('what the scanner claims', () => {
  it('is what it finds', async () => {
    const { reports } = await look({ estate })
    expect(conformanceProblems(scanner, capabilities, Object.values(reports))).toEqual([])
  })
})

describe('ai-census check azure', () => {
  it('tells what works, what is missing with the action to add, and what nothing there could show', async () => {
    const action = 'Microsoft.Search/searchServices/read'
    const lines = await checked({
      estate: { ...estate, '/subscriptions': estate['/subscriptions'] ?? [] },
      fault: ({ path }) => {
        if (path.endsWith('microsoft.search/searchservices')) return notAuthorised(action)
        return path.endsWith('/providers/microsoft.dbforpostgresql/flexibleservers')
          ? { json: { value: [] } }
          : null
      },
    })
    expect(lines.get('credentials')?.status).toBe('works')
    expect(lines.get('Microsoft.CognitiveServices/accounts/deployments/read')?.status).toBe('works')
    expect(lines.get(action)).toMatchObject({ status: 'missing', remedy: `"${action}"` })
    expect(lines.get('Microsoft.DBforPostgreSQL/flexibleServers/configurations/read')?.status).toBe('untried')
  })

  it('ends where nothing can be seen, and says why', async () => {
    await expect(checked({ estate: {} })).rejects.toMatchObject({
      status: 'denied',
      reason: 'Microsoft.Resources/subscriptions/read',
    })
  })
})
