import { type Finding, portableKey, type Suppression } from '@ai-census/schema'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { ACCEPTED_FILE } from './files.ts'

const Accepted = z.strictObject({
  /** The finding's key, as `--format json` and `--explain` show it; a credential's with its redacted form. */
  key: z.string().min(1).max(1024),
  reason: z.string().trim().min(1).max(1000),
  author: z.string().trim().min(1).max(256),
  /** The last day on which it holds, in UTC. */
  expires: z.iso.date(),
})

const AcceptedFile = z.strictObject({ accepted: z.array(Accepted).max(10_000) })

export interface Acceptances {
  of(finding: Finding, today: string): Suppression | null
  /** Why the file says nothing, where it is broken. */
  readonly fault: string | null
}

/** The findings that people of this repository accept until a day. A broken file accepts nothing, aloud. */
export function acceptances(text: string): Acceptances {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' })
  const broken = document.errors[0]
  if (broken) return { of: () => null, fault: firstLine(broken.message) }
  const parsed = AcceptedFile.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { of: () => null, fault: `${issue?.path.join('.') || 'the file'}: ${issue?.message}` }
  }
  const known = new Map(
    parsed.data.accepted.map((one, index) => [written(one.key), { ...one, line: lineOf(index) }]),
  )
  return {
    fault: null,
    of(finding, today) {
      const one = known.get(finding.key) ?? known.get(portableKey(finding))
      if (!one) return null
      return {
        by: 'acceptance',
        status: one.expires < today ? 'expired' : 'active',
        reason: one.reason,
        place: `${ACCEPTED_FILE}:${one.line}`,
        author: one.author,
        expires: one.expires,
      }
    },
  }

  function lineOf(index: number): number {
    const node = document.getIn(['accepted', index], true)
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
    return Array.isArray(range) && typeof range[0] === 'number' ? lines.linePos(range[0]).line : 1
  }
}

/** Three dots are what most keyboards have for the ellipsis of a redacted key. */
const written = (key: string): string => (key.startsWith('credential:') ? key.replace('...', '\u2026') : key)

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 300)
