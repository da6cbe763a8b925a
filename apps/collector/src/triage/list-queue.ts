import type { SystemRow } from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { listSystems } from '../inventory/list-systems.ts'
import type { Page } from '../inventory/pages.ts'

/** What waits for a person: the list of systems, narrowed to the undecided and sorted by consequence. */
export const listQueue = (
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; search?: string | undefined },
): Promise<Page<SystemRow>> => listSystems(deps, { ...query, state: ['unregistered'], sort: 'attention' })
