import { readScope } from '@ai-census/repositories'
import type { ScanContext } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import type { CodeConfig } from './config.ts'
import { plansOf } from './plan.ts'

export async function* scan(
  scope: Scope,
  ctx: ScanContext<CodeConfig>,
): AsyncGenerator<Finding, void, undefined> {
  const plan = plansOf(ctx.config).get(scope.key)
  if (!plan) throw new Error(`The scope ${scope.key} was not discovered in this run.`)
  yield* readScope(scope, plan.open, ctx)
}
