import { realpathSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  folderKey,
  GitError,
  type GitSettings,
  hasGit,
  isGitUrl,
  isIgnored,
  openBareRepository,
  openGitUrl,
  openPlainFolder,
  openWorkingTree,
  parseRemote,
  placeOf,
  type Repository,
  readIndex,
  readSettings,
  readStatus,
  remoteKey,
  remoteTitle,
  remoteUrl,
  repositoryAbove,
  repositoryAt,
  walk,
} from '@ai-census/repositories'
import { type ScanContext, ScopeFailure, UsageError, withoutCredentials } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import type { CodeConfig } from './config.ts'
import { type Plan, plansOf } from './plan.ts'

type Context = ScanContext<CodeConfig>

/**
 * Every repository that the paths name or hold is a scope of its own, and so is what lies beside them. Ends with
 * a `UsageError` where a path is no place to scan, after all others.
 */
export async function* discover(ctx: Context): AsyncGenerator<Scope, void, undefined> {
  const plans = plansOf(ctx.config)
  const mistakes: string[] = []
  for (const path of ctx.config.paths) {
    const local = isGitUrl(path) ? null : folderOf(path, mistakes)
    if (local === null && !isGitUrl(path)) continue
    for await (const plan of local === null ? [urlPlan(path, ctx)] : plansBelow(local, ctx, mistakes)) {
      const own = distinct(plan, local, plans)
      if (!own) continue
      plans.set(own.scope.key, own)
      yield own.scope
    }
  }
  if (mistakes.length > 0) throw new UsageError(mistakes.join(' '))
}

function folderOf(path: string, mistakes: string[]): string | null {
  const folder = resolve(path)
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return realpathSync(folder)
  mistakes.push(stat ? `${folder} is a file; name the folder it lies in.` : `${folder} does not exist.`)
  return null
}

/** Two clones of one repository are two places; the second goes by its folder. The same place twice is one. */
function distinct(plan: Plan, folder: string | null, plans: ReadonlyMap<string, Plan>): Plan | null {
  const first = plans.get(plan.scope.key)
  if (!first) return plan
  const key = plan.folder ? folderKey(plan.folder) : null
  if (key === null || plan.folder === first.folder || plans.has(key) || folder === null) return null
  return { ...plan, scope: { ...plan.scope, key } }
}

function urlPlan(url: string, ctx: Context): Plan {
  const remote = parseRemote(url)
  const shown = withoutCredentials(url)
  const path = /^file:/i.test(url) ? fileURLToPath(url) : shown
  const scope: Scope = remote
    ? { key: remoteKey(remote), title: remoteTitle(remote), url: remoteUrl(remote) }
    : { key: folderKey(path), title: basename(path, '.git') || path }
  return {
    scope,
    folder: null,
    open: ({ signal, progress }) =>
      openGitUrl({ place: placeOf(url), ref: ctx.config.ref, remote, signal, progress }),
  }
}

async function* plansBelow(folder: string, ctx: Context, mistakes: string[]): AsyncGenerator<Plan> {
  const repository = repositoryAt(folder)
  if (repository) return yield* repositoryPlans(repository, folder, ctx)
  const above = repositoryAbove(folder)
  if (above?.workTree && (await hasGit())) {
    const below = relative(realpathSync(above.workTree), folder).replaceAll('\\', '/')
    if (ctx.config.ref !== undefined || !(await isIgnored(above, below, ctx.signal)))
      return yield* repositoryPlans(above, folder, ctx, below)
  }
  if (ctx.config.ref !== undefined) {
    mistakes.push(`${folder} is no git repository, so that it has no "${ctx.config.ref}".`)
    return
  }
  yield* folderPlans(folder, ctx)
}

/**
 * A folder without a repository: those below it, and what lies beside them. Here `.gitignore` leaves nothing out: it speaks of
 * files that git does not track, and all that an unpacked archive holds was tracked.
 */
