import type { QueueRow, SystemFilter } from '@ai-census/api'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { listSystemsAs } from '../inventory/list-systems.ts'
import type { Page } from '../inventory/pages.ts'
import { systemRowOf } from '../inventory/shown.ts'

/** What waits for a person: the list of systems, narrowed to the undecided and sorted by consequence. */
export const listQueue = (deps: Deps, query: z.output<typeof SystemFilter>): Promise<Page<QueueRow>> =>
  listSystemsAs(
    deps,
    { ...query, snoozed: query.snoozed ?? false, state: ['unregistered'], sort: 'attention' },
    (row) => ({ ...systemRowOf(row), version: row.version }),
  )
