import { z } from 'zod'
import { Claim } from './finding.ts'

/**
 * The smallest part of a source that one look covers whole or not.
 * `key` is stable from scan to scan: `git:github.com/acme/shop`, `aws:111122223333/eu-west-1/sagemaker`.
 */
export const Scope = z.object({
  key: z
    .string()
    .regex(/^[a-z0-9-]+:\S+$/, '<kind>:<path> without white space')
    .max(1024),
  title: z.string().min(1).max(512),
  /** The configured place that it belongs to, e.g. `github:acme`; a scanner token is bound to sources. */
  source: z.string().max(512).optional(),
  /** Where a person can open it. */
  url: z.url().max(4096).optional(),
  /** The state that was read, where the source has one (a commit). */
  revision: z.string().max(256).optional(),
  /** What the scope as a whole says of owner, purpose, system. */
  claims: z.array(Claim).max(50).optional(),
})
export type Scope = z.infer<typeof Scope>
