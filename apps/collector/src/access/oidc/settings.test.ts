import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOperatorError } from '@ai-census/db'
import { describe, expect, it } from 'vitest'
import { OidcEnv, oidcSettings } from './settings.ts'

const ISSUER = { AI_CENSUS_OIDC_ISSUER: 'https://login.acme.example', AI_CENSUS_OIDC_CLIENT_ID: 'census' }
const read = (env: Record<string, string>) => oidcSettings(OidcEnv.parse(env))

function refusalOf(env: Record<string, string>): string {
  try {
    read({ ...ISSUER, ...env })
  } catch (error) {
    if (isOperatorError(error)) return error.message
    throw error
  }
  return ''
}

describe('the environment’s identity provider', () => {
  it('is none when nothing is said', () => {
    expect(read({})).toBeNull()
  })

  it('needs no more than an issuer and a client', () => {
    expect(read(ISSUER)).toMatchObject({
      clientSecret: null,
      scopes: 'openid email profile',
      name: 'login.acme.example',
      roles: null,
      defaultRole: null,
      emailDomains: null,
    })
  })

  it('maps values of a claim to roles, whatever characters they have', () => {
    const env = { ...ISSUER, AI_CENSUS_OIDC_ROLES: '{"CN=ai,OU=groups":"admin","staff":"viewer"}' }
    expect(read(env)?.roles).toEqual(
      new Map([
        ['CN=ai,OU=groups', 'admin'],
        ['staff', 'viewer'],
      ]),
    )
  })

  it('asks for openid even where it was left out, and takes domains as people write them', () => {
    const env = {
      AI_CENSUS_OIDC_SCOPES: 'email, groups',
      AI_CENSUS_OIDC_EMAIL_DOMAINS: '@Acme.example, acme.test',
    }
    expect(read({ ...ISSUER, ...env })).toMatchObject({
      scopes: 'openid email groups',
      emailDomains: new Set(['acme.example', 'acme.test']),
    })
  })

  it('reads the client’s secret from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-census-oidc-'))
    const file = join(folder, 'secret')
    writeFileSync(file, 'from-a-file\n')
    expect(read({ ...ISSUER, AI_CENSUS_OIDC_CLIENT_SECRET_FILE: file })?.clientSecret).toBe('from-a-file')
    writeFileSync(file, '\n')
    expect(refusalOf({ AI_CENSUS_OIDC_CLIENT_SECRET_FILE: file })).toContain('empty')
    rmSync(folder, { recursive: true })
  })

  it.each([
    [{ AI_CENSUS_OIDC_ISSUER: 'http://login.acme.example' }, 'https://'],
    [{ AI_CENSUS_OIDC_CLIENT_ID: '' }, 'go together'],
    [{ AI_CENSUS_OIDC_ROLES: '{"staff":"king"}' }, 'viewer, auditor, governance, admin'],
    [{ AI_CENSUS_OIDC_ROLES: 'staff=viewer' }, 'JSON'],
    [{ AI_CENSUS_OIDC_CLIENT_SECRET_FILE: '/nowhere/at/all' }, 'cannot be read'],
    [{ AI_CENSUS_OIDC_CLIENT_SECRET_FILE: '/x', AI_CENSUS_OIDC_CLIENT_SECRET: 'hush' }, 'not both'],
  ])('is refused with a reason: %j', (env, reason) => {
    expect(refusalOf(env)).toContain(reason)
    expect(refusalOf(env)).not.toContain('hush')
  })
})
