import type { Context } from 'hono'
import { HttpProblem } from './problem.ts'

/**
 * The version in `If-Match`: `"v1"`. Undefined where there is none or any will do (`*`). A system's version is opaque
 * and has one value, so a list of several says nothing that one of them does not.
 */
export function ifMatch(c: Context): string | undefined {
  const header = c.req.header('if-match')?.trim()
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"([^",]{1,256})"$/.exec(header)?.[1]
  if (version !== undefined) return version
  throw new HttpProblem(400, 'If-Match names one version in quotes.', [
    { place: 'header.if-match', message: 'not one version in quotes' },
  ])
}
