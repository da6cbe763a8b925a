import { z } from 'zod'
import { ClaimSource } from './finding.ts'
import { FlagId } from './flag.ts'
import { Rating } from './risk.ts'
import { Context, Grade, Instant, SupplierSlug } from './vocabulary.ts'

export const UserImpact = z.enum(['internal', 'customer-facing', 'decision-support'])
export const ScopeDecision = z.enum(['in-scope', 'out-of-scope'])
export const ValueChainRole = z.enum(['developer', 'provider', 'deployer', 'user'])
export const LifecycleStage = z.enum(['planned', 'development', 'deployed', 'retired'])

const text = (max: number) => z.string().trim().min(1).max(max)

/** What people govern about a system; each field may be a person's pin or a discovered suggestion. */
export const SystemFields = z.object({
  name: text(200).describe('What people call it'),
  businessOwner: text(200).describe('Who answers for its purpose and its risk'),
  technicalOwner: text(200).describe('Who runs it'),
  purpose: text(2000).describe('What it is for, in a sentence'),
  userImpact: UserImpact.describe('Whom its output reaches'),
  data: text(2000).describe('Categories, sources and sensitivity of the data it sees'),
  riskLevel: text(40).describe('A level of the internal scale'),
  riskRationale: text(4000).describe('Why that level'),
  monitoringMethod: text(1000).describe('How its behaviour is watched'),
  scope: ScopeDecision.describe('Whether it is inside the management system'),
  scopeJustification: text(2000).describe('Why it is in or out'),
  valueChainRole: ValueChainRole.describe('The organisation’s role for this system'),
  lifecycle: LifecycleStage.describe('Where it is in its life'),
  nextReview: z.iso.date().describe('When it must be looked at again'),
})
export type SystemFields = z.infer<typeof SystemFields>
export type SystemField = keyof SystemFields

/** A person, as the register names people: an address or a name. */
export const Assignee = text(200)

/** Where a field's answer comes from, strongest first. */
export const FieldSource = z.enum(['pin', ...ClaimSource.options])
export type FieldSource = z.infer<typeof FieldSource>

/** A field's answer with its provenance; under a pin, the newest discovered value stands beside it. */
export const FieldAnswer = z.object({
  value: z.string(),
  source: FieldSource,
  /** Who or what said so: a person, a scope's key. */
  by: z.string(),
  at: Instant,
  discovered: z.object({ value: z.string(), source: ClaimSource, by: z.string() }).optional(),
})
export type FieldAnswer = z.infer<typeof FieldAnswer>

export const SystemState = z.enum(['unregistered', 'registered', 'dismissed'])
export type SystemState = z.infer<typeof SystemState>

export const AiSystem = z.object({
  id: z.string(),
  state: SystemState,
  /** What its components were grouped by, e.g. `repository:git:github.com/acme/shop`. */
  groupKey: z.string(),
  groupTitle: z.string(),
  fields: z.partialRecord(SystemFields.keyof(), FieldAnswer),
  suppliers: z.array(SupplierSlug),
  models: z.array(z.string()),
  componentCount: z.int(),
  /** The strongest of its live components. */
  grade: Grade.nullable(),
  contexts: z.array(Context),
  flags: z.array(FlagId),
  /** A person's rating by the rubric; absent where none rated it, or set its level without the rubric since. */
  rating: Rating.optional(),
  /** Who looks after what is open about it. */
  assignee: z.string().optional(),
  /** The first day on which the triage queue shows it again; absent as well once new evidence woke it. */
  snoozedUntil: z.iso.date().optional(),
  /** The rule by which it counts as dismissed, where no person dismissed it. */
  dismissedByRule: z.string().optional(),
  /** True while at least one component is seen. */
  live: z.boolean(),
  firstSeenAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
})
export type AiSystem = z.infer<typeof AiSystem>
