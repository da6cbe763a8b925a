import { z } from 'zod'
import { Finding, Identifier } from './finding.ts'
import { Scope } from './scope.ts'
import { Unknown } from './unknown.ts'
import { CoverageStatus, FindingKind, Instant } from './vocabulary.ts'

/** One resource type in one scope: the smallest thing that a look at a cloud covers whole or not. */
export const CoverageCell = z.object({
  /** Of the scanner's own table: `sagemaker-endpoint`. */
  type: z.string().min(1).max(128),
  status: CoverageStatus,
  /** The missing permission by the provider's name (`sagemaker:ListEndpoints`), else a short stable word. */
  reason: z.string().max(256).optional(),
  /** Answers of lists. */
  pages: z.int().min(0),
  /** Resources read, whether or not they made a finding. */
  resources: z.int().min(0),
  milliseconds: z.int().min(0),
})
export type CoverageCell = z.infer<typeof CoverageCell>

export const Coverage = z.object({
  status: CoverageStatus,
  /** A short stable word for machines, e.g. the missing permission or `unreadable-files`. */
  reason: z.string().max(256).optional(),
  /** A sentence for people. */
  detail: z.string().max(2000).optional(),
  /** The kinds this look was able to see. Absent: all. What a look cannot see, it cannot miss. */
  kinds: z.array(FindingKind).optional(),
  /** What the status is made of, where a scope has parts. How long and in how many pages is no part of a digest. */
  cells: z.array(CoverageCell).max(1000).optional(),
})
export type Coverage = z.infer<typeof Coverage>

export const ScannerId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
export type ScannerId = z.infer<typeof ScannerId>

/** A name that an identifier also goes by: a project's id and its number, a host name and the resource behind it. */
export const IdentifierAlias = z.object({
  type: Identifier.shape.type,
  from: Identifier.shape.value,
  to: Identifier.shape.value,
})
export type IdentifierAlias = z.infer<typeof IdentifierAlias>

/** What one look at one scope saw. The contract between scanners and everything else. */
export const ScanReport = z.object({
  scanner: ScannerId,
  /** The scanner's version, semver. */
  version: z.string().max(64),
  /** Which catalogue of signatures it looked with; a new one never removes anything. */
  catalogue: z.string().max(128),
  scope: Scope,
  startedAt: Instant,
  finishedAt: Instant,
  coverage: Coverage,
  findings: z.array(Finding),
  unknowns: z.array(Unknown),
  /**
   * Keys of findings that the source itself says are no more: it answered 404 for that very thing, or told of its
   * deletion. They count as gone at once, whatever the coverage; one that is also among `findings` is refused.
   */
  deleted: z.array(Finding.shape.key).max(100_000).optional(),
  /**
   * Names that the scanner knows to mean the same. Absent: it says nothing of them, and those known stay in force. A
   * complete look's list takes their place, any other look's adds to them.
   */
  aliases: z.array(IdentifierAlias).max(10_000).optional(),
})
export type ScanReport = z.infer<typeof ScanReport>

const KnownFinding = z.object({ scope: Scope.shape.key, key: Finding.shape.key })

/** What `ai-census scan --format json` prints. */
export const ScanOutput = z.object({
  reports: z.array(ScanReport),
  /** Beside a baseline: what is new, and what was known and is no more. Suppressed findings are on neither side. */
  comparison: z
    .object({
      added: z.array(KnownFinding),
      stayed: z.int(),
      /** Not in a whole look at the same scope. */
      gone: z.array(KnownFinding),
      /** Of scopes that were not read whole, or not at all. */
      unseen: z.array(KnownFinding),
    })
    .optional(),
})
export type ScanOutput = z.infer<typeof ScanOutput>
