import { z } from 'zod'

/** What a finding can be. Closed: a new kind is a decision about the domain, not a detail of a scanner. */
export const FindingKind = z.enum([
  'model',
  'model-file',
  'endpoint',
  'model-server',
  'agent',
  'mcp-server',
  'mcp-client',
  'knowledge-base',
  'dataset',
  'pipeline',
  'workspace',
  'credential',
  'library',
  'service',
  'assistant',
  'guardrail',
  'usage',
  'declared-system',
])
export type FindingKind = z.infer<typeof FindingKind>

/** How much the evidence proves, weakest first. A catalogue entry is `available`; a metric or a bill is `used`. */
export const Grade = z.enum(['available', 'declared', 'configured', 'deployed', 'used'])
export type Grade = z.infer<typeof Grade>

/** Where in an organisation's work the thing was seen, most consequential first. */
export const Context = z.enum(['production', 'development', 'ci', 'test', 'example', 'documentation'])
export type Context = z.infer<typeof Context>

/** How a look at one scope ended. Only `complete` may ever make something missing. */
export const CoverageStatus = z.enum([
  'complete',
  'partial',
  'denied',
  'throttled',
  'not-enabled',
  'unsupported',
  'failed',
])
export type CoverageStatus = z.infer<typeof CoverageStatus>

/** Why a place could not be read. Closed, so that it can be counted and acted on. */
export const UnknownReason = z.enum([
  'too-large',
  'not-text',
  'malformed',
  'too-slow',
  'permission',
  'link-outside',
  'link-loop',
  'missing-object',
  'throttled',
  'unavailable',
  'unsupported-format',
  'limit-reached',
])
export type UnknownReason = z.infer<typeof UnknownReason>

export const Strength = z.enum(['weak', 'medium', 'strong'])
export type Strength = z.infer<typeof Strength>

/** What kind of sign was seen (how, not where). */
export const EvidenceMethod = z.enum([
  'manifest',
  'lock-file',
  'import',
  'call',
  'host',
  'model-id',
  'environment-name',
  'key',
  'configuration',
  'image',
  'iac-resource',
  'file-name',
  'file-header',
  'declaration',
  'ci-action',
  'api',
  'metric',
  'audit-log',
  'cost',
])
export type EvidenceMethod = z.infer<typeof EvidenceMethod>

/** A supplier's slug: lower-case, hyphenated, the file name of its signature (`openai`, `aws-bedrock`). */
export const SupplierSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a lower-case, hyphenated slug')
  .max(64)
export type SupplierSlug = z.infer<typeof SupplierSlug>

/** Years that every part can write with four digits, in UTC too. */
const isWritable = (text: string): boolean => {
  const year = new Date(text).getUTCFullYear()
  return year >= 1 && year <= 9999
}

/** An instant, ISO 8601 in UTC (`2026-11-23T08:00:00.000Z`). */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(isWritable, 'an instant between the years 1 and 9999')
export type Instant = z.infer<typeof Instant>

export const gradeRank = (grade: Grade): number => Grade.options.indexOf(grade)
/** The stronger of two grades. */
export const strongerGrade = (a: Grade, b: Grade): Grade => (gradeRank(a) >= gradeRank(b) ? a : b)
/** The more consequential of two contexts (`production` before `test`). */
export const weightierContext = (a: Context, b: Context): Context =>
  Context.options.indexOf(a) <= Context.options.indexOf(b) ? a : b
