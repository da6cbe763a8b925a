import { z } from 'zod'
import { Assignee, SystemFields } from './ai-system.ts'
import { FindingRef } from './component.ts'
import { DismissRule } from './dismiss-rule.ts'
import { RiskAnswers, RiskProfile } from './risk.ts'
import { ScannerId } from './scan-report.ts'
import { Scope } from './scope.ts'
import { OrganisationSettings } from './settings.ts'
import { SupplierReview } from './supplier.ts'
import { Instant, SupplierSlug } from './vocabulary.ts'

/** A patch of fields: a value pins, null lets discovery answer again. */
export const FieldPatch = z.partialRecord(SystemFields.keyof(), z.string().nullable())

/**
 * What a person decided. Systems are named by their id; `register` also keeps what the system was made of
 * (group key and findings), so that the decision still finds it when grouping changes.
 */
export const DecisionBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('register'),
    system: z.string(),
    groupKeys: z.array(z.string()).max(1000),
    anchors: z.array(FindingRef).max(10_000),
    fields: SystemFields.partial().extend({ name: SystemFields.shape.name }),
  }),
  z.object({ type: z.literal('set-fields'), system: z.string(), fields: FieldPatch }),
  /** A person's rating by the rubric; a suggestion becomes a rating by this alone. Author and date are the log's. */
  z.object({
    type: z.literal('rate'),
    system: z.string(),
    level: SystemFields.shape.riskLevel,
    answers: RiskAnswers,
    rationale: SystemFields.shape.riskRationale,
    nextReview: SystemFields.shape.nextReview,
    /** What the person rated. Absent: told from what had been seen by then, as far as that still shows it. */
    basis: RiskProfile.optional(),
  }),
  z.object({
    type: z.literal('dismiss'),
    system: z.string(),
    reason: z.string().trim().min(3).max(2000),
    expires: z.iso.date().optional(),
  }),
  z.object({ type: z.literal('restore'), system: z.string() }),
  /** Components (by one of their findings) belong to this system from now on. */
  z.object({
    type: z.literal('attach'),
    system: z.string(),
    findings: z.array(FindingRef).min(1).max(10_000),
  }),
  /** `from` becomes part of `into`. */
  z.object({
    type: z.literal('merge'),
    from: z.string(),
    into: z.string(),
    reason: z.string().max(2000).optional(),
  }),
  /** These components leave `system` and make a new one. */
  z.object({
    type: z.literal('split'),
    system: z.string(),
    newSystem: z.string(),
    name: SystemFields.shape.name,
    findings: z.array(FindingRef).min(1).max(10_000),
    reason: z.string().max(2000).optional(),
  }),
  /** Takes back an earlier decision by its sequence number. */
  z.object({ type: z.literal('revoke'), sequence: z.int().min(1), reason: z.string().max(2000).optional() }),
  /** These two were proposed as one and are not; takes the proposal away, whatever evidence comes. */
  z.object({
    type: z.literal('not-duplicates'),
    systems: z.tuple([z.string(), z.string()]),
    reason: z.string().trim().min(3).max(2000),
  }),
  /**
   * What became of findings that detectors of another version no longer see (flag `unconfirmed`): they are still there,
   * or they are gone. Holds until they are seen again.
   */
  z.object({
    type: z.literal('confirm-presence'),
    findings: z.array(FindingRef).min(1).max(10_000),
    present: z.boolean(),
    reason: z.string().trim().min(3).max(2000),
  }),
  /** Lets a held look count, or discards it. `sequence` is the look's own number among its scope and scanner. */
  z.object({
    type: z.literal('release-look'),
    scope: Scope.shape.key,
    scanner: ScannerId,
    sequence: z.int().min(1),
    accept: z.boolean(),
    reason: z.string().trim().min(3).max(2000),
  }),
  z.object({
    type: z.literal('review-supplier'),
    supplier: SupplierSlug,
    review: SupplierReview,
    nextReview: z.iso.date().optional(),
    contract: z.string().max(500).optional(),
    note: z.string().max(2000).optional(),
  }),
  /** Who looks after what is open about the system; null: nobody. Says nothing about who owns it. */
  z.object({ type: z.literal('assign'), system: z.string(), assignee: Assignee.nullable() }),
  /** Leaves the triage queue until that day; null brings it back. New evidence may wake it before. */
  z.object({
    type: z.literal('snooze'),
    system: z.string(),
    until: z.iso.date().nullable(),
    reason: z.string().max(2000).optional(),
  }),
  /** Changes what is named of the organisation's settings; what is not named stays. */
  z.object({
    type: z.literal('configure'),
    settings: OrganisationSettings.partial().refine(
      (patch) => Object.keys(patch).length > 0,
      'names no setting',
    ),
    reason: z.string().max(2000).optional(),
  }),
  /** A standing decision to dismiss what matches, from now on; one of the same id takes its place. */
  z.object({ type: z.literal('set-rule'), rule: DismissRule }),
  z.object({
    type: z.literal('remove-rule'),
    rule: DismissRule.shape.id,
    reason: z.string().max(2000).optional(),
  }),
])
export type DecisionBody = z.infer<typeof DecisionBody>

/** A row of the append-only, hash-chained log. `hash` covers `previous` and everything else but itself. */
export const Decision = z.object({
  sequence: z.int().min(1),
  at: Instant,
  author: z.string().min(1).max(256),
  body: DecisionBody,
  previous: z.string(),
  hash: z.string(),
})
export type Decision = z.infer<typeof Decision>
