import { type ResourceType, type Row, resourceType } from '@ai-census/cloud-kit'
import type { Arm } from './arm.ts'
import type { Operation } from './operations.ts'
import type { Place } from './place.ts'

/** A row of the Azure table. */
export type Target = Omit<ResourceType<Arm, Place>, 'operations'> & {
  readonly operations: readonly Operation[]
}

type TargetRow<Item> = Row<Arm, Place, Item> & { readonly operations: readonly Operation[] }

/** A subscription's lists are of all its regions at once, so that no row is regional. */
export const target = <Item>(row: TargetRow<Item>): Target => ({
  ...resourceType<Arm, Place, Item>(row),
  where: 'global',
  operations: row.operations,
})
