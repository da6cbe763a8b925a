import type { Tags } from '@ai-census/cloud-kit'
import type { Context } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'
import type { Partition } from './partitions.ts'

/** Where a cell is, and what is known of that place. */
export interface Place {
  readonly account: string
  readonly accountName: string
  readonly partition: Partition
  /** `eu-west-1`, or `global`. */
  readonly region: string
  /** What the account's name says; null where it says nothing. */
  readonly context: Context | null
  readonly now: Date
  /** Midnight UTC: from here on something counts as use. */
  readonly since: Date
  readonly catalogue: Catalogue
  /** The tags of a resource by its ARN, as the region's tagging service has them. */
  tagsOf(arn: string): Tags
}
