import type { Coverage, FindingKind } from '@ai-census/schema'
import type { LookMark } from './ledger.ts'

/** Rule 10: signs of use fade with time; a look that does not see them again says nothing. */
const FADING: ReadonlySet<FindingKind> = new Set<FindingKind>(['usage'])

/**
 * Rule 1: whether not being in `look` means not being there. Only a complete look says so, of kinds that it was
 * able to see, with the same detectors and signatures that saw the finding last.
 */
export function isAbsence(
  kind: FindingKind,
  lastSeen: LookMark | null,
  look: LookMark & { readonly coverage: Pick<Coverage, 'status' | 'kinds'> },
): boolean {
  if (look.coverage.status !== 'complete' || FADING.has(kind) || !lastSeen) return false
  if (look.coverage.kinds && !look.coverage.kinds.includes(kind)) return false
  return lastSeen.version === look.version && lastSeen.catalogue === look.catalogue
}
