import { expect, it } from 'vitest'
import { matching, peopleOf } from './people.ts'

const people = peopleOf({
  me: 'ada@acme.example',
  system: {
    fields: {
      technicalOwner: {
        value: 'Platform team',
        source: 'codeowners',
        by: 'git:x',
        at: '2026-11-26T10:00:00Z',
      },
    },
  },
  users: [
    { name: 'Ada@Acme.example', role: 'admin' },
    { name: 'ben@acme.example', role: 'governance' },
  ],
  decisions: [
    { author: 'ada@acme.example', body: { type: 'assign', system: 's', assignee: 'Cleo' } },
    {
      author: 'ada@acme.example',
      body: {
        type: 'set-fields',
        system: 't',
        fields: { businessOwner: 'Maria', technicalOwner: 'Cleo' },
      },
    },
  ],
})

it('knows each person once, oneself first', () => {
  expect(people.map(({ name }) => name)).toEqual([
    'ada@acme.example',
    'Platform team',
    'ben@acme.example',
    'Cleo',
    'Maria',
  ])
})

it('finds people by parts of their names in any order', () => {
  expect(matching(people, 'acme ben').map(({ name }) => name)).toEqual(['ben@acme.example'])
  expect(matching(people, '')).toHaveLength(5)
})
