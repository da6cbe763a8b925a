import type { ImportTarget } from '@ai-census/schema'

/** How a target is called in sentences. */
export const targetTitles = {
  name: 'name',
  businessOwner: 'business owner',
  technicalOwner: 'technical owner',
  purpose: 'purpose',
  userImpact: 'user impact',
  data: 'data used',
  riskLevel: 'risk level',
  riskRationale: 'risk rationale',
  monitoringMethod: 'monitoring method',
  scope: 'scope',
  scopeJustification: 'scope justification',
  valueChainRole: 'value chain role',
  lifecycle: 'lifecycle',
  nextReview: 'next review',
  id: 'register’s own id',
  repository: 'repository',
  supplier: 'supplier',
  model: 'model',
} as const satisfies Record<ImportTarget, string>
