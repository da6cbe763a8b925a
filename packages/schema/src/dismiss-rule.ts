import { z } from 'zod'
import { Context, FindingKind, SupplierSlug } from './vocabulary.ts'

/** Text in which `*` stands for any characters, slashes among them, and everything else for itself. */
const Wildcard = z.string().trim().min(1).max(512)

/** What all that is live of a system must be for a rule to speak of it; what is not named narrows nothing. */
export const RuleMatch = z
  .object({
    scope: Wildcard.optional().describe('The scope’s key, e.g. `git:github.com/acme/*`'),
    path: Wildcard.optional().describe(
      'Every place of evidence in a file, e.g. `tests/*`; one elsewhere fails it',
    ),
    contexts: z.array(Context).min(1).max(Context.options.length).optional(),
    suppliers: z.array(SupplierSlug).min(1).max(100).optional(),
    kinds: z.array(FindingKind).min(1).max(FindingKind.options.length).optional(),
  })
  .refine(
    (match) => Object.values(match).some((part) => part !== undefined),
    'names nothing, and so would match everything',
  )
export type RuleMatch = z.infer<typeof RuleMatch>

/**
 * A person's standing decision to dismiss what is nothing but this. It holds for a system as long as everything live of
 * it matches: new evidence of another sort brings the system back to triage by itself.
 */
export const DismissRule = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')
    .max(64),
  name: z.string().trim().min(1).max(200),
  match: RuleMatch,
  reason: z.string().trim().min(3).max(2000),
  /** The last day on which it holds. */
  expires: z.iso.date().optional(),
})
export type DismissRule = z.infer<typeof DismissRule>

/** A rule as it is in force: with who made it, and when. */
export const StandingRule = DismissRule.extend({ by: z.string(), at: z.string(), sequence: z.int() })
export type StandingRule = z.infer<typeof StandingRule>

/** More rules than this nobody oversees. */
export const MOST_RULES = 200
