import {
  type ReceivedRequest,
  type Reply,
  type Script,
  type StandIn,
  startStandIn,
} from '@ai-census/scanner-kit/testing'

/** Objects as the provider sends them; the stand-in looks only at ids, times and groups. */
export type StandInObject = Record<string, unknown> & { id: string }

/** A row of a usage or cost report, with the day that it belongs to. */
export type StandInRow = Record<string, unknown> & {
  /** Midnight UTC, Unix seconds. */
  start_time: number
}

/** An OpenAI organisation, as far as its admin API tells of it. Records are by project id. */
export interface StandInData {
  /** The one key that is let in. */
  adminKey: string
  /** The organisation's id. The API never says it; the scanner's setting `organization` does. */
  organization: string
  projects: StandInObject[]
  apiKeys: Record<string, StandInObject[]>
  serviceAccounts: Record<string, StandInObject[]>
  users: Record<string, StandInObject[]>
  modelPermissions: Record<string, object>
  dataRetention: Record<string, object>
  organizationDataRetention: object | null
  adminApiKeys: StandInObject[]
  /** By service: `completions`, `embeddings`, … */
  usage: Record<string, StandInRow[]>
  costs: StandInRow[]
}

export interface OpenAiStandInOptions {
  data: StandInData
  /** Objects or buckets a page at the most, whatever the request allows. */
  pageSize?: number
  /**
   * What goes wrong: the reply instead of the answer, or null for the answer. `call` counts the requests to
   * this path from 0.
   */
  failure?: (request: ReceivedRequest, call: number) => Reply | null
}

/** The provider's refusals, in its own form. */
export const refusals = {
  /** A key that is no key. */
  unauthorized: (): Reply => ({
    status: 401,
    json: {
      error: {
        message: 'Incorrect API key provided.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_api_key',
      },
    },
  }),
  /** A key without the scope; on these paths the provider sends a bare sentence. */
  forbidden: (scope: string): Reply => ({
    status: 403,
    json: {
      error: `You have insufficient permissions for this operation. Missing scopes: ${scope}.`,
    },
  }),
  rateLimited: (seconds: number): Reply => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    json: {
      error: { message: 'Rate limit reached.', type: 'requests', param: null, code: 'rate_limit_exceeded' },
    },
  }),
  serverError: (): Reply => ({
    status: 500,
    json: { error: { message: 'The server had an error.', type: 'server_error', param: null, code: null } },
  }),
  malformed: (): Reply => ({ text: '<html>Bad gateway</html>', headers: { 'content-type': 'text/html' } }),
  notFound: (): Reply => ({
    status: 404,
    json: { error: { message: 'Not found.', type: 'invalid_request_error', param: null, code: null } },
  }),
}

export interface OpenAiStandIn extends StandIn {
  readonly adminKey: string
  readonly organization: string
  /** Without /v1, as the scanner's setting wants it. */
  readonly endpoint: string
  /** The scanner's settings for this organisation. */
  readonly config: { adminKey: string; organization: string; endpoint: string; allowInsecure: true }
}

/** OpenAI's admin API on loopback, over one organisation's data. */
export async function startOpenAiStandIn(options: OpenAiStandInOptions): Promise<OpenAiStandIn> {
  const { adminKey, organization } = options.data
  const standIn = await startStandIn(routesOf(options))
  const endpoint = standIn.url
  const config = { adminKey, organization, endpoint, allowInsecure: true } as const
  return { ...standIn, adminKey, organization, endpoint, config }
}

