import { createParts, type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import type { OpenAiConfig } from './config.ts'
import type { Run } from './run-state.ts'
import { isArchived, listProjects, organisationScope, projectScope } from './targets/project.ts'

/**
 * The organisation, then its projects. Archived ones are always asked for: the oldest project names the
 * organisation where its id is not configured, and that must not change with what is looked at.
 * A list that breaks off gives the projects before the break, and then the failure.
 */
export async function* discover(ctx: ScanContext<OpenAiConfig>, run: Run): AsyncGenerator<Scope> {
  const parts = createParts()
  const projects = await parts.all('/v1/organization/projects', listProjects(run.api))
  const broken = parts.failures[0]?.failure
  // Half a list may lack the oldest project: then there is no name to go by.
  const organisation = ctx.config.organization ?? (broken ? null : nameless(projects))
  if (organisation && (projects.length > 0 || !broken)) {
    for (const project of projects) run.projects.set(project.id, project)
    yield organisationScope(organisation)
    for (const project of projects)
      if (ctx.config.includeArchived || !isArchived(project)) yield projectScope(organisation, project)
  }
  if (broken) throw explained(broken)
}

/** The default project is made with the organisation and can be neither archived nor deleted. */
function nameless(projects: Iterable<{ id: string; created_at: number }>): string {
  const oldest = [...projects].sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1))[0]
  if (!oldest)
    throw new ScopeFailure('failed', 'no-project', 'The organisation has no project, not even a default one.')
  return `organisation-of-${oldest.id}`
}

function explained(failure: ScopeFailure): ScopeFailure {
  if (failure.status !== 'denied') return failure
  const what =
    'OpenAI refused the key. An admin key of the organisation is needed (sk-admin-…, made by an owner of it), ' +
    'with the permissions api.management.read and api.usage.read; a project key (sk-proj-…) cannot read this.'
  return new ScopeFailure('denied', failure.reason, what)
}
