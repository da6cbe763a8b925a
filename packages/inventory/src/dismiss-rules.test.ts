import type { DecisionBody, DismissRule, Finding, RuleMatch } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { matchesWildcard } from './dismiss-rules.ts'
import { MemoryLedger } from './memory-ledger.ts'
import { reconcile } from './reconcile.ts'
import {
  day,
  finding,
  fixed,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from './testing/build.ts'

const shop = systemOfRepository('shop')
const at = (path: string): Finding['evidence'] => [
  { method: 'call', rule: 'openai/call', strength: 'strong', location: { path, startLine: 1 } },
]
const probe = finding({ key: 'probe', context: 'test', evidence: at('tests/probe.py') })
const bot = finding({ key: 'bot', context: 'production', evidence: at('src/bot.py') })
const rule = (match: RuleMatch, more: Partial<DismissRule> = {}): DecisionBody => ({
  type: 'set-rule',
  rule: { id: 'tests', name: 'Tests', match, reason: 'nothing but tests', ...more },
})
const ofTests = rule({ path: 'tests/*', contexts: ['test'] })

function after(bodies: DecisionBody[], findings: Finding[] = [probe], now = fixed.now) {
  const ledger = new MemoryLedger()
  ledger.record(report(repository('shop'), findings, { finishedAt: day(3) }), { scan: '1' })
  for (const body of bodies) ledger.decide(day(5), 'ada', body)
  const inventory = reconcile(ledger.facts({ ...fixed, now }))
  const system = inventory.systems.find((s) => s.id === shop)
  return {
    state: system?.state,
    by: system?.dismissedByRule,
    flags: Object.keys(raised(inventory, 'unregistered')),
  }
}

describe('a rule', () => {
  it('dismisses a system that is nothing but what it names', () => {
    expect(after([])).toMatchObject({ state: 'unregistered', by: undefined })
    expect(after([ofTests])).toMatchObject({ state: 'dismissed', by: 'tests' })
  })

  it('lets a system go that shows anything else, and the flag says why it is back', () => {
    expect(after([ofTests], [probe, bot])).toEqual({ state: 'unregistered', by: undefined, flags: [shop] })
  })

  it('holds with its neighbours in the catalogue, which prove no use', () => {
    expect(after([ofTests], [probe, { ...bot, grade: 'available' }])).toMatchObject({ state: 'dismissed' })
    expect(after([ofTests], [{ ...probe, grade: 'available' }])).toMatchObject({ state: undefined })
  })

  it.each<[RuleMatch, 'dismissed' | 'unregistered']>([
    [{ scope: 'git:github.com/acme/*' }, 'dismissed'],
    [{ scope: 'git:github.com/other/*' }, 'unregistered'],
    [{ suppliers: ['openai'] }, 'dismissed'],
    [{ suppliers: ['anthropic'] }, 'unregistered'],
    [{ kinds: ['service'] }, 'dismissed'],
    [{ kinds: ['model'] }, 'unregistered'],
    [{ path: 'tests/*.py', kinds: ['service'] }, 'dismissed'],
    [{ path: 'tests' }, 'unregistered'],
  ])('%j: %s', (match, state) => {
    expect(after([rule(match)]).state).toBe(state)
  })

  it('says nothing of a place that is no file', () => {
    const location = { api: 'sagemaker', operation: 'ListEndpoints', resource: 'tests/one' }
    const seen = { ...probe, evidence: [{ ...probe.evidence[0]!, location }] }
    expect(after([ofTests], [seen]).state).toBe('unregistered')
  })

  it('never outranks a person: who registered, restored or dismissed a system said more', () => {
    expect(after([register('shop'), ofTests]).state).toBe('registered')
    expect(after([ofTests, { type: 'restore', system: shop }]).state).toBe('unregistered')
    const dismiss: DecisionBody = { type: 'dismiss', system: shop, reason: 'by hand' }
    expect(after([ofTests, dismiss])).toMatchObject({ state: 'dismissed', by: undefined })
  })

  it('ends when it is removed, revoked or past its day', () => {
    expect(after([ofTests, { type: 'remove-rule', rule: 'tests' }]).state).toBe('unregistered')
    expect(after([ofTests, { type: 'revoke', sequence: 1 }]).state).toBe('unregistered')
    const until = rule({ contexts: ['test'] }, { expires: '2026-10-20' })
    expect(after([until], [probe], day(20)).state).toBe('dismissed')
    expect(after([until], [probe], day(21)).state).toBe('unregistered')
  })

  it('gives way to one of its own id; of several that match, the oldest counts', () => {
    const other = rule({ contexts: ['ci'] })
    expect(after([ofTests, other]).state).toBe('unregistered')
    expect(after([ofTests, rule({ contexts: ['test'] }, { id: 'second' })]).by).toBe('tests')
  })
})

describe('a star', () => {
  it.each([
    ['tests/*', 'tests/deep/a.py', true],
    ['*/tests/*', 'a/tests/b', true],
    ['*.py', 'a.pyc', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b', false],
    ['[a].?', '[a].?', true],
    ['**', '', true],
    ['', 'a', false],
  ])('of %j in %j: %s', (pattern, text, matches) => {
    expect(matchesWildcard(pattern, text)).toBe(matches)
  })

  it('never takes long', () => {
    expect(matchesWildcard(`${'a*'.repeat(250)}b`, 'a'.repeat(4096))).toBe(false)
  })
})
