import type { Clock, ScanContext } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import { createClient } from './client.ts'
import type { Config } from './config.ts'
import { getAgents, toFinding } from './targets/agents.ts'

/** Everything that one project shows. What throws here makes the scope `failed` or `denied`, never clean. */
export async function* scan(
  scope: Scope,
  ctx: ScanContext<Config>,
  clock: Clock,
): AsyncGenerator<Finding, void, undefined> {
  const client = createClient(ctx.config, ctx.signal, clock)
  const project = scope.key.slice(scope.key.indexOf(':') + 1)
  for await (const agent of getAgents(client, project)) yield toFinding(agent, project)
}