function routesOf({ data, ...options }: OpenAiStandInOptions): Record<string, Script> {
  const calls = new Map<string, number>()
  const guarded = (answer: (request: ReceivedRequest) => Reply) => (request: ReceivedRequest) => {
    if (request.headers.authorization !== `Bearer ${data.adminKey}`) return refusals.unauthorized()
    const call = calls.get(request.path) ?? 0
    calls.set(request.path, call + 1)
    return options.failure?.(request, call) ?? answer(request)
  }
  const list = (find: (request: ReceivedRequest) => StandInObject[] | undefined) =>
    guarded((request) => listReply(find(request), request, options.pageSize))
  const one = (find: (request: ReceivedRequest) => object | null | undefined) =>
    guarded((request) => {
      const found = find(request)
      return found ? { json: found } : refusals.notFound()
    })
  /** Lists below a project exist only with the project; an empty one needs no entry. */
  const below = (lists: Record<string, StandInObject[]>) =>
    list(({ parameters: { project = '' } }) =>
      data.projects.some(({ id }) => id === project) ? (lists[project] ?? []) : undefined,
    )
  const root = 'GET /v1/organization'
  return {
    [`${root}/projects`]: list(({ query }) =>
      query.get('include_archived') === 'true'
        ? data.projects
        : data.projects.filter(({ status }) => status !== 'archived'),
    ),
    [`${root}/projects/:project`]: one(({ parameters }) =>
      data.projects.find(({ id }) => id === parameters.project),
    ),
    [`${root}/projects/:project/api_keys`]: list(({ parameters: { project = '' }, query }) => {
      const keys = data.apiKeys[project] ?? []
      const access = query.get('owner_project_access') ?? 'active'
      return access === 'any' ? keys : keys.filter((key) => key.owner_project_access === access)
    }),
    [`${root}/projects/:project/service_accounts`]: below(data.serviceAccounts),
    [`${root}/projects/:project/users`]: below(data.users),
    [`${root}/projects/:project/model_permissions`]: one(
      ({ parameters: { project = '' } }) => data.modelPermissions[project],
    ),
    [`${root}/projects/:project/data_retention`]: one(
      ({ parameters: { project = '' } }) =>
        data.dataRetention[project] ?? { object: 'project.data_retention', type: 'organization_default' },
    ),
    [`${root}/data_retention`]: one(() => data.organizationDataRetention),
    [`${root}/admin_api_keys`]: list(() => data.adminApiKeys),
    [`${root}/usage/:service`]: guarded((request) =>
      reportReply(data.usage[request.parameters.service ?? ''] ?? [], request, options.pageSize),
    ),
    [`${root}/costs`]: guarded((request) => reportReply(data.costs, request, options.pageSize)),
  }
}

function listReply(all: StandInObject[] | undefined, { query }: ReceivedRequest, pageSize = 100): Reply {
  if (!all) return refusals.notFound()
  const limit = Number(query.get('limit') ?? 20)
  if (!(limit >= 1 && limit <= 100)) return badRequest('limit must be between 1 and 100')
  const after = query.get('after')
  const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0
  if (after && start === 0) return badRequest('after is not an id of this list')
  const data = all.slice(start, start + Math.min(limit, pageSize))
  return {
    json: {
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: start + data.length < all.length,
    },
  }
}

const DAY = 86_400

/** Buckets of one day from `start_time` to the newest row, empty days too. */
function reportReply(rows: StandInRow[], { query }: ReceivedRequest, pageSize = 180): Reply {
  const from = Number(query.get('start_time'))
  if (!query.has('start_time')) return badRequest('start_time is required')
  const newest = rows.reduce((last, { start_time }) => Math.max(last, start_time), from)
  const page = Number(query.get('page')?.replace(/^page_/, '') ?? 0)
  const size = Math.min(Number(query.get('limit') ?? 7), pageSize)
  const days = Array.from({ length: Math.floor((newest - from) / DAY) + 1 }, (_, at) => from + at * DAY)
  const data = days.slice(page, page + size).map((start) => ({
    object: 'bucket',
    start_time: start,
    end_time: start + DAY,
    results: rows.filter((row) => row.start_time === start).map((row) => grouped(row, query)),
  }))
  const more = page + size < days.length
  return { json: { object: 'page', data, has_more: more, next_page: more ? `page_${page + size}` : null } }
}

/** What was not asked to be grouped by is null. The rows are not added up: nobody here needs it. */
function grouped({ start_time: _, ...row }: StandInRow, query: URLSearchParams): Record<string, unknown> {
  const groups = query.getAll('group_by')
  const entries = Object.entries(row).map(([name, value]) =>
    GROUPS.includes(name) && !groups.includes(name) ? [name, null] : [name, value],
  )
  return Object.fromEntries(entries)
}

const GROUPS = ['project_id', 'user_id', 'api_key_id', 'model', 'line_item']

const badRequest = (message: string): Reply => ({
  status: 400,
  json: { error: { message, type: 'invalid_request_error', param: null, code: null } },
})
