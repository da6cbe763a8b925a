import { z } from 'zod'
import { SystemFields } from './ai-system.ts'

const days = (most: number) => z.int().min(1).max(most)
const unique = (values: readonly string[]): boolean =>
  new Set(values.map((value) => value.toLowerCase())).size === values.length

/** A comma parts the levels of a query, so none may stand in a name. */
const RiskLevelName = SystemFields.shape.riskLevel.regex(/^[^,]+$/, 'a name without a comma')

/** What an organisation may set. Each change is a decision (`configure`), so that the log tells who set what, and when. */
export const OrganisationSettings = z.object({
  requiredFields: z
    .array(SystemFields.keyof())
    .max(SystemFields.keyof().options.length)
    .refine(unique, 'each field once')
    .describe('What a registered system must answer to be complete'),
  riskLevels: z
    .array(RiskLevelName)
    .min(2)
    .max(7)
    .refine(unique, 'each level once')
    .describe('The internal risk scale, lowest first'),
  brakeShare: z
    .number()
    .min(0.01)
    .max(1)
    .describe('A look is held when more than this share of a scope’s live findings vanish in it …'),
  brakeLeast: z.int().min(1).max(1_000_000).describe('… and at least this many'),
  usageDays: days(3650).describe('For how many days the last sign of use counts'),
  staleDays: days(3650).describe('After how many days without a complete look a scope’s coverage is a gap'),
  retirementNoticeDays: days(3650).describe('How many days before a model’s end people are told'),
})
export type OrganisationSettings = z.infer<typeof OrganisationSettings>
