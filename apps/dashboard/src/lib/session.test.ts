import { describe, expect, it } from 'vitest'
import { canAdminister, canAudit, canDecide, codeOfFragment, refusalOf, safeReturn } from './session.ts'

describe('the sign-in link', () => {
  it('carries its code in the fragment', () => {
    expect(codeOfFragment('#code=abc-DEF_123')).toBe('abc-DEF_123')
    expect(codeOfFragment('#')).toBeUndefined()
    expect(codeOfFragment('#code=')).toBeUndefined()
  })

  it('leads back to a page of this site only', () => {
    expect(safeReturn('/systems?state=registered')).toBe('/systems?state=registered')
    for (const bad of [
      null,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/sign-in?next=/sign-in',
    ])
      expect(safeReturn(bad)).toBe('/')
  })
})

it('offers to each role what the server lets it do', () => {
  expect([canDecide('auditor'), canDecide('governance')]).toEqual([false, true])
  expect([canAudit('viewer'), canAudit('auditor')]).toEqual([false, true])
  expect([canAdminister('governance'), canAdminister('admin')]).toEqual([false, true])
})

it('tells why a sign-in by the organisation failed, and nothing for a reason that somebody made up', () => {
  expect(refusalOf('stale')?.title).toContain('too old')
  for (const made of [null, '', 'toString', '<b>call this number</b>']) expect(refusalOf(made)).toBeNull()
})
