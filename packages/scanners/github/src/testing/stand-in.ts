import { createHash } from 'node:crypto'
import {
  type Failure,
  guardedBy,
  type ReceivedRequest,
  type Reply,
  type Script,
  type StandIn,
  startStandIn,
} from '@ai-census/scanner-kit/testing'

/** An object as GitHub sends it; the stand-in looks at names and ids alone. */
export type StandInObject = Record<string, unknown>

export interface StandInRepository extends StandInObject {
  id: number
  node_id: string
  full_name: string
}

export interface StandInSettings {
  secrets?: StandInObject[]
  variables?: StandInObject[]
  dependabot?: StandInObject[]
  codespaces?: StandInObject[]
  agentSecrets?: StandInObject[]
  agentVariables?: StandInObject[]
  /** Of Copilot's agent in this repository; without it the place is hidden. */
  agentConfiguration?: StandInObject
  agentTasks?: StandInObject[]
  /** By the environment's name. */
  environments?: Record<string, Omit<StandInSettings, 'environments'>>
}

/** One organisation, as far as GitHub's API tells of it. What is null is hidden: a 404. */
export interface StandInData {
  token: string
  login: string
  organisation: StandInObject
  repositories: StandInRepository[]
  /** Commits of default branches by node id; what is not in here GraphQL does not tell. */
  heads: Record<string, string | null>
  billing: StandInObject | null
  seats: StandInObject[] | null
  codingAgent: StandInObject | null
  codingAgentRepositories: StandInObject[]
  installations: StandInObject[] | null
  spaces: StandInObject[] | null
  contentExclusion: StandInObject | null
  /** Lines of the bill by report (`ai_credit/usage`) and month (`2026-11`). */
  bill: Record<string, Record<string, StandInObject[]>> | null
  settings: StandInSettings
  /** By `owner/name`. */
  repositorySettings: Record<string, StandInSettings>
  /** Of the app whose installation token is `token`. */
  installation?: StandInObject
}

export interface GitHubStandInOptions {
  data: StandInData
  /** Objects a page at the most, whatever the request allows. */
  pageSize?: number
  failure?: Failure
  /** Before every path: `/api/v3` of an Enterprise Server. */
  prefix?: string
}

const DOCUMENTATION = 'https://docs.github.com/rest'
const refusal = (status: number, message: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  json: { message, documentation_url: DOCUMENTATION, status: String(status) },
})

/** GitHub's refusals, in its own form. */
export const refusals = {
  badCredentials: () => refusal(401, 'Bad credentials'),
  /** A fine-grained token or an app without the permission. */
  forbidden: (permission: string) =>
    refusal(403, 'Resource not accessible by personal access token', {
      'x-accepted-github-permissions': permission,
    }),
  singleSignOn: () =>
    refusal(403, 'Resource protected by organization SAML enforcement.', {
      'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=x',
    }),
  hidden: () => refusal(404, 'Not Found'),
  primaryLimit: (resetSeconds: number) =>
    refusal(403, 'API rate limit exceeded for user ID 1.', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(resetSeconds),
    }),
  secondaryLimit: (seconds: number) =>
    refusal(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      {
        'retry-after': String(seconds),
      },
    ),
  tooMany: (seconds: number) => refusal(429, 'Too many requests', { 'retry-after': String(seconds) }),
  serverError: () => refusal(502, 'Server Error'),
}

export interface GitHubStandIn extends StandIn {
  /** The scanner's settings for this organisation. */
  readonly config: {
    organizations: string[]
    token: string
    apiUrl: string
    allowInsecure: true
  }
}

/** GitHub's API on loopback, over one organisation's data. */
export async function startGitHubStandIn(options: GitHubStandInOptions): Promise<GitHubStandIn> {
  const { token, login } = options.data
  let url = ''
  const standIn = await startStandIn(routesOf(options, () => url))
  url = standIn.url
  const config = {
    organizations: [login],
    token,
    apiUrl: `${url}${options.prefix ?? ''}`,
    allowInsecure: true,
  } as const
  return { ...standIn, config: { ...config, organizations: [...config.organizations] } }
}