async function* folderPlans(folder: string, ctx: Context): AsyncGenerator<Plan> {
  const gitignore = false
  const walked = walk(folder, { gitignore, signal: ctx.signal })
  for (const path of walked.repositories) {
    const at = join(folder, path)
    const repository = repositoryAt(at)
    if (repository) yield* repositoryPlans(repository, at, ctx)
  }
  // A folder of clones and nothing else is no scope: there is nothing of its own to see.
  if (walked.repositories.length > 0 && walked.files.length + walked.unknowns.length === 0) return
  yield {
    scope: { key: folderKey(folder), title: basename(folder) || folder },
    folder,
    open: async ({ signal, remembered }) =>
      openPlainFolder({ root: folder, gitignore, signal, walked, remembered }),
  }
}

async function* repositoryPlans(
  repository: Repository,
  folder: string,
  ctx: Context,
  below = '',
): AsyncGenerator<Plan> {
  const settings = await readSettings(repository, ctx.signal).catch((error: unknown) =>
    asFailure(error, folder),
  )
  if (settings instanceof ScopeFailure) {
    yield {
      scope: { key: folderKey(folder), title: basename(folder) },
      folder,
      open: () => Promise.reject(settings),
    }
    return
  }
  const { ref, gitignore } = ctx.config
  const remote = settings.origin ? parseRemote(settings.origin) : null
  const scope = repositoryScope(settings, folder, below)
  const { gitDir, workTree } = repository
  if (workTree === null || ref !== undefined) {
    const open: Plan['open'] = ({ signal }) => openBareRepository({ gitDir, ref, below, remote, signal })
    yield { scope, folder, open }
    return
  }
  if (!(await hasGit())) {
    yield {
      scope,
      folder,
      open: async ({ signal, remembered }) =>
        openPlainFolder({ root: folder, gitignore, signal, remote, remembered }),
    }
    return
  }
  const status = readStatus(repository, below, settings, ctx.signal)
  const tree = {
    repository: { gitDir, workTree },
    below,
    settings,
    remote,
    gitignore,
    signal: ctx.signal,
    status,
  }
  const open: Plan['open'] = () =>
    openWorkingTree(tree).catch((error: unknown) => Promise.reject(asFailure(error, folder)))
  yield { scope, folder, open }
  yield* nestedPlans(tree, folder, ctx)
}

/** Submodules that are checked out, and repositories that lie in the tree without being part of it. */
async function* nestedPlans(
  tree: Parameters<typeof openWorkingTree>[0] & { status: ReturnType<typeof readStatus> },
  folder: string,
  ctx: Context,
): AsyncGenerator<Plan> {
  // Where git cannot read the repository, its own scope says so.
  const status = await tree.status.catch(() => null)
  if (!status) return
  const hasModules = statSync(join(tree.repository.workTree, '.gitmodules'), { throwIfNoEntry: false })
  const modules = hasModules ? (await readIndex(tree)).filter(({ kind }) => kind === 'submodule') : []
  for (const path of [...modules.map((module) => module.path), ...status.repositories]) {
    const at = join(folder, path)
    const repository = repositoryAt(at)
    if (repository) yield* repositoryPlans(repository, at, ctx)
  }
}

function repositoryScope({ origin }: GitSettings, folder: string, below: string): Scope {
  const remote = origin ? parseRemote(origin) : null
  if (!remote) return { key: folderKey(folder), title: basename(folder).replace(/\.git$/, '') || folder }
  const part = below.replace(/[\s%]/gu, encodeURIComponent)
  return {
    key: part ? `${remoteKey(remote)}//${part}` : remoteKey(remote),
    title: below ? `${remoteTitle(remote)}: ${below}` : remoteTitle(remote),
    url: remoteUrl(remote),
  }
}

function asFailure(error: unknown, folder: string): ScopeFailure {
  if (error instanceof ScopeFailure) return error
  if (!(error instanceof GitError)) throw error
  return new ScopeFailure(
    'failed',
    'unreadable-repository',
    `${folder} is a repository that git cannot read: ${error.message}`,
  )
}
