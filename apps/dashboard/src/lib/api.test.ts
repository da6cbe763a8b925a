import { describe, expect, it } from 'vitest'
import { address, problemOf } from './api.ts'

describe('an address', () => {
  it('has its parameters filled in and escaped', () => {
    expect(address('/api/v1/systems/{id}', { id: 'a/b ?' })).toBe('/api/v1/systems/a%2Fb%20%3F')
  })

  it('leaves out what is empty and keeps one order', () => {
    expect(address('/x', {}, { b: 2, a: 'y', c: undefined, d: '' })).toBe('/x?a=y&b=2')
  })
})

describe('a refusal', () => {
  it('keeps title, detail, request and each fault with its place', async () => {
    const body = {
      type: 'about:blank',
      title: 'Invalid',
      status: 422,
      detail: 'See errors',
      requestId: 'r1',
      errors: [{ place: 'body.fields.name', message: 'Too long' }],
    }
    const error = await problemOf(new Response(JSON.stringify(body), { status: 422 }))
    expect(error).toMatchObject({ status: 422, title: 'Invalid', message: 'See errors', requestId: 'r1' })
    expect(error.faults).toEqual([{ place: 'body.fields.name', message: 'Too long' }])
  })

  it.each(['<html>Bad gateway</html>', '', 'null', '[]'])(
    'is a plain sentence where the answer is %j',
    async (body) => {
      const error = await problemOf(new Response(body, { status: 502 }))
      expect(error.message).toBe('The collector answered 502')
      expect(error.faults).toEqual([])
    },
  )
})
