import type { DecisionBody } from '@ai-census/schema'

/** Systems that must exist already. Registering may name a new one: a system that nothing has discovered yet. */
export function systemsNamed(body: DecisionBody): { id: string; field: string }[] {
  switch (body.type) {
    case 'merge':
      return [
        { id: body.from, field: 'from' },
        { id: body.into, field: 'into' },
      ]
    case 'set-fields':
    case 'rate':
    case 'dismiss':
    case 'restore':
    case 'attach':
    case 'split':
    case 'assign':
    case 'snooze':
      return [{ id: body.system, field: 'system' }]
    case 'not-duplicates':
      return body.systems.map((id, i) => ({ id, field: `systems[${i}]` }))
    case 'confirm-presence':
    case 'release-look':
    case 'register':
    case 'revoke':
    case 'review-supplier':
    case 'configure':
    case 'set-rule':
    case 'remove-rule':
      return []
  }
}

/** Systems that exist once the decision is taken. */
export function systemsMadeBy(body: DecisionBody): string[] {
  if (body.type === 'register') return [body.system]
  return body.type === 'split' ? [body.newSystem] : []
}

/** The system that the decision changes, as it is called afterwards. */
export function subjectOf(body: DecisionBody): string | null {
  if (body.type === 'merge') return body.into
  return 'system' in body ? body.system : null
}
