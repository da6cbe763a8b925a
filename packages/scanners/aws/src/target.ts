import { type ResourceType, type Row, resourceType } from '@ai-census/cloud-kit'
import type { Aws } from './aws.ts'
import type { Operation } from './permissions.ts'
import type { Place } from './place.ts'

/** A row of the AWS table. */
export type Target = Omit<ResourceType<Aws, Place>, 'operations'> & {
  readonly operations: readonly Operation[]
}

type TargetRow<Item> = Row<Aws, Place, Item> & { readonly operations: readonly Operation[] }

export const target = <Item>(row: TargetRow<Item>): Target => ({
  ...resourceType<Aws, Place, Item>(row),
  operations: row.operations,
})

/** Descriptions are asked for side by side; the rate budget decides how fast. */
export const AHEAD = 8
