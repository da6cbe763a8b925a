import type { ScanReport } from '@ai-census/schema'
import { expect, it } from 'vitest'
import { renderTerminal } from './terminal.ts'
import { finding, report } from './testing.ts'

const named = (name: string, rest: Partial<ScanReport> = {}, findings: ScanReport['findings'] = []) =>
  report(findings, { scope: { key: `git:acme/${name}`, title: name }, ...rest })
const empties = (count: number) => Array.from({ length: count }, (_, i) => named(`empty-${i}`))
const denied = named('denied', { coverage: { status: 'denied', detail: 'secrets:read is missing' } })
const odd = named('odd', { unknowns: [{ place: 'a.json', reason: 'malformed', detail: 'no JSON' }] })
const shop = named('shop', {}, [finding('service:openai')])

const render = (reports: readonly ScanReport[]) =>
  renderTerminal({ reports, comparison: null }, { color: false })

it('says of few scopes each that it holds nothing', () => {
  const text = render([denied, shop, ...empties(3)])
  expect(text.match(/No AI found\./g)).toHaveLength(3)
  expect(text).not.toContain('No AI found in')
})

it('says of many scopes in one line that they hold nothing, and last what was not read whole', () => {
  const text = render([denied, ...empties(30), odd, shop])
  expect(text).not.toContain('empty-')
  expect(text).not.toContain('No AI found.')
  expect(text).toContain('No AI found in 30 other scopes.')
  const places = [
    'shop  git',
    'denied  git',
    'secrets:read is missing',
    'odd  git',
    'a.json',
    '30 other scopes',
  ]
  const found = places.map((place) => text.indexOf(place))
  expect(found).not.toContain(-1)
  expect(found).toEqual([...found].sort((a, b) => a - b))
  expect(text).toContain('Not read whole:\n    a.json: malformed, no JSON')
  expect(text).toContain('1 finding, 1 supplier, 0 models in 33 scopes; 1 scope not read whole.')
})
