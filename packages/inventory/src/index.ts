export { isUnconfirmed } from './absence.ts'
export * from './as-of.ts'
export * from './canonical.ts'
export * from './catalogue.ts'
export * from './closure.ts'
export * from './decide.ts'
export { type DecisionGraph, type DecisionSubjects, decisionGraph, subjectsOf } from './decision-graph.ts'
export * from './diff.ts'
export { matchesRule, type RulePart } from './dismiss-rules.ts'
export { scopeDue, supplierDue } from './due.ts'
export {
  duplicateSigns,
  type MergeProposal,
  MOST_NAMESAKES,
  mergeProposals,
  nameKeys,
  type Sharing,
} from './duplicates.ts'
export { fieldRules } from './fields/index.ts'
export type { FieldRule } from './fields/rule.ts'
export { flagRules } from './flags/index.ts'
export type { DuplicateSign, World } from './flags/rule.ts'
export { namedGroupKey, repositoryGroupKey } from './group.ts'
export { componentId, refKey, refOf, systemId } from './ids.ts'
export { refreshLastSeen } from './last-seen.ts'
export * from './ledger.ts'
export { linkOfAlias, linksByRef } from './links.ts'
export * from './look.ts'
export * from './memory-ledger.ts'
export { type ModelUsers, modelOf, modelRow } from './models.ts'
export { isSteady, type OpenContent, type Pair } from './moves.ts'
export * from './reconcile.ts'
export * from './record.ts'
export * from './refused.ts'
export { type Governance, inForce, type Replay, replay } from './replay.ts'
export * from './risk/index.ts'
export * from './settings.ts'
export * from './sighting.ts'
export * from './statistics/index.ts'
export * from './subset.ts'
export {
  type Dependence,
  type Dependents,
  dependenceOf,
  supplierRow,
  suppliersOfComponent,
} from './suppliers.ts'