function routesOf(
  { data, prefix = '', failure, pageSize = 100 }: GitHubStandInOptions,
  url: () => string,
): Record<string, Script> {
  const isToken = ({ headers }: ReceivedRequest) => headers.authorization?.endsWith(` ${data.token}`) ?? false
  const isApp = ({ headers }: ReceivedRequest) => /^bearer ey/i.test(headers.authorization ?? '')
  const guarded = guardedBy(failure, (r) => (isToken(r) ? null : refusals.badCredentials()))
  const forApp = guardedBy(failure, (r) => (isApp(r) ? null : refusals.badCredentials()))
  const paged = (wrap: (items: readonly StandInObject[], total: number) => unknown) => ({
    of: (find: (request: ReceivedRequest) => readonly StandInObject[] | null | undefined) =>
      guarded((request) => {
        const all = find(request)
        return all ? pageReply(all, request, pageSize, url(), wrap) : refusals.hidden()
      }),
  })
  const named = (name: string) => paged((items, total) => ({ total_count: total, [name]: items }))
  const one = (find: () => StandInObject | null | undefined, guard = guarded) =>
    guard(() => {
      const found = find()
      return found ? { json: found } : refusals.hidden()
    })
  const ownSettings = ({ parameters: { owner, repo } }: ReceivedRequest) =>
    data.repositorySettings[`${owner}/${repo}`] ?? {}
  const settingsOf = (request: ReceivedRequest) => {
    const own = ownSettings(request)
    const { environment } = request.parameters
    return environment === undefined ? own : (own.environments?.[environment] ?? {})
  }
  const organisation = `GET ${prefix}/orgs/${data.login}`
  const repository = `GET ${prefix}/repos/:owner/:repo`
  return {
    [organisation]: one(() => data.organisation),
    [`${organisation}/repos`]: paged((items) => items).of(({ query }) => ordered(data.repositories, query)),
    [`${organisation}/copilot/billing`]: one(() => data.billing),
    [`${organisation}/copilot/billing/seats`]: paged((seats, total) => ({ total_seats: total, seats })).of(
      () => data.seats,
    ),
    [`${organisation}/copilot/coding-agent/permissions`]: one(() => data.codingAgent),
    [`${organisation}/copilot/coding-agent/permissions/repositories`]: named('repositories').of(
      () => data.codingAgentRepositories,
    ),
    [`${organisation}/installations`]: named('installations').of(() => data.installations),
    [`${organisation}/copilot-spaces`]: paged((spaces) => ({ spaces })).of(() => data.spaces),
    [`${organisation}/copilot/content_exclusion`]: one(() => data.contentExclusion),
    [`GET ${prefix}/organizations/${data.login}/settings/billing/:kind/:report`]: guarded(
      ({ parameters: { kind, report }, query }) => billReply(data.bill, `${kind}/${report}`, query),
    ),
    ...Object.fromEntries(
      Object.entries(stores).flatMap(([path, [name, field]]) => [
        [`${organisation}/${path}`, named(name).of(() => data.settings[field] ?? [])],
        [`${repository}/${path}`, named(name).of((r) => settingsOf(r)[field] ?? [])],
      ]),
    ),
    [`${repository}/copilot/cloud-agent/configuration`]: guarded((request) => {
      const { agentConfiguration } = ownSettings(request)
      return agentConfiguration ? { json: agentConfiguration } : refusals.hidden()
    }),
    [`GET ${prefix}/agents/repos/:owner/:repo/tasks`]: paged((tasks) => ({ tasks })).of((r) => {
      const isArchived = r.query.get('is_archived') === 'true'
      return (ownSettings(r).agentTasks ?? []).filter((task) => Boolean(task.archived_at) === isArchived)
    }),
    [`${organisation}/actions/secrets`]: named('secrets').of(() => data.settings.secrets ?? []),
    [`${organisation}/actions/variables`]: named('variables').of(() => data.settings.variables ?? []),
    [`${repository}/actions/secrets`]: named('secrets').of((r) => settingsOf(r).secrets ?? []),
    [`${repository}/actions/variables`]: named('variables').of((r) => settingsOf(r).variables ?? []),
    [`${repository}/environments`]: named('environments').of((r) =>
      Object.keys(
        data.repositorySettings[`${r.parameters.owner}/${r.parameters.repo}`]?.environments ?? {},
      ).map((name, id) => ({ id, name })),
    ),
    [`${repository}/environments/:environment/secrets`]: named('secrets').of(
      (r) => settingsOf(r).secrets ?? [],
    ),
    [`${repository}/environments/:environment/variables`]: named('variables').of(
      (r) => settingsOf(r).variables ?? [],
    ),
    [`${organisation}/installation`]: one(() => data.installation, forApp),
    [`POST ${prefix}/app/installations/:installation/access_tokens`]: forApp(() => ({
      status: 201,
      json: { token: data.token, expires_at: '2100-01-01T00:00:00Z', permissions: {} },
    })),
    [`POST ${prefix ? '/api/graphql' : '/graphql'}`]: guarded(({ body }) => headsReply(body, data.heads)),
  }
}

