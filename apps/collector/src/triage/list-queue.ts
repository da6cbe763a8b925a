import type { QueueRow, SystemFilter } from '@ai-census/api'
import { objectOf } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { writeSystemsAs } from '../inventory/list-systems.ts'
import type { Page } from '../inventory/pages.ts'
import { systemFields, systemRows } from '../inventory/shown.ts'

const { json } = systemRows
const queueRowJson = objectOf({ ...systemFields(json), version: json.version })

/** What waits for a person: the list of systems, narrowed to the undecided and sorted by consequence. */
export const listQueue = (
  deps: Deps,
  query: z.output<typeof SystemFilter>,
): Promise<Written<Page<QueueRow>>> =>
  writeSystemsAs(
    deps,
    { ...query, snoozed: query.snoozed ?? false, state: ['unregistered'], sort: 'attention' },
    queueRowJson,
  )
