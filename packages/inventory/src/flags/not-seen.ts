import { isIdle } from './governed.ts'
import type { SystemRule } from './rule.ts'

/** A ghost: in the register, and no source shows it. */
export const notSeen: SystemRule = {
  id: 'not-seen',
  subject: 'system',
  raise({ system, drafts }) {
    if (system.state !== 'registered' || system.live || isIdle(system)) return null
    const reason =
      drafts.length === 0
        ? 'Registered, and no source has ever shown it.'
        : `None of its evidence is there any more; last seen ${system.lastSeenAt?.slice(0, 10)}.`
    return {
      reason,
      clearedBy:
        'Connect the source that shows it, attach its evidence, merge it, or set its lifecycle to retired.',
    }
  },
}
