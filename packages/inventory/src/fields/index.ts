import type { SystemField } from '@ai-census/schema'
import { businessOwner } from './business-owner.ts'
import { data } from './data.ts'
import { lifecycle } from './lifecycle.ts'
import { monitoringMethod } from './monitoring-method.ts'
import { name } from './name.ts'
import { nextReview } from './next-review.ts'
import { purpose } from './purpose.ts'
import { riskLevel } from './risk-level.ts'
import { riskRationale } from './risk-rationale.ts'
import type { FieldRule } from './rule.ts'
import { scope } from './scope.ts'
import { scopeJustification } from './scope-justification.ts'
import { technicalOwner } from './technical-owner.ts'
import { userImpact } from './user-impact.ts'
import { valueChainRole } from './value-chain-role.ts'

/** Every field of a system, in the order in which people fill them. */
export const fieldRules = {
  name,
  businessOwner,
  technicalOwner,
  purpose,
  userImpact,
  data,
  riskLevel,
  riskRationale,
  monitoringMethod,
  scope,
  scopeJustification,
  valueChainRole,
  lifecycle,
  nextReview,
} as const satisfies Record<SystemField, FieldRule>
