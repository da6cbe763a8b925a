import type { SampleTask } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { AiSystem, Component } from '@ai-census/schema'
import type { Moment } from '../../reconcile/load-facts.ts'
import { systemName } from '../../reconcile/projection-rows.ts'
import { evidenceOf, noEvidence, urlOf } from './evidence.ts'
import { heldAt } from './population.ts'

type Tasks = Map<string, SampleTask>

export async function systemTasks(tx: Transaction, ids: string[], moment: Moment): Promise<Tasks> {
  const bodies = await bodiesAt<AiSystem>(tx, 'system', ids, moment)
  const evidence = await evidenceOf(tx, 'system', ids, moment)
  return new Map(
    [...bodies].map(([id, system]) => {
      const own = evidence.get(id) ?? noEvidence
      return [
        id,
        {
          title: systemName(system),
          check:
            'Open the evidence: is this one AI system, in use as it says? Are supplier, owner and rating right?',
          page: `/systems/${id}`,
          url: urlOf(own),
          facts: systemFacts(system),
          ...own,
        },
      ]
    }),
  )
}

const systemFacts = (system: AiSystem): SampleTask['facts'] => ({
  state: system.state,
  ...Object.fromEntries(Object.entries(system.fields).map(([field, answer]) => [field, answer.value])),
  suppliers: system.suppliers,
  models: system.models,
  grade: system.grade ?? 'none',
  contexts: system.contexts,
  flags: system.flags,
  live: system.live ? 'yes' : 'no',
})

export async function componentTasks(tx: Transaction, ids: string[], moment: Moment): Promise<Tasks> {
  const bodies = await bodiesAt<Component>(tx, 'component', ids, moment)
  const evidence = await evidenceOf(tx, 'component', ids, moment)
  return new Map(
    [...bodies].map(([id, component]) => {
      const own = evidence.get(id) ?? noEvidence
      return [
        id,
        {
          title: `${component.kind} ${component.name}`,
          check:
            'Open the evidence: does it show this, from this supplier, at this grade and in this context?',
          page: `/systems/${component.systemId}`,
          url: urlOf(own),
          facts: componentFacts(component),
          ...own,
        },
      ]
    }),
  )
}

const componentFacts = (component: Component): SampleTask['facts'] => ({
  state: component.state,
  supplier: component.supplier ?? component.supplierName ?? 'none',
  ...(component.model ? { model: component.model.id } : {}),
  grade: component.grade,
  context: component.context,
  system: component.systemId,
})

/** What the history holds of these things at a moment, by id. */
export async function bodiesAt<T>(
  tx: Transaction,
  subject: 'system' | 'component',
  ids: string[],
  moment: Moment,
): Promise<Map<string, T>> {
  const { rows } = await tx.execute<{ id: string; body: T }>(sql`
    select h.subject_id as id, h.body from inventory_history h
    where h.subject_type = ${subject} and h.subject_id = any(${sql.param(ids)}::text[]) and ${heldAt(moment)}`)
  return new Map(rows.map(({ id, body }) => [id, body]))
}
