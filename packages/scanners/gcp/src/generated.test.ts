import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from './classify.ts'
import { Refusal } from './transport.ts'

const SAID = 'said-by-google-and-by-nobody-else'
const type = (name: string) => fc.constant(`type.googleapis.com/google.rpc.${name}`)

/** Google's form of errors, with anything in any place of it. */
const details = fc.array(
  fc.oneof(
    fc.record(
      {
        '@type': type('ErrorInfo'),
        reason: fc.oneof(
          fc.constantFrom(
            'SERVICE_DISABLED',
            'RATE_LIMIT_EXCEEDED',
            'CONSUMER_INVALID',
            'IAM_PERMISSION_DENIED',
          ),
          fc.string(),
          fc.anything(),
        ),
        metadata: fc.oneof(fc.record({ permission: fc.anything() }), fc.anything()),
      },
      { requiredKeys: [] },
    ),
    fc.record({
      '@type': type('RetryInfo'),
      retryDelay: fc.oneof(fc.constantFrom('3s', '0.5s', 'soon', '-4s', '1e999s'), fc.anything()),
    }),
    fc.anything(),
  ),
  { maxLength: 4 },
)
const bodies = fc.oneof(
  fc.record({
    error: fc.record(
      {
        code: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
        message: fc.oneof(
          fc.string().map((text) => `${text} ${SAID}`),
          fc.constant(null),
          fc.integer(),
        ),
        status: fc.oneof(
          fc.constantFrom('PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'NOT_FOUND', 'UNIMPLEMENTED', 'NEW'),
          fc.constant(null),
        ),
        details: fc.oneof(details, fc.anything()),
        errors: fc.oneof(fc.array(fc.record({ reason: fc.string() }), { maxLength: 2 }), fc.anything()),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ error: fc.string(), error_description: fc.constant(SAID) }),
  fc.anything(),
)
const statuses = fc.constantFrom(300, 400, 401, 403, 404, 409, 410, 429, 500, 501, 502, 503, 504)

describe('any refusal', () => {
  it('has one meaning, which never repeats what was said', () => {
    fc.assert(
      fc.property(statuses, bodies, (status, body) => {
        const verdict = classify(new Refusal(status, new Headers(), body), 'x.y.list')
        expect(JSON.stringify(verdict)).not.toContain(SAID)
        if (verdict.type === 'throttled' && verdict.waitMs !== undefined)
          expect(Number.isFinite(verdict.waitMs) && verdict.waitMs >= 0).toBe(true)
        if (verdict.type === 'denied') expect(verdict.permission).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it('is only "gone" or "not here" in Google’s own form', () => {
    fc.assert(
      fc.property(
        statuses,
        fc.oneof(fc.string(), fc.record({ message: fc.string() }), fc.constant(undefined)),
        (status, body) => {
          const verdict = classify(new Refusal(status, new Headers(), body), 'x.y.list')
          expect(['gone', 'unsupported', 'not-enabled']).not.toContain(verdict.type)
        },
      ),
      { numRuns: 300 },
    )
  })
})
