import type { SystemFilter, SystemRow } from '@ai-census/api'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { listSystems } from '../inventory/list-systems.ts'
import type { Page } from '../inventory/pages.ts'

/** What waits for a person: the list of systems, narrowed to the undecided and sorted by consequence. */
export const listQueue = (deps: Deps, query: z.output<typeof SystemFilter>): Promise<Page<SystemRow>> =>
  listSystems(deps, {
    ...query,
    snoozed: query.snoozed ?? false,
    state: ['unregistered'],
    sort: 'attention',
  })
