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
  if (look.coverage.status !== 'complete' || !lastSeen) return false
  return isVisible(kind, look.coverage.kinds) && hasSameEyes(lastSeen, look)
}

/**
 * Whether only other detectors or signatures keep an unseen finding from being missing: a complete look that was able
 * to see its kind did not see it, and whether it is gone or they no longer know its sign, nobody can tell from here.
 */
export function isUnconfirmed(
  kind: FindingKind,
  lastSeen: LookMark | null,
  complete: (LookMark & { readonly kinds?: readonly FindingKind[] }) | null,
): boolean {
  if (!complete || !lastSeen || complete.at <= lastSeen.at) return false
  return isVisible(kind, complete.kinds) && !hasSameEyes(lastSeen, complete)
}

const isVisible = (kind: FindingKind, kinds: readonly FindingKind[] | undefined): boolean =>
  !FADING.has(kind) && (!kinds || kinds.includes(kind))

const hasSameEyes = (a: LookMark, b: LookMark): boolean =>
  a.version === b.version && a.catalogue === b.catalogue
