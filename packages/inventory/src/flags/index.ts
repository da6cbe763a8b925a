import type { FlagId } from '@ai-census/schema'
import { changedSinceReview } from './changed-since-review.ts'
import { coverageGap } from './coverage-gap.ts'
import { exposedKey } from './exposed-key.ts'
import { incomplete } from './incomplete.ts'
import { modelRetiring } from './model-retiring.ts'
import { noMonitoring } from './no-monitoring.ts'
import { notSeen } from './not-seen.ts'
import { possibleDuplicate } from './possible-duplicate.ts'
import { reviewOverdue } from './review-overdue.ts'
import type { FlagRule } from './rule.ts'
import { supplierReviewOverdue } from './supplier-review-overdue.ts'
import { supplierUnreviewed } from './supplier-unreviewed.ts'
import { unconfirmed } from './unconfirmed.ts'
import { unowned } from './unowned.ts'
import { unrated } from './unrated.ts'
import { unregistered } from './unregistered.ts'

/** Every flag, under its id. A test compares this with the files beside it. */
export const flagRules = {
  unregistered,
  unrated,
  incomplete,
  unowned,
  'no-monitoring': noMonitoring,
  'possible-duplicate': possibleDuplicate,
  'changed-since-review': changedSinceReview,
  'not-seen': notSeen,
  'supplier-unreviewed': supplierUnreviewed,
  'supplier-review-overdue': supplierReviewOverdue,
  'model-retiring': modelRetiring,
  'exposed-key': exposedKey,
  'coverage-gap': coverageGap,
  'review-overdue': reviewOverdue,
  unconfirmed,
} as const satisfies Record<FlagId, FlagRule>
