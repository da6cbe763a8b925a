import { expect, it } from 'vitest'
import { linesOf as linesBy } from './differences.ts'
import type { DifferenceRow } from './types.ts'

const linesOf = (row: DifferenceRow) => linesBy(row, (slug) => (slug === 'openai' ? 'OpenAI' : slug))

const row = (
  properties: string[],
  before: DifferenceRow['before'],
  after: DifferenceRow['after'],
): DifferenceRow => ({
  subjectType: 'system',
  subjectId: 's',
  name: 's',
  change: 'changed',
  properties,
  before,
  after,
})

it('a field shows what it said before and what it says now', () => {
  expect(
    linesOf(
      row(
        ['fields', 'state'],
        { state: 'unregistered', fields: { name: { value: 'shop', source: 'inference', by: 'code' } } },
        {
          state: 'registered',
          fields: {
            name: { value: 'Shop bot', source: 'pin', by: 'ada' },
            userImpact: { value: 'customer-facing', source: 'pin', by: 'ada' },
          },
        },
      ),
    ),
  ).toEqual([
    { label: 'Name', before: 'shop', after: 'Shop bot' },
    { label: 'User impact', before: null, after: 'Customer-facing' },
    { label: 'State', before: 'Unregistered', after: 'Registered' },
  ])
})

it('of a list it shows what left and what came', () => {
  expect(
    linesOf(row(['flags'], { flags: ['unregistered', 'unowned'] }, { flags: ['unowned', 'unrated'] })),
  ).toEqual([{ label: 'Flags', before: 'Unregistered', after: 'Unrated' }])
})

it('the same answer from another source says where it is from', () => {
  expect(
    linesOf(
      row(
        ['fields'],
        { fields: { name: { value: 'shop', source: 'inference', by: 'code' } } },
        { fields: { name: { value: 'shop', source: 'pin', by: 'ada' } } },
      ),
    ),
  ).toEqual([{ label: 'Name, where it is from', before: 'what was found', after: 'a person (ada)' }])
})

it('what nobody gave a label is still readable', () => {
  expect(
    linesOf(row(['retiresOn', 'live'], { live: true }, { live: false, retiresOn: '2027-01-01' })),
  ).toEqual([
    { label: 'Retires on', before: null, after: '1 Jan 2027' },
    { label: 'Seen now', before: 'yes', after: 'no' },
  ])
})

it('a thing says its suppliers, places and identifiers as people do', () => {
  const before = {
    suppliers: ['cohere'],
    groupKey: 'repository:git:github.com/acme/shop',
    identifiers: [{ type: 'arn', value: 'a' }],
    findings: [{ scope: 'git:github.com/acme/shop', key: 'openai' }],
    model: { id: 'gpt-5' },
  }
  const after = {
    suppliers: ['openai'],
    groupKey: 'account:aws:1',
    identifiers: [],
    findings: [],
    model: null,
  }
  expect(linesOf(row(Object.keys(before), before, after))).toEqual([
    { label: 'Suppliers', before: 'cohere', after: 'OpenAI' },
    { label: 'Grouped by', before: 'github.com/acme/shop', after: 'aws:1' },
    { label: 'Identifiers', before: 'arn a', after: null },
    { label: 'Findings', before: 'openai in github.com/acme/shop', after: null },
    { label: 'Model', before: 'gpt-5', after: null },
  ])
})
