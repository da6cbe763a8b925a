import { expect, it } from 'vitest'
import type { QueueRow } from '#lib/types.ts'
import { movedOf, replacedBy, wantedOf } from './bulk.ts'

const row = (id: string, version = 'v1'): QueueRow => ({
  id,
  version,
  name: id,
  state: 'unregistered',
  groupKey: id,
  groupTitle: id,
  fields: {},
  suppliers: [],
  models: [],
  componentCount: 1,
  grade: null,
  contexts: [],
  flags: [],
  live: true,
  firstSeenAt: null,
  lastSeenAt: null,
})

it('files one decision for each that is selected, about what was seen', () => {
  expect(wantedOf({ kind: 'dismiss', reason: 'a trial' }, [row('a'), row('b', 'v7')])).toEqual([
    { body: { type: 'dismiss', system: 'a', reason: 'a trial' }, ifVersions: { a: 'v1' } },
    { body: { type: 'dismiss', system: 'b', reason: 'a trial' }, ifVersions: { b: 'v7' } },
  ])
})

it('registers each under its own name, with what is said for all and nothing that nobody looked at', () => {
  const owned = {
    ...row('a'),
    fields: { businessOwner: { value: 'Lin', source: 'tag', at: '' } },
  } as QueueRow // only what is read
  const answer = { kind: 'register', fields: { businessOwner: 'Dana' } } as const
  const found = new Map([['a', [{ scope: 'git:x', key: 'k' }]]])
  expect(wantedOf(answer, [owned], found)).toEqual([
    {
      body: {
        type: 'register',
        system: 'a',
        groupKeys: ['a'],
        anchors: [{ scope: 'git:x', key: 'k' }],
        fields: { name: 'a', businessOwner: 'Dana' },
      },
      ifVersions: { a: 'v1' },
    },
  ])
  expect([replacedBy(answer, owned), replacedBy(answer, row('b'))]).toEqual([['Lin'], []])
})

it('tells what changed or left since it was selected', () => {
  const selected = [row('same'), row('changed'), row('left')]
  const moved = movedOf(selected, [row('same'), row('changed', 'v2'), row('new')])
  expect(moved.map(({ row, now }) => [row.id, now?.version])).toEqual([
    ['changed', 'v2'],
    ['left', undefined],
  ])
})