const stores = {
  'dependabot/secrets': ['secrets', 'dependabot'],
  'codespaces/secrets': ['secrets', 'codespaces'],
  'agents/secrets': ['secrets', 'agentSecrets'],
  'agents/variables': ['variables', 'agentVariables'],
} as const

/** By name where nothing else is asked for; by an instant the latest first. */
function ordered(repositories: readonly StandInRepository[], query: URLSearchParams): StandInRepository[] {
  const sort = query.get('sort') ?? 'full_name'
  const sortedBy = (one: StandInRepository) =>
    String((sort === 'full_name' ? one.full_name : one[`${sort}_at`]) ?? '')
  const sorted = repositories.toSorted((a, b) =>
    sortedBy(a) < sortedBy(b) ? -1 : sortedBy(a) > sortedBy(b) ? 1 : 0,
  )
  return query.get('direction') === 'desc' ? sorted.reverse() : sorted
}

function billReply(bill: StandInData['bill'], report: string, query: URLSearchParams): Reply {
  if (!bill) return refusals.hidden()
  const month = `${query.get('year')}-${query.get('month')?.padStart(2, '0')}`
  return { json: { organization: 'acme', usageItems: bill[report]?.[month] ?? [] } }
}

/** As GitHub pages: by number, with `Link`, and with an ETag that says 304 where nothing has changed. */
function pageReply(
  all: readonly StandInObject[],
  { path, query, headers }: ReceivedRequest,
  pageSize: number,
  url: string,
  wrap: (items: readonly StandInObject[], total: number) => unknown,
): Reply {
  const size = Math.min(Number(query.get('per_page') ?? 30), pageSize)
  const page = Number(query.get('page') ?? 1)
  const json = wrap(all.slice((page - 1) * size, page * size), all.length)
  const etag = `W/"${createHash('sha256').update(JSON.stringify(json)).digest('hex')}"`
  const rest = new URLSearchParams(query)
  rest.set('page', String(page + 1))
  const link: Record<string, string> =
    page * size < all.length ? { link: `<${url}${path}?${rest}>; rel="next"` } : {}
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag, ...link } }
  return { json, headers: { etag, ...link, 'x-ratelimit-remaining': '4000' } }
}

function headsReply(body: string, heads: StandInData['heads']): Reply {
  const { variables }: { variables: { ids: string[] } } = JSON.parse(body)
  const nodes = variables.ids.map((id) => {
    if (!(id in heads)) return null
    const oid = heads[id]
    return { id, defaultBranchRef: oid ? { target: { oid } } : null }
  })
  return { json: { data: { nodes } } }
}
