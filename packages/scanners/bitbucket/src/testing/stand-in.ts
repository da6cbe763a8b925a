import {
  type Failure,
  guardedBy,
  type ReceivedRequest,
  type Reply,
  type Script,
  type StandIn,
  startStandIn,
} from '@ai-census/scanner-kit/testing'

/** An object as Bitbucket sends it; the stand-in looks at ids alone. */
export type StandInObject = Record<string, unknown>

/** One workspace of Bitbucket Cloud, and one Data Center, as far as their APIs tell of them. */
export interface StandInData {
  /** What lets in: `Bearer …`, `Basic …`. */
  authorization: string
  workspace: string
  repositories: StandInObject[]
  /** By `workspace`, `acme/shop`, `acme/shop/{environment}`. */
  variables: Record<string, StandInObject[]>
  /** By `acme/shop`. */
  environments: Record<string, StandInObject[]>
  projects: StandInObject[]
  /** By the project's key. */
  projectRepositories: Record<string, StandInObject[]>
}

export interface BitbucketStandInOptions {
  data: StandInData
  /** Objects a page at the most, whatever the request allows. */
  pageSize?: number
  failure?: Failure
}

const refusal = (status: number, message: string, more: object = {}): Reply => ({
  status,
  json: { type: 'error', error: { message, ...more } },
})

/** Bitbucket Cloud's refusals, in its own form. */
export const refusals = {
  badToken: () => refusal(401, 'Token is invalid, expired, or not supported for this endpoint.'),
  withoutScope: (required: string) =>
    refusal(403, 'Your credentials lack one or more required privilege scopes.', {
      detail: { granted: ['repository'], required: [required] },
    }),
  forbidden: () => refusal(403, 'Access denied. You must have admin access.'),
  hidden: () => refusal(404, 'You may not have access to this repository or it no longer exists.'),
  tooMany: (headers: Record<string, string> = {}): Reply => ({
    ...refusal(429, 'Rate limit for this resource has been exceeded'),
    headers,
  }),
  serverError: (): Reply => ({ status: 503, text: '<html>Bitbucket is unavailable</html>' }),
}

export interface BitbucketStandIn extends StandIn {
  /** The scanner's settings for this Bitbucket Cloud. */
  readonly config: { apiUrl: string; allowInsecure: true; workspaces: string[] }
}

/** Bitbucket's APIs on loopback: that of the Cloud below `/2.0`, that of a Data Center below `/rest/api/1.0`. */
export async function startBitbucketStandIn(options: BitbucketStandInOptions): Promise<BitbucketStandIn> {
  let url = ''
  const standIn = await startStandIn(routesOf(options, () => url))
  url = standIn.url
  const config = { apiUrl: `${url}/2.0`, allowInsecure: true, workspaces: [options.data.workspace] } as const
  return { ...standIn, config: { ...config, workspaces: [...config.workspaces] } }
}

type PageReply = (all: readonly StandInObject[], request: ReceivedRequest) => Reply

function routesOf(
  { data, failure, pageSize = 100 }: BitbucketStandInOptions,
  url: () => string,
): Record<string, Script> {
  const guarded = guardedBy(failure, ({ headers }) =>
    headers.authorization === data.authorization ? null : refusals.badToken(),
  )
  const list = (
    find: (request: ReceivedRequest) => readonly StandInObject[] | undefined,
    reply: PageReply,
  ): Script =>
    guarded((request) => {
      const all = find(request)
      return all ? reply(all, request) : refusals.hidden()
    })
  const byLink: PageReply = (all, request) => cloudReply(all, request, pageSize, url())
  const byNumber: PageReply = (all, request) => cloudReply(all, request, pageSize, null)
  const byStart: PageReply = (all, request) => dataCenterReply(all, request, pageSize)
  const repository = 'GET /2.0/repositories/:workspace/:repository'
  const nameOf = ({ parameters }: ReceivedRequest) => `${parameters.workspace}/${parameters.repository}`
  return {
    [`GET /2.0/repositories/${data.workspace}`]: list(() => data.repositories, byLink),
    [`GET /2.0/workspaces/${data.workspace}/pipelines-config/variables`]: list(
      () => data.variables.workspace ?? [],
      byNumber,
    ),
    [`${repository}/pipelines_config/variables`]: list((r) => data.variables[nameOf(r)] ?? [], byNumber),
    [`${repository}/environments`]: list((r) => data.environments[nameOf(r)] ?? [], byLink),
    [`${repository}/deployments_config/environments/:environment/variables`]: list(
      (r) => data.variables[`${nameOf(r)}/${r.parameters.environment}`] ?? [],
      byNumber,
    ),
    'GET /rest/api/1.0/projects': list(() => data.projects, byStart),
    'GET /rest/api/1.0/projects/:key/repos': list(
      ({ parameters }) => data.projectRepositories[parameters.key ?? ''],
      byStart,
    ),
  }
}

/** As Bitbucket Cloud pages: with a link to the next page, or with numbers alone. */
function cloudReply(
  all: readonly StandInObject[],
  { path, query }: ReceivedRequest,
  pageSize: number,
  url: string | null,
): Reply {
  const pagelen = Math.min(Number(query.get('pagelen') ?? 10), pageSize)
  const page = Number(query.get('page') ?? 1)
  const rest = new URLSearchParams(query)
  rest.set('page', String(page + 1))
  const next = url !== null && page * pagelen < all.length ? { next: `${url}${path}?${rest}` } : {}
  const values = all.slice((page - 1) * pagelen, page * pagelen)
  return { json: { values, page, pagelen, size: all.length, ...next } }
}

function dataCenterReply(all: readonly StandInObject[], { query }: ReceivedRequest, pageSize: number): Reply {
  const limit = Math.min(Number(query.get('limit') ?? 25), pageSize)
  const start = Number(query.get('start') ?? 0)
  const values = all.slice(start, start + limit)
  const isLastPage = start + limit >= all.length
  return {
    json: {
      size: values.length,
      limit,
      start,
      isLastPage,
      values,
      nextPageStart: isLastPage ? null : start + limit,
    },
  }
}
