import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArmRefusal, classify } from './classify.ts'
import { otherVersion, versionsIn } from './versions.ts'

const SAID = 'said-by-azure-and-by-nobody-else'
const statuses = fc.constantFrom(200, 302, 400, 401, 403, 404, 408, 409, 410, 429, 500, 501, 502, 503)
const codes = fc.oneof(
  fc.constantFrom(
    'AuthorizationFailed',
    'PermissionDenied',
    'InvalidResourceType',
    'NoRegisteredProviderFound',
    'SubscriptionNotFound',
    'ResourceNotFound',
    '__proto__',
    'constructor',
    '',
  ),
  fc.stringMatching(/^[\w.-]{0,40}$/),
)
const waits = fc.oneof(
  fc.string(),
  fc.constantFrom('5', '0', '-5', 'NaN', '1e400', '00:00:09', 'Wed, 21 Oct 2026 07:28:00 GMT'),
)
const headers = fc
  .record(
    {
      'retry-after': waits,
      'x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after': waits,
      'x-ms-user-quota-resets-after': waits,
    },
    { requiredKeys: [] },
  )
  .map((all) => {
    const said = new Headers()
    for (const [name, value] of Object.entries(all)) if (/^[\x20-\x7e]*$/.test(value)) said.set(name, value)
    return said
  })

describe('any refusal', () => {
  it('has one meaning, which never repeats what was said', () => {
    fc.assert(
      fc.property(statuses, codes, fc.string(), headers, (status, code, words, said) => {
        const refusal = new ArmRefusal(status, code, `${words} ${SAID}`, said)
        const verdict = classify(refusal, 'Microsoft.X/y/read')
        expect(JSON.stringify(verdict)).not.toContain(SAID)
        if (verdict.type === 'throttled' && verdict.waitMs !== undefined)
          expect(Number.isFinite(verdict.waitMs) && verdict.waitMs > 0).toBe(true)
        if (verdict.type === 'denied') expect(verdict.permission).not.toBe('')
        if ('reason' in verdict) expect(verdict.reason).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it('that is no error of Azure’s never says that something is gone or not there', () => {
    fc.assert(
      fc.property(statuses, fc.string(), (status, words) => {
        const verdict = classify(new ArmRefusal(status, '', words, new Headers()), 'Microsoft.X/y/read')
        expect(['gone', 'unsupported', 'not-enabled']).not.toContain(verdict.type)
      }),
    )
  })
})

describe('versions that a cloud says it has', () => {
  const version = fc
    .tuple(
      fc.integer({ min: 2015, max: 2031 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('', '-preview', '-beta'),
    )
    .map(([year, month, end]) => `${year}-${String(month).padStart(2, '0')}-01${end}`)
  const words = (all: readonly string[]) =>
    `x. The supported api-versions are '${all.join(', ')}'. The supported`

  it('are one of them, never the one that was refused, and older than ours where any is', () => {
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), version, (all, ours) => {
        const chosen = otherVersion(words(all), ours)
        const others = all.filter((one) => one !== ours)
        if (others.length === 0) expect(chosen).toBeNull()
        else expect(others).toContain(chosen)
        if (others.some((one) => one < ours)) expect((chosen ?? '') < ours).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('are none in any other words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of versionsIn(text)) expect(one).toMatch(/^\d{4}-\d{2}-\d{2}/)
      }),
    )
  })
})
