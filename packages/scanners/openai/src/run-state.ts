import type { Clock, ScanContext } from '@ai-census/scanner-kit'
import { createApi, type OpenAiApi } from './client.ts'
import type { OpenAiConfig } from './config.ts'
import type { Project } from './schema.ts'
import { type Activity, getActivity } from './targets/activity.ts'

/** What the scopes of one run share. */
export interface Run {
  readonly api: OpenAiApi
  /** Projects by id, as discovery saw them. */
  readonly projects: Map<string, Project>
  /** Usage and costs of the whole organisation, asked for once: a report covers all projects for one call. */
  activity(): Promise<Activity>
}

/** Finds the run that a context belongs to by its parsed configuration, which the runner makes once a run. */
export function createRuns(clock: Clock): (ctx: ScanContext<OpenAiConfig>) => Run {
  const runs = new WeakMap<OpenAiConfig, Run>()
  return (ctx) => {
    const known = runs.get(ctx.config)
    if (known) return known
    const api = createApi(ctx.config, ctx.signal, clock)
    let activity: Promise<Activity> | undefined
    const run: Run = {
      api,
      projects: new Map(),
      activity: () => {
        activity ??= getActivity(api, ctx.now(), ctx.config.usageDays)
        return activity
      },
    }
    runs.set(ctx.config, run)
    return run
  }
}
