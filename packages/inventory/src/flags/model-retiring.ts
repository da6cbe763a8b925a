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
    const ending = new Map<string, string>()
    for (const draft of telling) {
      const model = modelOf(draft.component)
      const end = model === null ? null : catalogue.retiresOn(model)
      if (end !== null && end <= horizon) ending.set(`${model} on ${end}`, cited(draft))
    }
    if (ending.size === 0) return null
    const models = [...ending.keys()].sort()
    return {
      reason: `Ends: ${listed(models)}; seen as ${ending.get(models[0]!)}.`,
      clearedBy: 'Move to another model; the next complete scan clears this.',
    }
  },
}
