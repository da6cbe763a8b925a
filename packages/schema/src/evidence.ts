import { z } from 'zod'
import { Suppression } from './suppression.ts'
import { EvidenceMethod, Strength } from './vocabulary.ts'

/** A place in a repository. Lines count from 1; `path` is relative to the repository's root, with `/`. */
export const CodeLocation = z.object({
  path: z.string().min(1).max(4096),
  startLine: z.int().min(1),
  endLine: z.int().min(1).optional(),
  /** A notebook's code cell, counted from 1 over its code cells; `startLine` then counts within that cell. */
  cell: z.int().min(1).optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  /** A permalink for people. */
  url: z.url().max(8192).optional(),
})
export type CodeLocation = z.infer<typeof CodeLocation>

/** A place in a provider: which operation answered, and about which resource. */
export const ApiLocation = z.object({
  api: z.string().min(1).max(256),
  operation: z.string().min(1).max(256),
  resource: z.string().min(1).max(4096),
  region: z.string().max(128).optional(),
})
export type ApiLocation = z.infer<typeof ApiLocation>

export const Evidence = z.object({
  method: EvidenceMethod,
  /** Which rule saw it, as `<supplier or detector>/<sign>`, so that a person can look the rule up. */
  rule: z.string().min(1).max(256),
  strength: Strength,
  location: z.union([CodeLocation, ApiLocation]),
  /** At most one line, with any secret masked before it gets here. */
  excerpt: z.string().max(400).optional(),
  /** Present where somebody asked that this place be ignored. */
  suppression: Suppression.optional(),
})
export type Evidence = z.infer<typeof Evidence>

export const isCodeLocation = (location: Evidence['location']): location is CodeLocation => 'path' in location
