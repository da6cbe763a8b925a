import { catalogue } from '@ai-census/repositories'
import { type HostedRepository, lookAgain, settingFindings } from '@ai-census/repositories/hosts'
import type { Finding, FindingKind } from '@ai-census/schema'
import { evidence } from './evidence.ts'
import type { Context, Home } from './run-state.ts'
import { getRepositorySettings } from './targets/repository-settings.ts'

/** What the names of secrets and variables can show. */
export const settingKinds: readonly FindingKind[] = ['credential', 'service']

/**
 * Settings change without a push, and asking for them costs three requests a repository: they are asked for with
 * a push, and else once in `settingsDays`.
 */
export const scanSettings = (
  home: Home,
  repository: HostedRepository,
  ctx: Context,
): AsyncGenerator<Finding> =>
  lookAgain(repository, home, ctx, async () => {
    const { listed, parts } = await getRepositorySettings(home, repository)
    return { findings: settingFindings(listed, catalogue(), evidence), parts }
  })
