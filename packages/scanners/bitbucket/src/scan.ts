import { catalogue } from '@ai-census/repositories'
import {
  type HostedRepository,
  type ListedSettings,
  lookAgain,
  settingFindings,
} from '@ai-census/repositories/hosts'
import { createParts, type Parts } from '@ai-census/scanner-kit'
import type { Finding, FindingKind } from '@ai-census/schema'
import { type Context, evidence, type Home } from './run-state.ts'
import { listOfRepository, listOfWorkspace } from './targets/variables.ts'

/** What the names of variables can show. */
export const variableKinds: readonly FindingKind[] = ['credential', 'service']

export const scanWorkspaceVariables = (
  workspace: string,
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> =>
  variablesAgain(`workspace ${workspace}`, home, ctx, (parts) => listOfWorkspace(workspace, home, parts))

export const scanRepositoryVariables = (
  { id, title }: HostedRepository,
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> => variablesAgain(id, home, ctx, (parts) => listOfRepository(title, home, parts))

/** Variables change without a sign, and asking for them costs requests for each repository and environment. */
const variablesAgain = (
  id: string,
  home: Home,
  ctx: Context,
  list: (parts: Parts) => Promise<ListedSettings[]>,
): AsyncGenerator<Finding> =>
  lookAgain({ id, mark: null }, home, ctx, async () => {
    const parts = createParts()
    return { findings: settingFindings(await list(parts), catalogue(), evidence), parts }
  })
