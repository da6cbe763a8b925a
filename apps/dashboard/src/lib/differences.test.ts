import { expect, it } from 'vitest'
import { linesOf } from './differences.ts'
import type { DifferenceRow } from './types.ts'

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
    { label: 'State', before: 'unregistered', after: 'registered' },
  ])
})

it('of a list it shows what left and what came', () => {
  expect(
    linesOf(row(['flags'], { flags: ['unregistered', 'unowned'] }, { flags: ['unowned', 'unrated'] })),
  ).toEqual([{ label: 'Flags', before: 'unregistered', after: 'unrated' }])
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
  ).toEqual([{ label: 'Name, where it is from', before: 'inference, code', after: 'pin, ada' }])
})

it('what nobody gave a label is still readable', () => {
  expect(
    linesOf(row(['retiresOn', 'live'], { live: true }, { live: false, retiresOn: '2027-01-01' })),
  ).toEqual([
    { label: 'Retires on', before: null, after: '2027-01-01' },
    { label: 'Seen now', before: 'yes', after: 'no' },
  ])
})
