import type { Clock, ScanContext } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import { createClient } from './client.ts'
import type { Config } from './config.ts'
import { Project } from './schema.ts'

/** One scope a project. Its key is made of ids that never change, not of names that people may. */
export async function* discover(
  ctx: ScanContext<Config>,
  clock: Clock,
): AsyncGenerator<Scope, void, undefined> {
  const client = createClient(ctx.config, ctx.signal, clock)
  // TODO: the place's short name instead of `todo`: `slack:T012AB3CD`.
  for await (const project of client.list('/v1/projects', Project, 'projects:read'))
    yield { key: `todo:${project.id}`, title: project.name }
}
