import type { SystemField } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import type { RowReading } from '../values/read-row.ts'
import { isSameRow } from './keys.ts'
import type { KnownAnswer, KnownSystem } from './known.ts'
import { type PlanInput, planImport } from './plan.ts'

const squeeze = (name: string): string[] => [name.toLowerCase().replace(/[^a-z0-9]/g, '')]

const row = (number: number, name: string, more: Partial<RowReading> = {}): RowReading => ({
  row: number,
  name,
  id: null,
  repositories: [],
  repositoryNames: [],
  suppliers: [],
  models: [],
  rewritten: [],
  kept: {},
  problems: [],
  ...more,
  fields: { name, ...more.fields },
})

const system = (id: string, name: string, more: Partial<KnownSystem> = {}): KnownSystem => ({
  id,
  name,
  state: 'unregistered',
  groupKey: `repository:git:x/${id}`,
  nameKeys: squeeze(name),
  repositories: [`git:x/${id}`],
  suppliers: [],
  models: [],
  fields: {},
  ...more,
})

const pinned = (fields: Partial<Record<SystemField, string>>): KnownSystem['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]): [string, KnownAnswer] => [
      field,
      { value, isPinned: true, by: 'Ada', at: '2026-11-23T08:00:00.000Z' },
    ]),
  )

async function plan(readings: RowReading[], systems: KnownSystem[], more: Partial<PlanInput> = {}) {
  const { rows } = await planImport({
    readings,
    systems,
    links: new Map(),
    bases: new Map(),
    choices: new Map(),
    nameKeys: squeeze,
    ...more,
  })
  return rows.map(({ shown }) => shown)
}

describe('matching', () => {
  it('gives a system to the row that is surest of it, whatever their order', async () => {
    const rows = await plan(
      [row(2, 'Shop bot'), row(3, 'Till', { repositories: ['git:x/shop'] })],
      [system('shop', 'Shop Bot')],
    )
    expect(rows.map(({ outcome, system: to }) => [outcome, to?.id ?? null])).toEqual([
      ['duplicate', null],
      ['match', 'shop'],
    ])
    expect(rows[0]?.reasons[0]).toContain('Row 3 is the system “Shop Bot” already')
  })

  it('takes supplier, model and owner together for no more than a hint', async () => {
    const known = system('a', 'Letters', {
      suppliers: ['openai', 'OpenAI'],
      models: ['gpt-5'],
      fields: pinned({ businessOwner: 'Ada' }),
    })
    const [one] = await plan(
      [row(2, 'Mail', { suppliers: ['Open AI'], models: ['GPT 5'], fields: { businessOwner: 'ada' } })],
      [known],
    )
    expect(one).toMatchObject({ outcome: 'create', candidates: [{ system: 'a', score: 0.75 }] })
    expect(one?.candidates[0]?.reasons).toHaveLength(3)
    expect(one?.reasons).toEqual([expect.stringContaining('Most like it is “Letters”')])
  })

  it('refuses a choice of a system that another row is, or that is not there', async () => {
    const match = (id: string) => ({ action: { type: 'match' as const, system: id } })
    const rows = await plan([row(2, 'A'), row(3, 'B'), row(4, 'C')], [system('shop', 'Shop')], {
      choices: new Map([
        [2, match('shop')],
        [3, match('shop')],
        [4, match('nowhere')],
      ]),
    })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['match', 'error', 'error'])
    expect(rows[1]?.problems[0]?.message).toContain('which row 2 is already')
  })

  it('says when a repository is another system’s', async () => {
    const rows = await plan(
      [row(2, 'Till', { repositories: ['git:x/shop', 'git:x/new'] })],
      [system('shop', 'Shop'), system('till', 'Till', { groupKey: 'system:till', repositories: [] })],
      { choices: new Map([[2, { action: { type: 'match', system: 'till' } }]]) },
    )
    expect(rows[0]).toMatchObject({ outcome: 'match', repositories: ['git:x/new'] })
    expect(rows[0]?.reasons[1]).toContain('git:x/shop is the system “Shop”')
  })
})

describe('three values of a field', () => {
  const registered = (owner: string) =>
    system('shop', 'Shop', { state: 'registered', fields: pinned({ name: 'Shop', businessOwner: owner }) })
  const outcomeOf = async (sheet: string, then: string | null, now: string) => {
    const [one] = await plan([row(2, 'Shop', { fields: { businessOwner: sheet } })], [registered(now)], {
      bases: then === null ? new Map() : new Map([['shop', { name: 'Shop', businessOwner: then }]]),
    })
    return [one?.outcome, one?.changes.length, one?.conflicts.length]
  }

  it.each([
    ['the same everywhere', 'Ada', 'Ada', 'Ada', ['unchanged', 0, 0]],
    ['changed in the sheet', 'Ben', 'Ada', 'Ada', ['update', 1, 0]],
    ['changed by a person', 'Ada', 'Ada', 'Ben', ['unchanged', 0, 1]],
    ['changed by both', 'Cy', 'Ada', 'Ben', ['unchanged', 0, 1]],
    ['changed by both to the same', 'Ben', 'Ada', 'Ben', ['unchanged', 0, 0]],
    ['a person’s before any import', 'Ben', null, 'Ada', ['unchanged', 0, 1]],
  ] as const)('%s', async (_, sheet, then, now, expected) => {
    expect(await outcomeOf(sheet, then, now)).toEqual(expected)
  })
})

describe('a row of the next sheet', () => {
  it('is the one of the last by its strongest key, and not by a name that another took over', () => {
    expect(isSameRow('id:1', ['id:1', 'name:b'], ['id:1', 'name:a'])).toBe(true)
    expect(isSameRow('name:a', ['id:2', 'name:a'], ['id:1', 'name:a'])).toBe(false)
    expect(isSameRow('name:a', ['repository:r', 'name:a'], ['name:a'])).toBe(true)
  })
})
