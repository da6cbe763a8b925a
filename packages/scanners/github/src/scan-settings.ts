import { catalogue } from '@ai-census/repositories'
import { coverParts, type ScanContext } from '@ai-census/scanner-kit'
import type { Coverage, Finding, Unknown } from '@ai-census/schema'
import type { GitHubConfig } from './config.ts'
import type { Home, Run } from './run-state.ts'
import type { KnownSettings } from './state.ts'
import { getRepositorySettings } from './targets/repository-settings.ts'
import type { RepositoryPlan } from './targets/scopes.ts'
import { settingFindings } from './targets/settings-names.ts'

type Context = ScanContext<GitHubConfig>

/**
 * Settings change without a push, and asking for them costs three requests a repository: they are asked for with
 * a push, and else once in `settingsDays`, each repository on a day of its own.
 */
export async function* scanSettings(
  { home, repository }: { home: Home; repository: RepositoryPlan },
  ctx: Context,
  run: Run,
): AsyncGenerator<Finding> {
  const kept = home.state.settings(repository.id)
  const last = kept.get()
  if (last && isFresh(last, repository, ctx.config, run)) return yield* repeat(last, ctx)

  const said: Said = { unknowns: [], coverage: null }
  const { listed, parts } = await getRepositorySettings(home, repository)
  coverParts(listening(ctx, said), parts)
  const findings = [...settingFindings(listed, catalogue())]
  yield* findings
  // What passes by itself is no answer to keep.
  if (parts.failures.some(({ failure }) => failure.status === 'throttled' || failure.status === 'failed'))
    return
  const { pushedAt } = repository
  kept.set({ ...said, pushedAt, seenWith: run.seenWith, askedAt: run.now(), findings })
}

const DAY_MS = 86_400_000

function isFresh(
  last: KnownSettings,
  { id, pushedAt }: RepositoryPlan,
  { settingsDays }: GitHubConfig,
  run: Run,
): boolean {
  if (last.pushedAt !== pushedAt || last.seenWith !== run.seenWith) return false
  // Between half of the days and all of them, by the repository's id: else all would be due on one day.
  const days = settingsDays / 2 + ((id % 97) / 97) * (settingsDays / 2)
  return run.now() - last.askedAt < days * DAY_MS
}

function* repeat({ findings, unknowns, coverage }: KnownSettings, ctx: Context): Generator<Finding> {
  for (const { place, reason, detail } of unknowns) ctx.unknown(place, reason, detail)
  if (coverage) ctx.cover(coverage.status, coverage.reason, coverage.detail)
  yield* findings
}

interface Said {
  unknowns: Unknown[]
  coverage: KnownSettings['coverage']
}

/** The context, and a note of what is said through it. */
function listening(ctx: Context, said: Said): Context {
  return {
    ...ctx,
    unknown(place, reason, detail) {
      said.unknowns.push({ place, reason, detail })
      ctx.unknown(place, reason, detail)
    },
    cover(status: Exclude<Coverage['status'], 'complete'>, reason, detail) {
      said.coverage = { status, reason, detail }
      ctx.cover(status, reason, detail)
    },
  }
}
