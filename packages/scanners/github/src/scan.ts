import { kinds as codeKinds, readScope, type Snapshot } from '@ai-census/repositories'
import type { Finding, FindingKind, Scope } from '@ai-census/schema'
import type { Context, Plan, Run } from './run-state.ts'
import { scanOrganisation } from './scan-organisation.ts'
import { scanSettings } from './scan-settings.ts'
import { named, openContents } from './targets/contents.ts'

/** What the names of secrets and variables can show. */
const settingKinds: readonly FindingKind[] = ['credential', 'service']

export async function* scan(scope: Scope, ctx: Context, run: Run): AsyncGenerator<Finding, void, undefined> {
  const plan = run.plans.get(scope.key)
  if (!plan) throw new Error(`The scope ${scope.key} was not discovered in this run.`)
  // A scope is scanned once; with thousands of them the plans of those that are done would pile up.
  run.plans.delete(scope.key)
  if (plan.type === 'organisation') return yield* scanOrganisation(plan.what, plan.home, ctx)
  if (plan.type === 'settings') {
    ctx.sees(settingKinds)
    return yield* scanSettings(plan, ctx, run)
  }
  ctx.sees(codeKinds)
  yield* scanContents(scope, plan, ctx)
}

type RepositoryPlanOf = Extract<Plan, { repository: unknown }>

async function* scanContents(
  scope: Scope,
  { home, repository }: RepositoryPlanOf,
  ctx: Context,
): AsyncGenerator<Finding> {
  let snapshot: Snapshot | undefined
  try {
    yield* readScope(
      scope,
      async (options) => {
        snapshot = await openContents(repository, home, ctx.config, options)
        return snapshot
      },
      ctx,
    )
  } catch (error) {
    throw named(error)
  }
  // Only now: a look that failed must ask again, whoever pushed or did not.
  const { id, pushedAt, branch } = repository
  if (snapshot) home.state.head(id).set({ pushedAt, branch, commit: snapshot.commit })
}
