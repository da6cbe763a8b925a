import { describe, expect, it } from 'vitest'
import { settingsFor } from '../../testing/identity-provider.ts'
import { type Claims, identityOf, roleOf } from './claims.ts'

const settings = settingsFor('https://login.acme.example')
const claims = (more: Record<string, unknown>): Claims => ({ iss: settings.issuer, sub: 's-1', ...more })

describe('the role of a person', () => {
  it.each([
    ['the highest of several groups', { groups: ['everyone', 'census-admins'] }, 'admin'],
    ['of a single group that is no list', { groups: 'ai-governance' }, 'governance'],
    ['none without a known group', { groups: ['cooks'] }, null],
    ['none without the claim', {}, null],
    ['none from what is no text', { groups: [{ name: 'census-admins' }, 7, null] }, null],
    ['none from a name that only objects have', { groups: ['constructor', '__proto__'] }, null],
  ])('is %s', (_, more, role) => {
    expect(roleOf(settings, claims(more))).toBe(role)
  })

  it('stands in a claim whose name is an address, or a path', () => {
    const named = (roleClaim: string) => ({ ...settings, roleClaim })
    const address = claims({ 'https://acme.example/roles': ['everyone'] })
    expect(roleOf(named('https://acme.example/roles'), address)).toBe('viewer')
    const nested = claims({ realm_access: { roles: ['everyone'] } })
    expect(roleOf(named('realm_access.roles'), nested)).toBe('viewer')
    expect(roleOf(named('realm_access.none.roles'), nested)).toBeNull()
  })
})

describe('the name of a person', () => {
  it.each([
    [
      'the verified address',
      { email: 'M@Acme.example', email_verified: true, name: 'Maria' },
      'm@acme.example',
    ],
    ['not an address that nobody verified', { email: 'm@acme.example', name: 'Maria' }, 'Maria'],
    ['what the person is called there', { preferred_username: 'maria.k', name: 'Maria' }, 'maria.k'],
    ['the subject where nothing else is known', { name: ' ' }, 's-1'],
  ])('is %s', (_, more, label) => {
    expect(identityOf(claims(more)).label).toBe(label)
  })
})
