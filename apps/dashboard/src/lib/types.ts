/** The contract's shapes as the pages name them. Types only. */
import type { Answer } from './api.ts'

export type { Overview, Role, ScopeRow, SystemDetail, SystemRow } from '@ai-census/api'
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
  Flag,
  FlagId,
  Grade,
  Model,
  Relationship,
  Supplier,
  SystemField,
  SystemFields,
  SystemState,
  Unknown,
} from '@ai-census/schema'

export type Session = Answer<'get', '/api/v1/session'>
export type EvidenceRow = Answer<'get', '/api/v1/systems/{id}/evidence'>['rows'][number]
export type ScanRow = Answer<'get', '/api/v1/scans'>['rows'][number]
export type TokenRow = Answer<'get', '/api/v1/tokens'>['rows'][number]
export type HistoryRow = Answer<'get', '/api/v1/history'>['rows'][number]
export type SupplierDetail = Answer<'get', '/api/v1/suppliers/{id}'>
export type SettingsView = Answer<'get', '/api/v1/settings'>
export type SourceRow = Answer<'get', '/api/v1/sources'>['rows'][number]
export type SessionRow = Answer<'get', '/api/v1/sessions'>['rows'][number]
export type UserRow = Answer<'get', '/api/v1/users'>['rows'][number]
export type AccessEvent = Answer<'get', '/api/v1/access-events'>['rows'][number]
export type Sample = Answer<'get', '/api/v1/audit/samples/{id}'>
export type SampleSummary = Answer<'get', '/api/v1/audit/samples'>['rows'][number]
export type Completeness = Answer<'get', '/api/v1/audit/completeness'>
