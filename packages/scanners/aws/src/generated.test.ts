import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from './classify.ts'
import { AwsConfig } from './config.ts'
import { placeOf } from './scan.ts'
import { aiTasks } from './targets/states.ts'
import { NOW } from './testing/index.ts'

const SAID = 'said-by-aws-and-by-nobody-else'

/** Names that AWS's errors have, and any others. */
const names = fc.oneof(
  fc.constantFrom(
    'AccessDeniedException',
    'com.amazonaws.x#ThrottlingException',
    'ValidationException',
    'UnknownOperationException',
    'ResourceNotFoundException',
    'ExpiredToken',
    'OptInRequired',
    'Error',
    'SyntaxError',
    'TimeoutError',
  ),
  fc.stringMatching(/^[A-Z][A-Za-z]{0,40}(Exception|Error|Fault)?$/),
)
const refusals = fc.record({
  name: names,
  message: fc.string().map((text) => `${text} ${SAID}`),
  status: fc.constantFrom(0, 200, 204, 301, 400, 401, 403, 404, 408, 409, 413, 429, 500, 501, 503, 599),
  code: fc.option(fc.constantFrom('ENOTFOUND', 'ECONNRESET', 'EPROTO', '7'), { nil: undefined }),
  retry: fc.option(
    fc.oneof(fc.string(), fc.constantFrom('7', '-1', '1e400', 'Wed, 21 Oct 2026 07:28:00 GMT')),
    {
      nil: undefined,
    },
  ),
})
type Refused = typeof refusals extends fc.Arbitrary<infer T> ? T : never
const errorOf = ({ name, message, status, code, retry }: Refused) =>
  Object.assign(new Error(message), {
    name,
    ...(code === undefined ? {} : { code }),
    $metadata: { httpStatusCode: status },
    $response: { headers: retry === undefined ? null : { 'retry-after': retry } },
  })

describe('any refusal', () => {
  it('has one meaning, which never repeats what was said', () => {
    fc.assert(
      fc.property(refusals, fc.boolean(), (refusal, isOwn) => {
        const verdict = classify(errorOf(refusal), 'x:List', isOwn)
        expect(JSON.stringify(verdict)).not.toContain(SAID)
        if (verdict.type === 'throttled' && verdict.waitMs !== undefined)
          expect(Number.isFinite(verdict.waitMs) && verdict.waitMs > 0).toBe(true)
        if (verdict.type === 'denied') expect(verdict.permission).not.toBe('')
        if ('reason' in verdict) expect(verdict.reason).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('that is no error at all has one as well', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(classify(thrown, 'x:List').type).toBeTypeOf('string')
      }),
    )
  })

  it('from an endpoint of one’s own never says that something is not there', () => {
    fc.assert(
      fc.property(refusals, (refusal) => {
        const verdict = classify(errorOf(refusal), 'x:List', true)
        // Only these would let a list count as looked at.
        if (verdict.type === 'unsupported') expect(['endpoint', 'no-address']).toContain(verdict.reason)
      }),
      { numRuns: 500 },
    )
  })
})

const account = { id: '111122223333', name: 'a', identity: {} as never }
const place = {
  ...placeOf({ account, region: 'eu-west-1' }, { config: AwsConfig.parse({}), now: () => NOW }),
  tagsOf: () => ({}),
}

/** Definitions as wild as their language lets them be, with words in them that must stay. */
const machines = fc.letrec((tie) => ({
  machine: fc.record({
    States: fc.dictionary(
      fc.string({ maxLength: 8 }),
      fc.oneof({ maxDepth: 4 }, tie('step'), fc.anything()),
      {
        maxKeys: 4,
      },
    ),
  }),
  step: fc.record(
    {
      Type: fc.constantFrom('Task', 'Map', 'Parallel', 'Pass', 7),
      Resource: fc.constantFrom(
        'arn:aws:states:::bedrock:invokeModel',
        'arn:aws:states:::aws-sdk:bedrockruntime:converse',
        'arn:aws:states:::http:invoke',
        'arn:aws:states:::sqs:sendMessage',
        'arn:aws:lambda:eu-west-1:111122223333:function:x',
        null,
      ),
      Parameters: fc.oneof(
        fc.record({
          ModelId: fc.constantFrom('amazon.nova-lite-v1:0', '$.model', '', 7),
          Body: fc.constant(SAID),
        }),
        fc.record({ ApiEndpoint: fc.constantFrom('https://api.openai.com/v1', '$.url', null) }),
        fc.anything(),
      ),
      ItemProcessor: tie('machine'),
      Branches: fc.oneof(fc.array(tie('machine'), { maxLength: 2 }), fc.anything()),
    },
    { requiredKeys: [] },
  ),
}))

describe('any definition of a state machine', () => {
  it('is read without harm, and only for ids', () => {
    fc.assert(
      fc.property(machines.machine, (machine) => {
        let text: string
        try {
          text = JSON.stringify(machine) ?? 'null'
        } catch {
          return // What has a circle in it is no JSON.
        }
        const tasks = aiTasks(place, text)
        expect(JSON.stringify(tasks)).not.toContain(SAID)
        for (const { model } of tasks ?? [])
          expect(model ?? 'amazon.nova-lite-v1:0').toBe('amazon.nova-lite-v1:0')
      }),
      { numRuns: 300 },
    )
  })
})
