import type { AiSystem } from '@ai-census/schema'

type Subject = Pick<AiSystem, 'state' | 'fields'>

/** In the register and inside the management system: its record must be complete. */
export const governed = ({ state, fields }: Subject): boolean =>
  state === 'registered' && fields.scope?.value !== 'out-of-scope'

/** No longer, or not yet, in use by a person's word: nothing is expected to be seen or watched. */
export const isIdle = ({ fields: { lifecycle } }: Subject): boolean =>
  lifecycle?.source === 'pin' && (lifecycle.value === 'retired' || lifecycle.value === 'planned')
