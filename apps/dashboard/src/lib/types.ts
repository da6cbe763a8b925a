/** The contract's shapes as the pages name them. Types only. */
import type { ScopeRow } from '@ai-census/api'
import type { Answer } from './api.ts'

export type {
  Graph,
  GraphColumn,
  GraphNode,
  GraphWay,
  LoggedDecision,
  ModelRow,
  Overview,
  Proposal,
  QueueRow,
  Role,
  RuleRow,
  ScopeRow,
  SystemDetail,
  SystemRow,
  TrendDay,
} from '@ai-census/api'
export type {
  AiSystem,
  Component,
  ComponentState,
  Context,
  Decision,
  DecisionBody,
  Evidence,
  FieldAnswer,
  FieldSource,
  FindingKind,
  FindingRef,
  Flag,
  FlagId,
  Grade,
  Model,
  Relationship,
  RuleMatch,
  Supplier,
  SystemField,
  SystemFields,
  SystemState,
  Unknown,
} from '@ai-census/schema'

export type Session = Answer<'get', '/api/v1/session'>
export type EvidenceRow = Answer<'get', '/api/v1/systems/{id}/evidence'>['rows'][number]
export type ScanRow = Answer<'get', '/api/v1/scans'>['rows'][number]
export type ScanScope = Answer<'get', '/api/v1/scans/{scan}/scopes'>['rows'][number]
export type ScanFinding = Answer<'get', '/api/v1/scans/{scan}/changes'>['rows'][number]
export type CoverageGroup = Answer<'get', '/api/v1/coverage/groups'>['rows'][number]
export type CoverageTotals = Answer<'get', '/api/v1/coverage/groups'>['all']
export type MissingPermission = Answer<'get', '/api/v1/coverage/permissions'>['rows'][number]
export type CoverageStatus = ScopeRow['coverage']['status']
export type CoverageCell = NonNullable<ScopeRow['coverage']['cells']>[number]
export type DifferenceRow = Answer<'get', '/api/v1/inventory/diff'>['rows'][number]
export type RegisterImport = Answer<'get', '/api/v1/register-imports/{id}'>
export type ImportPlan = Answer<'get', '/api/v1/register-imports/{id}/plan'>
export type PlannedRow = ImportPlan['rows'][number]
export type DestinationRow = Answer<'get', '/api/v1/notification-destinations'>['rows'][number]
export type DeliveryRow = Answer<'get', '/api/v1/notification-deliveries'>['rows'][number]
export type TokenRow = Answer<'get', '/api/v1/tokens'>['rows'][number]
export type HistoryRow = Answer<'get', '/api/v1/history'>['rows'][number]
export type SupplierDetail = Answer<'get', '/api/v1/suppliers/{id}'>
export type ModelDetail = Answer<'get', '/api/v1/models/{id}'>
export type ComponentDetail = Answer<'get', '/api/v1/components/{id}'>
export type SettingsView = Answer<'get', '/api/v1/settings'>
export type SourceRow = Answer<'get', '/api/v1/sources'>['rows'][number]
export type SessionRow = Answer<'get', '/api/v1/sessions'>['rows'][number]
export type UserRow = Answer<'get', '/api/v1/users'>['rows'][number]
export type AccessEvent = Answer<'get', '/api/v1/access-events'>['rows'][number]
export type Sample = Answer<'get', '/api/v1/audit/samples/{id}'>
export type SampleSummary = Answer<'get', '/api/v1/audit/samples'>['rows'][number]
export type Completeness = Answer<'get', '/api/v1/audit/completeness'>
