import {
  type Failure,
  guardedBy,
  type ReceivedRequest,
  type Reply,
  type Script,
  type StandIn,
  startStandIn,
} from '@ai-census/scanner-kit/testing'

/** An object as Azure DevOps sends it; the stand-in looks at ids alone. */
export type StandInObject = Record<string, unknown>

/** One organisation, as far as Azure DevOps' API tells of it. */
export interface StandInData {
  token: string
  organisation: string
  projects: StandInObject[]
  repositories: StandInObject[]
  /** By the repository's id. */
  refs: Record<string, StandInObject[]>
  /** By the project's id. */
  variableGroups: Record<string, StandInObject[]>
  pipelines: Record<string, StandInObject[]>
  connections: Record<string, StandInObject[]>
  extensions: StandInObject[]
}

export interface AzureDevOpsStandInOptions {
  data: StandInData
  /** Objects a page at the most, whatever the request allows; lists without pages are given whole. */
  pageSize?: number
  failure?: Failure
}

const html = '<!DOCTYPE html><html><title>Azure DevOps Services | Sign In</title></html>'

/** Azure DevOps' refusals, in its own form. */
export const refusals = {
  /** To a token that is not known, of an organisation that exists. */
  signInPage: (): Reply => ({
    status: 203,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text: html,
  }),
  signInRedirect: (): Reply => ({
    status: 302,
    headers: { location: 'https://spsprodweu4.vssps.visualstudio.com/_signin?realm=dev.azure.com' },
    text: html,
  }),
  unauthorised: (): Reply => ({ status: 401, text: '' }),
  forbidden: (): Reply => ({
    status: 403,
    json: {
      $id: '1',
      message: 'TF401027: You need the Git permission.',
      typeKey: 'GitNeedsPermissionException',
    },
  }),
  hidden: (): Reply => ({
    status: 404,
    json: { $id: '1', message: 'TF200016: The project does not exist.' },
  }),
  tooMany: (headers: Record<string, string>): Reply => ({
    status: 429,
    headers: { 'x-ratelimit-remaining': '0', ...headers },
    json: { message: 'TF400733: The request has been canceled: Request was blocked due to exceeding usage.' },
  }),
  serverError: (): Reply => ({ status: 503, text: html }),
}

export interface AzureDevOpsStandIn extends StandIn {
  /** The scanner's settings for this organisation. */
  readonly config: { organizations: string[]; token: string; url: string; allowInsecure: true }
}

/** Azure DevOps' API on loopback, over one organisation's data. */
export async function startAzureDevOpsStandIn(
  options: AzureDevOpsStandInOptions,
): Promise<AzureDevOpsStandIn> {
  const { token, organisation } = options.data
  const standIn = await startStandIn(routesOf(options))
  return {
    ...standIn,
    config: { organizations: [organisation], token, url: standIn.url, allowInsecure: true },
  }
}

function routesOf({ data, failure, pageSize = 100 }: AzureDevOpsStandInOptions): Record<string, Script> {
  const letIn = [`Basic ${Buffer.from(`:${data.token}`).toString('base64')}`, `Bearer ${data.token}`]
  const guarded = guardedBy(failure, ({ headers, query }) => {
    if (!letIn.includes(headers.authorization ?? '')) return refusals.signInPage()
    return query.get('api-version')?.startsWith('7.1')
      ? null
      : { status: 400, json: { message: 'VSSVersion' } }
  })
  const list = (
    find: (request: ReceivedRequest) => readonly StandInObject[] | undefined,
    isPaged: boolean,
  ): Script =>
    guarded((request) => {
      const all = find(request) ?? []
      return isPaged ? pageReply(all, request, pageSize) : { json: { count: all.length, value: all } }
    })
  const root = `GET /${data.organisation}/_apis`
  const project = `GET /${data.organisation}/:project/_apis`
  return {
    [`${root}/projects`]: list(() => data.projects, true),
    [`${root}/git/repositories`]: list(() => data.repositories, false),
    [`${root}/extensionmanagement/installedextensions`]: list(() => data.extensions, false),
    [`${project}/git/repositories/:repository/refs`]: list(({ parameters, query }) => {
      const beginning = `refs/${query.get('filter') ?? ''}`
      return data.refs[parameters.repository ?? '']?.filter(({ name }) => String(name).startsWith(beginning))
    }, true),
    [`${project}/distributedtask/variablegroups`]: list(
      ({ parameters }) => data.variableGroups[parameters.project ?? ''],
      true,
    ),
    [`${project}/build/definitions`]: list(
      ({ parameters }) => data.pipelines[parameters.project ?? ''],
      true,
    ),
    [`${project}/serviceendpoint/endpoints`]: list(
      ({ parameters }) => data.connections[parameters.project ?? ''],
      false,
    ),
  }
}

function pageReply(all: readonly StandInObject[], { query }: ReceivedRequest, pageSize: number): Reply {
  const size = Math.min(Number(query.get('$top') ?? pageSize), pageSize)
  const from = Number(query.get('continuationToken') ?? 0)
  const value = all.slice(from, from + size)
  const headers: Record<string, string> =
    from + size < all.length ? { 'x-ms-continuationtoken': String(from + size) } : {}
  return { json: { count: value.length, value }, headers }
}
