import type { Tally } from '@ai-census/cloud-kit'
import { day, names } from '@ai-census/cloud-kit'
import type { Event } from '@aws-sdk/client-cloudtrail'
import { z } from 'zod'
import type { Aws } from '../aws.ts'
import { modelUseIdentifier, ownUse, thing } from '../finding.ts'
import { isOwnArn, isOwnId, modelIdOf } from '../model-ids.ts'
import type { Place } from '../place.ts'
import { type Target, target } from '../target.ts'

/** What is absent, null or of another form than documented says nothing; it must not cost the rest of the event. */
const text = z.string().optional().catch(undefined)

/** Of an event only these fields are read; it also holds addresses and key ids, which are nobody's business here. */
const CloudTrailEvent = z.object({
  eventSource: text,
  userIdentity: z
    .object({
      type: text,
      arn: text,
      userName: text,
      invokedBy: text,
      sessionContext: z
        .object({ sessionIssuer: z.object({ arn: text }).optional().catch(undefined) })
        .optional()
        .catch(undefined),
      onBehalfOf: z.object({ userId: text }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  requestParameters: z.object({ modelId: text }).optional().catch(undefined),
  errorCode: text,
})
type UserIdentity = z.infer<typeof CloudTrailEvent>['userIdentity']

interface Call {
  readonly model: string
  readonly at: Date
  /** Null where the event does not say who. */
  readonly principal: string | null
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
        const call = callOf(event, EventName)
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

function callOf(
  { CloudTrailEvent: json, EventTime: at, Resources = [] }: Event,
  operation: string,
): Call | null {
  if (!json || !at) return null
  const event = CloudTrailEvent.safeParse(parsed(json))
  if (!event.success || event.data.eventSource !== BEDROCK || event.data.errorCode) return null
  const resource = Resources.find(({ ResourceType }) => ResourceType?.startsWith('AWS::Bedrock::'))
  const model = event.data.requestParameters?.modelId ?? resource?.ResourceName
  return model ? { model, at, principal: principalOf(event.data.userIdentity), operation } : null
}

/** A session is its role: who took it is another question, and a new session each hour. */
const SESSION = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//

function principalOf(identity: UserIdentity): string | null {
  const { sessionContext, arn, onBehalfOf, userName, invokedBy } = identity ?? {}
  const issuer = sessionContext?.sessionIssuer?.arn
  if (issuer) return issuer
  const [, partition, account, role] = SESSION.exec(arn ?? '') ?? []
  if (role) return `arn:${partition}:iam::${account}:role/${role}`
  return (
    arn ??
    (onBehalfOf?.userId ? `identity-center-user/${onBehalfOf.userId}` : (userName ?? invokedBy ?? null))
  )
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
    add({ model: named, at, principal, operation }) {
      // One and the same model is called by its id and by its ARN.
      const model = modelIdOf(named)
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
      if (principal && use.principals.size < MOST_PRINCIPALS) use.principals.add(principal)
    },
    *findings() {
      for (const [model, use] of [...uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const arn = isOwnArn(model)
        const own = arn || isOwnId(model)
        const modelId = modelIdOf(model)
        yield thing(place, {
          type: 'bedrock-callers',
          kind: 'usage',
          id: modelId,
          name: `Callers of ${arn ? (model.split('/').at(-1) ?? model) : modelId}`,
          arn: arn ? model : undefined,
          grade: 'used',
          supplier: 'aws-bedrock',
          product: 'Amazon Bedrock',
          ...(own ? {} : { model: modelId }),
          identifiers: arn ? ownUse(place, model) : [modelUseIdentifier(place, place.region, modelId)],
          operation: 'cloudtrail:LookupEvents',
          method: 'audit-log',
          // Who calls need not be who answers for it.
          claims: [...use.principals]
            .filter((principal) => !principal.includes('/aws-service-role/'))
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
