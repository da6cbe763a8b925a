import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import { factsOf, finding, raised, report, repository, systemOfRepository } from '../testing/build.ts'

const shop = systemOfRepository('shop')
const inFile = finding({
  key: 'key:openai:1',
  kind: 'credential',
  name: 'OpenAI project key',
  identifiers: [{ type: 'key-fingerprint', value: 'f1' }],
  evidence: [
    {
      method: 'key',
      rule: 'openai/project-key',
      strength: 'strong',
      location: { path: '.env', startLine: 3 },
    },
  ],
})

describe('the flag exposed-key', () => {
  it('names the file and the line', () => {
    const flag = raised(reconcile(factsOf([report(repository('shop'), [inFile])])), 'exposed-key')[shop]
    expect(flag?.reason).toBe('1 key in files: OpenAI project key at acme/shop .env:3.')
  })

  it('does not stand on a key that only its provider lists', () => {
    const location = { api: 'openai', operation: 'ListProjectApiKeys', resource: 'key_1' }
    const listed = { ...inFile, evidence: [{ ...inFile.evidence[0]!, method: 'api' as const, location }] }
    expect(raised(reconcile(factsOf([report(repository('shop'), [listed])])), 'exposed-key')).toEqual({})
  })

  it('stands on a dismissed system too, and goes when the key does', () => {
    const dismiss = { type: 'dismiss' as const, system: shop, reason: 'a demo' }
    const looks = [report(repository('shop'), [inFile])]
    expect(raised(reconcile(factsOf(looks, [dismiss])), 'exposed-key')).toHaveProperty([shop])
    expect(raised(reconcile(factsOf([...looks, report(repository('shop'), [])])), 'exposed-key')).toEqual({})
  })
})
