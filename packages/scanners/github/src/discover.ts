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
import type { Pace } from './client.ts'
import type { GitHubConfig } from './config.ts'
import { needs } from './needs.ts'
import { type Context, type Home, openHome, webHost } from './run-state.ts'
import { scanSettings, settingKinds } from './scan.ts'
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
  let listed = 0
  for await (const page of listRepositories(home)) {
    listed += page.length
    const wanted = page.filter((repository) => chosenOf(repository, ctx.config))
    yield* repositoryScopes(sample.take(wanted), home, ctx)
    if (sample.isFull) return
  }
  coverHidden(organisation, home, listed, ctx)
}

async function* repositoryScopes(
  repositories: readonly Repository[],
  home: Home,
  ctx: Context,
): AsyncGenerator<Planned> {
  const commits = await commitsOf(repositories, home)
  for (const one of repositories) {
    const repository = hosted(one, commits.get(one.id), ctx.config)
    const scope = contentsScope(home.source, repository)
    if (!scope) {
      ctx.unknown(one.full_name, 'malformed', `GitHub gives ${one.html_url} as its address.`)
      continue
    }
    yield { scope, sees: kinds, look: (scopeCtx) => lookAtContents(scope, repository, home, scopeCtx) }
    if (!ctx.config.repositorySettings) continue
    yield {
      scope: facetScope(
        scope,
        'actions',
        'Actions secrets and variables',
        `${one.html_url}/settings/secrets/actions`,
      ),
      sees: settingKinds,
      look: (scopeCtx) => scanSettings(home, repository, scopeCtx),
    }
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
    claims: hostClaims(one.description, one.archived ?? false, one.topics),
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
