import { type ResourceType, type Row, resourceType } from '@ai-census/cloud-kit'
import type { Gcp } from './gcp.ts'
import type { Place } from './place.ts'
import type { ServiceName } from './services.ts'

/** A row of the Google Cloud table. Its operations are IAM permissions, one a request. */
export type Target = ResourceType<Gcp, Place> & { readonly service: ServiceName }

export function target<Item>(row: Row<Gcp, Place, Item> & { readonly service: ServiceName }): Target {
  const type = resourceType<Gcp, Place, Item>(row)
  return {
    ...type,
    service: row.service,
    async *read(gcp, place, notes) {
      yield* type.read(gcp, place, notes)
      gcp.settle()
    },
  }
}

/** Descriptions are asked for side by side; the rate budget decides how fast. */
export const AHEAD = 8
