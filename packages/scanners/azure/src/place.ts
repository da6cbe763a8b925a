import type { Context } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'
import type { Cloud } from './clouds.ts'

/** A subscription, and what is known of it. */
export interface Place {
  readonly subscription: string
  readonly subscriptionName: string
  /** What the subscription's name says; null where it says nothing. */
  readonly context: Context | null
  readonly now: Date
  /** Midnight UTC: from here on something counts as use. */
  readonly since: Date
  readonly jobPages: number
  readonly cloud: Cloud
  readonly catalogue: Catalogue
}
