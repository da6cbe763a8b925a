import { type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import type { GitHubConfig } from './config.ts'
import { needs } from './needs.ts'
import { type Home, type Run, webHost } from './run-state.ts'
import { Organisation, type Repository } from './schema.ts'
import { chosenOf, listRepositories } from './targets/repositories.ts'
import {
  contentsScope,
  type OrganisationScope,
  organisationScope,
  organisationScopes,
  type RepositoryPlan,
  settingsScope,
} from './targets/scopes.ts'

type Context = ScanContext<GitHubConfig>

/**
 * Each organisation: its own scopes, then its repositories, page by page as they are scanned. An organisation
 * that cannot be read does not keep the others from being read.
 */
export async function* discover(ctx: Context, run: Run): AsyncGenerator<Scope, void, undefined> {
  for (const login of ctx.config.organizations) {
    try {
      yield* discoverOrganisation(login, ctx, run)
    } catch (failure) {
      if (!(failure instanceof ScopeFailure)) throw failure
      ctx.cover(failure.status, failure.reason, `${login}: ${failure.message}`)
    }
  }
}

async function* discoverOrganisation(login: string, ctx: Context, run: Run): AsyncGenerator<Scope> {
  const home = await run.open(login)
  const organisation = await home.api.get(`/orgs/${login}`, Organisation, needs.metadata)
  // Object.keys forgets the literal names.
  for (const what of Object.keys(organisationScopes) as OrganisationScope[]) {
    const scope = organisationScope(
      home.source,
      login,
      what,
      `https://${webHost(ctx.config.apiUrl)}/${login}`,
    )
    run.plans.set(scope.key, { type: 'organisation', home, what })
    yield scope
  }
  let listed = 0
  let chosen = 0
  for await (const page of listRepositories(home)) {
    listed += page.length
    const wanted = page.filter((repository) => chosenOf(repository, ctx.config))
    const some = wanted.slice(0, ctx.config.sample === undefined ? undefined : ctx.config.sample - chosen)
    chosen += some.length
    yield* repositoryScopes(some, home, ctx, run)
    if (chosen === ctx.config.sample)
      return ctx.cover('partial', 'sample', `${login}: a sample of ${chosen} repositories.`)
  }
  coverHidden(organisation, home, listed, ctx)
}

async function* repositoryScopes(
  repositories: readonly Repository[],
  home: Home,
  ctx: Context,
  run: Run,
): AsyncGenerator<Scope> {
  const commits = await commitsOf(repositories, home)
  for (const one of repositories) {
    const scope = contentsScope(home.source, one)
    if (!scope) {
      ctx.unknown(one.full_name, 'malformed', `GitHub gives ${one.html_url} as its address.`)
      continue
    }
    const repository: RepositoryPlan = {
      id: one.id,
      fullName: one.full_name,
      pushedAt: one.pushed_at ?? null,
      branch: one.default_branch ?? null,
      commit: commits.get(one.id),
      url: one.html_url,
    }
    run.plans.set(scope.key, { type: 'contents', home, repository })
    yield scope
    if (!ctx.config.repositorySettings) continue
    const settings = settingsScope(scope)
    run.plans.set(settings.key, { type: 'settings', home, repository })
    yield settings
  }
}

/** Where default branches stand: of a repository that nobody pushed to, as last time; of others GitHub is asked. */
async function commitsOf(
  repositories: readonly Repository[],
  { api, state }: Home,
): Promise<Map<number, string | null>> {
  const commits = new Map<number, string | null>()
  const pushed: Repository[] = []
  for (const one of repositories) {
    const known = state.head(one.id).get()
    const isSame =
      known && known.pushedAt === (one.pushed_at ?? null) && known.branch === (one.default_branch ?? null)
    if (isSame) commits.set(one.id, known.commit)
    else pushed.push(one)
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
