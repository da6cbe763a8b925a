import { describe, expect, it } from 'vitest'
import { loadScanner } from './scanners.ts'
import { gatherConfig } from './settings.ts'

describe('settings from the command line', () => {
  it.each([
    ['aws', 'accounts=012345678901', { accounts: ['012345678901'] }],
    ['aws', 'accounts=111122223333', { accounts: ['111122223333'] }],
    ['aws', 'organization=true', { organization: true }],
    ['gcp', 'organization=123456789012', { organization: '123456789012' }],
    ['gcp', 'projects=4711', { projects: ['4711'] }],
    ['azure', 'managementGroup=4711', { managementGroup: '4711' }],
    ['code', 'workers=2', { workers: 2 }],
    ['code', 'history=off', { history: 'off' }],
  ] as const)('%s takes %s as it is written', async (id, set, expected) => {
    const scanner = await loadScanner(id)
    const config = gatherConfig(scanner, [set], id === 'code' ? { paths: ['.'] } : {})
    expect(scanner.config.parse(config)).toMatchObject(expected)
  })
})
