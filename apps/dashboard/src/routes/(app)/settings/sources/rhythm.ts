/** How often a source reports, in words. */
import type { SourceRow } from '#lib/types.ts'
import type { Word } from '#lib/words.ts'

/** `every day`, `every 6 h`, `every 8 d`; nothing where too few scans tell. */
export function rhythmOf({ usualHours, scans }: Pick<SourceRow, 'usualHours' | 'scans'>): string {
  if (usualHours === null) return scans === 1 ? 'one scan so far' : 'too few scans to tell'
  if (usualHours < 1) return `every ${Math.max(1, Math.round(usualHours * 60))} min`
  if (usualHours < 20) return `every ${Math.round(usualHours)} h`
  const days = Math.round(usualHours / 24)
  return days <= 1 ? 'every day' : `every ${days} d`
}

export const tokenWords = {
  expired: { label: 'Token expired', tone: 'warn', help: 'The next scan will be refused' },
  revoked: { label: 'Token revoked', tone: 'warn', help: 'The next scan will be refused' },
} satisfies Record<'expired' | 'revoked', Word>
