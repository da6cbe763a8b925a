import { expect, it } from 'vitest'
import { lineOf, withNames } from './history.ts'

const row = (type: string, id: string, name: string, event: string) => ({
  at: '2026-11-23T08:00:00.000Z',
  subject: { type, id, name },
  event,
  detail: '',
})

it('leads from a line to the page of what it speaks of', () => {
  expect(lineOf(row('system', 'sys/1', 'Shop', 'appeared'))).toMatchObject({
    name: 'Shop',
    href: '/systems/sys%2F1',
  })
  expect(lineOf(row('supplier', 'openai', 'OpenAI', 'reviewed')).href).toBe('/suppliers/openai')
  expect(lineOf(row('component', 'c1', 'gpt-4o', 'missing')).href).toBe('/components/c1')
  expect(lineOf(row('relationship', 'r1', 'calls', 'gone')).href).toBeUndefined()
})

it('leads from a flag to what it was raised on, and calls it by its word', () => {
  expect(lineOf(row('flag', 'system sys_1 exposed-key', 'exposed-key', 'flagged'))).toEqual({
    what: 'flagged',
    tone: 'warn',
    name: 'Exposed key',
    href: '/systems/sys_1',
  })
})

it('prints events and flags that it does not know as they are', () => {
  expect(lineOf(row('flag', 'odd', 'new-flag', 'pondered'))).toMatchObject({
    name: 'new-flag',
    tone: 'quiet',
    href: undefined,
  })
})

it('says on what a flag was raised, where that has a name', () => {
  const raised = row('flag', 'system sys_1 exposed-key', 'exposed-key', 'flagged')
  const nameOf = (type: string, id: string) => (type === 'system' && id === 'sys_1' ? 'Shop' : undefined)
  expect(lineOf(raised, nameOf).name).toBe('Shop: exposed key')
})

it('names systems where a text has their ids', () => {
  const id = `sys_${'0a'.repeat(12)}`
  expect(withNames(`It was part of ${id}.`, () => 'Shop')).toBe('It was part of Shop.')
  expect(withNames(`It was part of ${id}.`, () => undefined)).toBe('It was part of another system.')
})
