import { modelOf } from '../models.ts'
import { addDays } from '../time.ts'
import type { SystemRule } from './rule.ts'
import { cited, listed } from './wording.ts'

/** It uses a model whose publisher has announced its end. */
export const modelRetiring: SystemRule = {
  id: 'model-retiring',
  subject: 'system',
  raise({ system, telling }, { catalogue, settings, today }) {
    if (system.state === 'dismissed') return null
    const horizon = addDays(today, settings.retirementNoticeDays)
    const found = new Map<string, { end: string; seen: string }>()
    for (const draft of telling) {
      const model = modelOf(draft.component)
      const end = model === null ? null : catalogue.retiresOn(model)
      if (model !== null && end !== null && end <= horizon) found.set(model, { end, seen: cited(draft) })
    }
    const models = [...found.keys()].sort()
    const [first] = models
    if (first === undefined) return null
    const told = (past: boolean, word: string): string => {
      const such = models.filter((model) => found.get(model)!.end < today === past)
      return such.length > 0
        ? `${word}: ${listed(such.map((model) => `${model} on ${found.get(model)!.end}`))}`
        : ''
    }
    const said = [told(true, 'Ended'), told(false, 'Ends')].filter(Boolean).join('. ')
    return {
      reason: `${said}; seen as ${found.get(first)!.seen}.`,
      clearedBy: 'Move to another model; the next complete scan clears this.',
    }
  },
}
