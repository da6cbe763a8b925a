/** From a form's values to the decision that is filed, and back: pure, so that it can be proved. */

import type { SystemDetail } from '@ai-census/api'
import type { Component, DecisionBody, FieldAnswer, SystemField, SystemFields } from '@ai-census/schema'
import { fieldNames } from './fields.ts'

/** What stands in the form; an empty string is no answer. */
export type Draft = Record<SystemField, string>
type Answers = Readonly<Partial<Record<SystemField, FieldAnswer>>>

export const draftOf = (answers: Answers): Draft =>
  Object.fromEntries(fieldNames.map((name) => [name, answers[name]?.value ?? ''])) as Draft // every name is set

export const changedFields = (before: Draft, after: Draft): SystemField[] =>
  fieldNames.filter((name) => before[name].trim() !== after[name].trim())

/** Each finding of the components once, so that the decision finds the system again after a regrouping. */
export function anchorsOf(components: readonly Component[]): { scope: string; key: string }[] {
  const seen = new Map<string, { scope: string; key: string }>()
  for (const { findings } of components)
    for (const { scope, key } of findings) seen.set(`${scope}\n${key}`, { scope, key })
  return [...seen.values()].slice(0, 10_000)
}

/**
 * The decision that puts the draft on record. Registering pins every answer that the person saw and kept;
 * editing pins what changed, and an emptied field is handed back to discovery.
 */
export function decisionOf(detail: SystemDetail, before: Draft, after: Draft): DecisionBody | null {
  const { system, components } = detail
  if (system.state !== 'registered') {
    const given = fieldNames.filter((name) => after[name].trim() !== '')
    // The server checks each value; a wrong one comes back as a fault of its field.
    const fields = Object.fromEntries(
      given.map((name) => [name, after[name].trim()]),
    ) as Partial<SystemFields>
    return {
      type: 'register',
      system: system.id,
      groupKeys: [system.groupKey],
      anchors: anchorsOf(components),
      fields: { ...fields, name: after.name.trim() },
    }
  }
  return patchOf(system.id, before, after)
}

/** Pins what changed; an emptied field is handed back to discovery. */
export function patchOf(system: string, before: Draft, after: Draft): DecisionBody | null {
  const changed = changedFields(before, after)
  if (changed.length === 0) return null
  const fields = Object.fromEntries(changed.map((name) => [name, after[name].trim() || null]))
  return { type: 'set-fields', system, fields }
}

export interface Conflict {
  field: SystemField
  base: string
  mine: string
  theirs: FieldAnswer | undefined
}

/** Fields that somebody else changed after the form was opened, where this form says something else. */
export function conflictsOf(before: Draft, mine: Draft, now: Answers): Conflict[] {
  return fieldNames
    .filter((name) => (now[name]?.value ?? '') !== before[name])
    .filter((name) => mine[name].trim() !== before[name].trim())
    .filter((name) => mine[name].trim() !== (now[name]?.value ?? ''))
    .map((name) => ({ field: name, base: before[name], mine: mine[name], theirs: now[name] }))
}

/** The draft on top of the newest answers: what this person did not touch follows the others. */
export function rebase(before: Draft, mine: Draft, now: Answers): Draft {
  const latest = draftOf(now)
  const touched = new Set(changedFields(before, mine))
  return Object.fromEntries(
    fieldNames.map((name) => [name, touched.has(name) ? mine[name] : latest[name]]),
  ) as Draft // every name is set
}
