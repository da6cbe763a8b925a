import { z } from 'zod'
import { FlagId } from './flag.ts'
import { Instant } from './vocabulary.ts'

/** What a destination can be told of, the gravest first. Closed: each has its own words in messages and dashboard. */
export const NewsKind = z.enum([
  'system-discovered',
  'look-held',
  'flag-raised',
  'source-late',
  'coverage-lost',
  'supplier-appeared',
  'model-retiring',
  'review-due',
  'system-assigned',
])
export type NewsKind = z.infer<typeof NewsKind>

/** Flags that a destination can ask for one by one; the others have kinds of news of their own. */
export const NewsFlag = FlagId.exclude([
  'unregistered',
  'coverage-gap',
  'model-retiring',
  'review-overdue',
  'supplier-review-overdue',
])
export type NewsFlag = z.infer<typeof NewsFlag>

/** Something that happened and that people are told of once. What it says is what was so then. */
export const News = z.object({
  kind: NewsKind,
  at: Instant,
  subject: z.object({
    type: z.enum(['system', 'supplier', 'model', 'scope', 'source', 'scan']),
    id: z.string(),
    name: z.string(),
  }),
  /** One sentence that says what happened. */
  detail: z.string(),
  flag: FlagId.optional(),
  /** Slugs. */
  suppliers: z.array(z.string()),
  /** Where it was seen, as tokens name sources. */
  sources: z.array(z.string()),
  /** The system's risk level, where a person gave it one. */
  riskLevel: z.string().optional(),
  /** The day that it is about: of the retirement, of the review. */
  on: z.iso.date().optional(),
})
export type News = z.infer<typeof News>
