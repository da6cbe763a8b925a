import { digest, type Scope } from '@ai-census/schema'
import type { LedgerLook, ScopeFacts } from './ledger.ts'
import { markOf } from './moves.ts'

/** What is known of a scope once this look counts. */
export function nextFacts(previous: ScopeFacts | null, look: LedgerLook): ScopeFacts {
  const mark = markOf(look)
  const isComplete = look.coverage.status === 'complete'
  const { kinds } = look.coverage
  return {
    scope: look.scope,
    scanner: look.scanner,
    describedAt: previous && sameDescription(previous.scope, look.scope) ? previous.describedAt : look.at,
    newest: look,
    sight: isComplete || look.saw > 0 ? mark : (previous?.sight ?? null),
    complete: isComplete ? { ...mark, ...(kinds && { kinds }) } : (previous?.complete ?? null),
    held: null,
  }
}

function sameDescription(a: Scope, b: Scope): boolean {
  const { revision: _a, ...before } = a
  const { revision: _b, ...after } = b
  return digest(before) === digest(after)
}
