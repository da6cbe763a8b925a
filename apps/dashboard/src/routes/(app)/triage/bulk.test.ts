import { expect, it } from 'vitest'
import type { QueueRow } from '#lib/types.ts'
import { movedOf, wantedOf } from './bulk.ts'

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

it('tells what changed or left since it was selected', () => {
  const selected = [row('same'), row('changed'), row('left')]
  const moved = movedOf(selected, [row('same'), row('changed', 'v2'), row('new')])
  expect(moved.map(({ row, now }) => [row.id, now?.version])).toEqual([
    ['changed', 'v2'],
    ['left', undefined],
  ])
})
