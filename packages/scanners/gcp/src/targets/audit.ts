import { names, type Tally } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { modelUse, publisherModel, thing } from '../finding.ts'
import { projectOf } from '../listed.ts'
import { locationOf, numbered, type Place } from '../place.ts'
import { lastOf, optional, text } from '../resource.ts'
import { target } from '../target.ts'

/** The Data Access log is private: the plain permission of logs shows none of it, and says nothing of that. */
const PERMISSION = 'logging.privateLogEntries.list'

const Entry = z.object({
  timestamp: text,
  protoPayload: optional(
    z.object({
      methodName: text,
      resourceName: text,
      authenticationInfo: optional(z.object({ principalEmail: text, principalSubject: text })),
    }),
  ),
})
type Entry = z.infer<typeof Entry>

/** What calls a model, an endpoint or an agent, by the ends of the methods' names. */
const METHODS = 'Predict|GenerateContent|ChatCompletions|CountTokens|QueryReasoningEngine'

const filterOf = (place: Place): string =>
  [
    `logName="${projectOf(place)}/logs/cloudaudit.googleapis.com%2Fdata_access"`,
    'protoPayload.serviceName="aiplatform.googleapis.com"',
    `protoPayload.methodName=~"(${METHODS})$"`,
    `timestamp>="${place.since.toISOString()}"`,
  ].join(' AND ')

interface Calls {
  count: number
  first: string
  last: string
  readonly callers: Set<string>
  readonly methods: Set<string>
}
const MOST_CALLERS = 200

/** Who called which model: what metrics do not tell. Where the log is off there is nothing, and that is said. */
export const vertexCallers = target({
  id: 'vertex-audit-use',
  service: 'logging',
  title: 'Who called models, endpoints and agents of Vertex AI (Cloud Audit Logs, Data Access)',
  kinds: ['usage'],
  operations: [PERMISSION],
  async *list(gcp, place) {
    if (place.auditPages === 0) return
    let seen = 0
    const entries = gcp.list({
      service: 'logging',
      path: '/v2/entries:list',
      key: 'entries',
      permission: PERMISSION,
      question: {
        resourceNames: [projectOf(place)],
        filter: filterOf(place),
        orderBy: 'timestamp desc',
      },
      size: { pageSize: 1000 },
      mostPages: place.auditPages,
      item: Entry,
    })
    for await (const entry of entries) {
      seen++
      yield entry
    }
    if (seen === 0)
      throw new ScopeFailure(
        'not-enabled',
        'no-data-access-log',
        'No Data Access log of Vertex AI is there: it is off by default, or nobody called anything, or only `logging.logEntries.list` is granted, which does not show it.',
      )
  },
  tally: callsBy,
})

function callsBy(place: Place): Tally<Entry> {
  const all = new Map<string, Calls>()
  return {
    add({ timestamp, protoPayload }) {
      const { resourceName, methodName, authenticationInfo } = protoPayload ?? {}
      const day = timestamp?.slice(0, 10)
      if (!resourceName || !day) return
      const key = numbered(place, resourceName)
      const calls = all.get(key) ?? {
        count: 0,
        first: day,
        last: day,
        callers: new Set(),
        methods: new Set(),
      }
      all.set(key, calls)
      calls.count++
      if (day < calls.first) calls.first = day
      if (day > calls.last) calls.last = day
      const caller = authenticationInfo?.principalEmail ?? authenticationInfo?.principalSubject
      if (caller && calls.callers.size < MOST_CALLERS) calls.callers.add(caller)
      if (methodName) calls.methods.add(methodName.split('.').at(-1) ?? methodName)
    },
    *findings(): Generator<Finding> {
      for (const [resource, calls] of [...all].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield callFinding(place, resource, calls)
    },
  }
}

function callFinding(place: Place, resource: string, calls: Calls): Finding {
  const published = publisherModel(resource)
  const location = locationOf(resource) ?? 'global'
  return thing(place, {
    type: 'vertex-audit-use',
    kind: 'usage',
    id: resource,
    name: published?.model ?? lastOf(resource),
    service: 'aiplatform',
    // A publisher's model is nobody's resource: this project's use of it stands for it.
    ...(published
      ? { identifiers: [modelUse(place, location, published.publisher, published.model)], model: resource }
      : { resource }),
    grade: 'used',
    product: 'Vertex AI',
    operation: PERMISSION,
    method: 'audit-log',
    attributes: {
      location,
      publisher: published?.publisher,
      calls: calls.count,
      callers: names([...calls.callers]),
      methods: names([...calls.methods]),
      usageSince: place.since.toISOString().slice(0, 10),
      firstUsedOn: calls.first,
      lastUsedOn: calls.last,
    },
  })
}
