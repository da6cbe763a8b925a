import { kinds } from '@ai-census/repositories'
import {
  contentsScope,
  createSample,
  discoverEach,
  facetScope,
  type HostedRepository,
  hostClaims,
  knownCommit,
  lookAtContents,
  type PlannedScope,
} from '@ai-census/repositories/hosts'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import type { Pace } from './client.ts'
import type { GitHubConfig } from './config.ts'
import { needs } from './needs.ts'
import { type Context, type Home, openHome, webHost } from './run-state.ts'
import { facetsOf, scanFacet } from './scan.ts'
import { organisationKinds, scanOrganisation } from './scan-organisation.ts'
import { Organisation, type Repository } from './schema.ts'
import { chosenOf, listRepositories } from './targets/repositories.ts'
import { type OrganisationScope, organisationScope, organisationScopes } from './targets/scopes.ts'

type Planned = PlannedScope<GitHubConfig>

/** Each organisation: its own scopes, then its repositories, page by page as they are scanned. */
export const discover = (ctx: Context, pace: Pace, version: string): AsyncGenerator<Planned> =>
  discoverEach(ctx.config.organizations, ctx, async function* (login) {
    yield* discoverOrganisation(await openHome(login, ctx, pace, version), ctx)
  })

async function* discoverOrganisation(home: Home, ctx: Context): AsyncGenerator<Planned> {
  const { login, api, source } = home
  const organisation = await api.get(`/orgs/${login}`, Organisation, needs.metadata)
  // Object.keys forgets the literal names.
  for (const what of Object.keys(organisationScopes) as OrganisationScope[])
    yield {
      scope: organisationScope(source, login, what, `https://${webHost(ctx.config.apiUrl)}/${login}`),
      sees: organisationKinds[what],
      look: (scopeCtx) => scanOrganisation(what, home, scopeCtx),
    }
  const sample = createSample(ctx.config.sample, login, ctx)
  const read: Read[] = []
  let listed = 0
  let broken: ScopeFailure | undefined
  try {
    for await (const page of listRepositories(home, organisation)) {
      listed += page.length
      const wanted = page.filter((repository) => chosenOf(repository, ctx.config))
      yield* contentScopes(sample.take(wanted), home, ctx, read)
      if (sample.isFull) break
    }
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    broken = failure
  }
  // Code first: it costs git alone, and names of settings several requests a repository, of a rate that may run out.
  yield* facetScopes(read, home, ctx)
  if (broken) throw broken
  if (!sample.isFull) coverHidden(organisation, home, listed, ctx)
}

/** A repository whose code is a scope. */
interface Read {
  readonly scope: Scope
  readonly repository: HostedRepository
}

async function* contentScopes(
  repositories: readonly Repository[],
  home: Home,
  ctx: Context,
  read: Read[],
): AsyncGenerator<Planned> {
  const commits = await commitsOf(repositories, home)
  for (const one of repositories) {
    const repository = hosted(one, commits.get(one.id), ctx.config)
    const scope = contentsScope(home.source, repository)
    if (!scope) {
      ctx.unknown(one.full_name, 'malformed', `GitHub gives ${one.html_url} as its address.`)
      continue
    }
    read.push({ scope, repository })
    yield { scope, sees: kinds, look: (scopeCtx) => lookAtContents(scope, repository, home, scopeCtx) }
  }
}

async function* facetScopes(read: readonly Read[], home: Home, ctx: Context): AsyncGenerator<Planned> {
  const facetsFor = await facetsOf(home, ctx)
  for (const { scope, repository } of read)
    for (const facet of facetsFor(repository.title))
      yield {
        scope: facetScope(scope, facet.what, facet.title, `${repository.url}/${facet.page}`),
        sees: facet.sees(ctx.config),
        look: (scopeCtx) => scanFacet(facet, home, repository, scopeCtx),
      }
}

function hosted(
  one: Repository,
  commit: string | null | undefined,
  { gitUrl, apiUrl }: GitHubConfig,
): HostedRepository {
  const root = (gitUrl ?? `https://${webHost(apiUrl)}`).replace(/\/$/, '')
  return {
    id: String(one.id),
    title: one.full_name,
    url: one.html_url,
    gitUrl: `${root}/${one.full_name}.git`,
    mark: markOf(one),
    branch: one.default_branch ?? null,
    commit,
    claims: hostClaims(one.description, one.archived ?? false, one.topics, one.custom_properties),
  }
}

/** One that nobody ever pushed to is as it was, too. */
const markOf = ({ pushed_at }: Repository): string => pushed_at ?? 'never'

/** Where default branches stand: of a repository that nobody pushed to, as last time; of others GitHub is asked. */
async function commitsOf(
  repositories: readonly Repository[],
  { api, state }: Home,
): Promise<Map<number, string | null>> {
  const commits = new Map<number, string | null>()
  const pushed: Repository[] = []
  for (const one of repositories) {
    const { id, default_branch: branch = null } = one
    const known = knownCommit(state, { id: String(id), mark: markOf(one), branch })
    if (known === undefined) pushed.push(one)
    else commits.set(id, known)
  }
  if (pushed.length === 0) return commits
  const heads = await api.heads(pushed.map(({ node_id }) => node_id))
  for (const { id, node_id } of pushed) {
    const head = heads.get(node_id)
    if (head !== undefined) commits.set(id, head)
  }
  return commits
}

/** A token that may see some repositories sees nothing of the others, and no list says so by itself. */
function coverHidden(organisation: Organisation, { api, login }: Home, listed: number, ctx: Context): void {
  if (api.isPartial) {
    const what = `The GitHub App is installed for selected repositories of ${login} alone; the others stay unseen.`
    ctx.cover('partial', 'repository-selection', what)
  }
  const { public_repos = 0, total_private_repos } = organisation
  const total = public_repos + (total_private_repos ?? 0)
  if (total <= listed) return
  const what = `${login} has ${total} repositories, and the credentials may see ${listed} of them.`
  ctx.cover('partial', 'hidden-repositories', what)
}
