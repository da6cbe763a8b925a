import {
  type Failure,
  guardedBy,
  type ReceivedRequest,
  type Reply,
  type Script,
  type StandIn,
  startStandIn,
} from '@ai-census/scanner-kit/testing'

/** An object as GitLab sends it; the stand-in looks at ids and paths alone. */
export type StandInObject = Record<string, unknown>

export interface StandInGroup extends StandInObject {
  id: number
  full_path: string
}

/** One GitLab, as far as its APIs tell of it. What is null is hidden: a 404. */
export interface StandInData {
  token: string
  groups: StandInGroup[]
  /** Of all groups. */
  projects: StandInObject[]
  /** By `groups/7`, `projects/12`, `admin/ci`. */
  variables: Record<string, StandInObject[] | null>
  settings: StandInObject | null
  /** Of the person who asks, in every group: 50 for an owner. */
  accessLevel: number
  addOns: StandInObject[]
  /** Null in a GitLab that does not know the field. */
  uses: StandInObject[] | null
  /** Null for whoever may not see them. */
  selfHostedModels: StandInObject[] | null
}

export interface GitLabStandInOptions {
  data: StandInData
  /** Objects a page at the most, whatever the request allows. */
  pageSize?: number
  failure?: Failure
}

/** GitLab's refusals, in its own form. */
export const refusals = {
  badToken: (): Reply => ({ status: 401, json: { message: '401 Unauthorized' } }),
  forbidden: (): Reply => ({ status: 403, json: { message: '403 Forbidden' } }),
  withoutScope: (): Reply => ({
    status: 403,
    json: {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: 'api read_api',
    },
  }),
  hidden: (): Reply => ({ status: 404, json: { message: '404 Group Not Found' } }),
  tooMany: (headers: Record<string, string>): Reply => ({
    status: 429,
    headers: { 'ratelimit-limit': '600', 'ratelimit-remaining': '0', ...headers },
    text: 'Retry later\n',
  }),
  serverError: (): Reply => ({ status: 502, text: '<html>GitLab is not responding</html>' }),
}

export interface GitLabStandIn extends StandIn {
  /** The scanner's settings for this GitLab. */
  readonly config: { groups: string[]; token: string; url: string; allowInsecure: true }
}

/** GitLab's APIs on loopback. */
export async function startGitLabStandIn(options: GitLabStandInOptions): Promise<GitLabStandIn> {
  let url = ''
  const standIn = await startStandIn(routesOf(options, () => url))
  url = standIn.url
  return { ...standIn, config: { groups: ['acme'], token: options.data.token, url, allowInsecure: true } }
}

function routesOf(
  { data, failure, pageSize = 100 }: GitLabStandInOptions,
  url: () => string,
): Record<string, Script> {
  const guarded = guardedBy(failure, ({ headers }) =>
    headers.authorization === `Bearer ${data.token}` ? null : refusals.badToken(),
  )
  const paged = (find: (request: ReceivedRequest) => readonly StandInObject[] | null | undefined) =>
    guarded((request) => {
      const all = find(request)
      return all ? pageReply(all, request, pageSize, url()) : refusals.hidden()
    })
  const groupOf = (id = '') => data.groups.find((one) => String(one.id) === id || one.full_path === id)
  return {
    'GET /api/v4/groups': paged(() => data.groups.filter(({ full_path }) => !full_path.includes('/'))),
    'GET /api/v4/groups/:id': guarded(({ parameters }) => {
      const group = groupOf(parameters.id)
      return group ? { json: { ...group, runners_token: SECRET } } : refusals.hidden()
    }),
    'GET /api/v4/groups/:id/descendant_groups': paged(({ parameters }) => {
      const path = groupOf(parameters.id)?.full_path
      return data.groups.filter(({ full_path }) => full_path.startsWith(`${path}/`))
    }),
    'GET /api/v4/groups/:id/projects': paged(({ parameters, query }) => {
      const path = groupOf(parameters.id)?.full_path
      const archived = query.get('archived')
      return data.projects.filter(
        (one) =>
          String(one.path_with_namespace).startsWith(`${path}/`) &&
          (archived === null || String(one.archived) === archived),
      )
    }),
    'GET /api/v4/groups/:id/variables': paged(
      ({ parameters }) => data.variables[`groups/${parameters.id}`] ?? [],
    ),
    'GET /api/v4/projects/:id/variables': paged(({ parameters }) => {
      const found = data.variables[`projects/${parameters.id}`]
      return found === undefined ? [] : found
    }),
    'GET /api/v4/admin/ci/variables': paged(() => data.variables['admin/ci'] ?? null),
    'GET /api/v4/application/settings': guarded(() =>
      data.settings ? { json: { ...data.settings, ...SECRETS } } : refusals.forbidden(),
    ),
    'POST /api/graphql': guarded(({ body }) => graphReply(body, data)),
  }
}

// Put together from halves: a whole token in a file would make others' secret scanners shout.
export const SECRET = ['glrt', 'a-value-nobody-may-see'].join('-')
const SECRETS = { akismet_api_key: SECRET, runners_registration_token: SECRET }

/** As GitLab pages: by number, or after an id where keyset pages are asked for; with `Link` either way. */
function pageReply(
  all: readonly StandInObject[],
  { path, query }: ReceivedRequest,
  pageSize: number,
  url: string,
): Reply {
  const size = Math.min(Number(query.get('per_page') ?? 20), pageSize)
  const isKeyset = query.get('pagination') === 'keyset'
  const after = query.get('cursor')
  const from = isKeyset
    ? after === null
      ? 0
      : all.findIndex(({ id }) => String(id) === after) + 1
    : (Number(query.get('page') ?? 1) - 1) * size
  const json = all.slice(from, from + size)
  const rest = new URLSearchParams(query)
  if (isKeyset) rest.set('cursor', String(json.at(-1)?.id))
  else rest.set('page', String(from / size + 2))
  const link: Record<string, string> =
    from + size < all.length ? { link: `<${url}${path}?${rest}>; rel="next"` } : {}
  return { json, headers: { ...link, 'ratelimit-remaining': '500' } }
}

function graphReply(body: string, data: StandInData): Reply {
  const { query, variables }: { query: string; variables: { path?: string } } = JSON.parse(body)
  const isGroup = data.groups.some(({ full_path }) => full_path === variables.path)
  if (query.includes('aiSelfHostedModels')) {
    const nodes = data.selfHostedModels
    const pageInfo = { hasNextPage: false, endCursor: null }
    return { json: { data: { aiSelfHostedModels: nodes && { nodes, pageInfo } } } }
  }
  if (query.includes('aiUsageData')) {
    if (data.uses)
      return { json: { data: { group: isGroup ? { aiUsageData: { all: { nodes: data.uses } } } : null } } }
    const error = {
      message: "Field 'aiUsageData' doesn't exist on type 'Group'",
      extensions: { code: 'undefinedField' },
    }
    return { json: { errors: [error] } }
  }
  const group = isGroup ? { maxAccessLevel: { integerValue: data.accessLevel } } : null
  return { json: { data: { ...(variables.path ? { group } : {}), addOnPurchases: data.addOns } } }
}
