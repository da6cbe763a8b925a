import type { Tally } from '@ai-census/cloud-kit'
import { day, names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import type { Aws } from '../aws.ts'
import { modelUseIdentifier, thing } from '../finding.ts'
import { isOwnArn, modelIdOf } from '../model-ids.ts'
import type { Place } from '../place.ts'
import { type Target, target } from '../target.ts'

/** Of an event only these fields are read; it also holds addresses and key ids, which are nobody's business here. */
const CloudTrailEvent = z.object({
  eventSource: z.string().optional(),
  userIdentity: z
    .object({
      type: z.string().optional(),
      arn: z.string().optional(),
      invokedBy: z.string().optional(),
      sessionContext: z
        .object({ sessionIssuer: z.object({ arn: z.string().optional() }).optional() })
        .optional(),
    })
    .optional(),
  requestParameters: z.object({ modelId: z.string().optional() }).nullish(),
  errorCode: z.string().optional(),
})

interface Call {
  readonly model: string
  readonly at: Date
  readonly principal: string
  readonly operation: string
}

/** Management events of Bedrock; calls of agents and knowledge bases are data events, which no look-up has. */
const EVENTS = ['InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream'] as const
const BEDROCK = 'bedrock.amazonaws.com'
const EVENTS_A_PAGE = 50
const MOST_PRINCIPALS = 500

/** Who called which model: the principal leads to an owner. At most `pages` pages of each operation, newest first. */
export const modelCallers = (pages: number): Target =>
  target({
    id: 'bedrock-callers',
    service: 'cloudtrail',
    title: 'Who called models through Bedrock (CloudTrail)',
    kinds: ['usage'],
    operations: ['cloudtrail:LookupEvents'],
    list: (aws, place) => calls(aws, place, pages),
    tally: callTally,
  })

async function* calls(aws: Aws, place: Place, most: number): AsyncGenerator<Call> {
  for (const EventName of EVENTS) {
    let read = 0
    const all = aws.pages('cloudtrail', 'LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: EventName }],
      StartTime: place.since,
      EndTime: place.now,
      MaxResults: EVENTS_A_PAGE,
    })
    for await (const { Events = [], NextToken } of all) {
      for (const event of Events) {
        const call = callOf(event.CloudTrailEvent, event.EventTime, EventName)
        if (call) yield call
      }
      read++
      if (read < most || !NextToken) continue
      aws.cut(
        `cloudtrail:LookupEvents ${EventName}`,
        `The newest ${read * EVENTS_A_PAGE} events were read; older ones may name others.`,
      )
      break
    }
  }
}

function callOf(json: string | undefined, at: Date | undefined, operation: string): Call | null {
  if (!json || !at) return null
  const event = CloudTrailEvent.safeParse(parsed(json))
  if (!event.success || event.data.eventSource !== BEDROCK || event.data.errorCode) return null
  const { userIdentity, requestParameters } = event.data
  const principal =
    userIdentity?.sessionContext?.sessionIssuer?.arn ?? userIdentity?.arn ?? userIdentity?.invokedBy
  if (!principal || !requestParameters?.modelId) return null
  return { model: requestParameters.modelId, at, principal, operation }
}

/** An event that is no JSON says nothing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

interface Use {
  calls: number
  first: number
  last: number
  readonly principals: Set<string>
  readonly operations: Set<string>
}

function callTally(place: Place): Tally<Call> {
  const uses = new Map<string, Use>()
  return {
    add({ model, at, principal, operation }) {
      const time = at.getTime()
      const use = uses.get(model) ?? {
        calls: 0,
        first: time,
        last: time,
        principals: new Set(),
        operations: new Set(),
      }
      uses.set(model, use)
      use.calls++
      use.first = Math.min(use.first, time)
      use.last = Math.max(use.last, time)
      use.operations.add(operation)
      if (use.principals.size < MOST_PRINCIPALS) use.principals.add(principal)
    },
    *findings() {
      for (const [model, use] of [...uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const own = isOwnArn(model)
        const modelId = modelIdOf(model)
        yield thing(place, {
          type: 'bedrock-callers',
          kind: 'usage',
          id: modelId,
          name: `Callers of ${own ? (model.split('/').at(-1) ?? model) : modelId}`,
          arn: own ? model : undefined,
          grade: 'used',
          supplier: 'aws-bedrock',
          product: 'Amazon Bedrock',
          ...(own ? {} : { model: modelId }),
          identifiers: own ? [] : [modelUseIdentifier(place, place.region, modelId)],
          operation: 'cloudtrail:LookupEvents',
          method: 'audit-log',
          // Who calls need not be who answers for it.
          claims: [...use.principals]
            .sort()
            .slice(0, 1)
            .map((value) => ({ field: 'technical-owner', value: value.slice(0, 1024), source: 'inference' })),
          attributes: {
            callsSeen: use.calls,
            principals: names([...use.principals]),
            callOperations: names([...use.operations]),
            usageSince: day(place.since),
            firstCalledOn: day(new Date(use.first)),
            lastCalledOn: day(new Date(use.last)),
          },
        })
      }
    },
  }
}
