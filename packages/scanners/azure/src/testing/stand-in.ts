import {
  type ReceivedRequest,
  type Reply,
  type Script,
  type StandIn,
  startStandIn,
} from '@ai-census/scanner-kit/testing'

/** The resources of lists by their path in lower case, or a whole answer that is no list. */
export type Estate = Readonly<Record<string, readonly object[] | object>>

export interface ArmCall {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  readonly authorization: string | undefined
}

export interface ArmStandInOptions {
  readonly estate: Estate
  /** Resources a page; default all on one. */
  readonly pageSize?: number
  /** Each list begins with a page that is empty and has a next one. */
  readonly emptyPageFirst?: boolean
  /** The host that next links name, where it is not the stand-in's own. */
  readonly linkHost?: string
  /** Instead of an answer. */
  fault?(call: ArmCall, count: number): Reply | null
}

/** `{ "error": { "code", "message" } }`, as Resource Manager refuses. */
export const refusal = (status: number, code: string, message = code, headers = {}): Reply => ({
  status,
  headers,
  json: { error: { code, message } },
})

export const notAuthorised = (action: string): Reply =>
  refusal(
    403,
    'AuthorizationFailed',
    `The client 'census' with object id '0' does not have authorization to perform action '${action}' over scope '/subscriptions/x' or the scope is invalid.`,
  )

export interface ArmStandIn extends AsyncDisposable {
  readonly url: string
  readonly calls: readonly ArmCall[]
}

const MOST_SEGMENTS = 20

/** Resource Manager on loopback. A list that the estate does not have is empty; what it has below its paths is found. */
export async function startArmStandIn(options: ArmStandInOptions): Promise<ArmStandIn> {
  const calls: ArmCall[] = []
  const counts = new Map<string, number>()
  let server: StandIn | undefined
  const script: Script = (request) => {
    const call = callOf(request)
    calls.push(call)
    const count = (counts.get(call.path) ?? 0) + 1
    counts.set(call.path, count)
    return options.fault?.(call, count) ?? answer(call, options, server?.url ?? '')
  }
  const routes: Record<string, Script> = {}
  for (let length = 1; length <= MOST_SEGMENTS; length++) {
    const pattern = Array.from({ length }, (_, i) => `/:p${i}`).join('')
    routes[`GET ${pattern}`] = script
    routes[`POST ${pattern}`] = script
  }
  server = await startStandIn(routes)
  const { url } = server
  const close = () => server?.close() ?? Promise.resolve()
  return { url, calls, [Symbol.asyncDispose]: close }
}

const callOf = ({ method, path, query, body, headers }: ReceivedRequest): ArmCall => ({
  method,
  path: decodeURI(path).toLowerCase(),
  query,
  body,
  authorization: headers.authorization,
})

function answer(call: ArmCall, options: ArmStandInOptions, url: string): Reply {
  if (!call.query.get('api-version')) return refusal(400, 'MissingApiVersionParameter')
  const found = options.estate[call.path]
  if (found && !Array.isArray(found)) return { json: found }
  const items = found ?? []
  if (call.path.startsWith('/api/projects/')) return { json: agentsPage(call, items, options) }
  if (call.path.endsWith('/microsoft.resourcegraph/resources'))
    return { json: graphPage(call, items, options) }
  return { json: page(call, items, options, url) }
}

/** A part of a list from here on; an empty one first, where that is asked for. */
function part(
  items: readonly object[],
  from: number | null,
  { pageSize, emptyPageFirst }: ArmStandInOptions,
) {
  const isEmpty = Boolean(emptyPageFirst) && from === null
  const start = from ?? 0
  const next = isEmpty ? 0 : start + (pageSize ?? Math.max(1, items.length))
  return { items: isEmpty ? [] : items.slice(start, next), next, hasMore: isEmpty || next < items.length }
}

/** What an account answers itself: in the form of OpenAI's API, going on after the last one. */
function agentsPage({ query }: ArmCall, all: readonly object[], options: ArmStandInOptions): object {
  const after = query.get('after')
  const { items, next, hasMore } = part(all, after === null ? null : Number(after), options)
  return { object: 'list', data: items, has_more: hasMore, last_id: String(next) }
}

function graphPage({ body }: ArmCall, all: readonly object[], options: ArmStandInOptions): object {
  const token = /"\$skipToken":"(\d+)"/.exec(body)?.[1]
  const { items, next, hasMore } = part(all, token === undefined ? null : Number(token), options)
  return {
    totalRecords: all.length,
    count: items.length,
    data: items,
    facets: [],
    resultTruncated: hasMore ? 'true' : 'false',
    ...(hasMore ? { $skipToken: String(next) } : {}),
  }
}

function page(
  { path, query }: ArmCall,
  items: readonly object[],
  options: ArmStandInOptions,
  url: string,
): object {
  const token = query.get('$skiptoken')
  const { items: value, next, hasMore } = part(items, token === null ? null : Number(token), options)
  const asked = new URLSearchParams(query)
  asked.set('$skiptoken', String(next))
  return {
    value,
    ...(hasMore ? { nextLink: `${options.linkHost ?? url}${path}?${asked}` } : {}),
  }
}
