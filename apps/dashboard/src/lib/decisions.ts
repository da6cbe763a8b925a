/** Decisions in a sentence, for histories. */
import { type FieldRow, fieldRow } from './fields.ts'
import { count, day, plural } from './format.ts'
import type { DecisionBody, SystemField } from './types.ts'

type Of<T extends DecisionBody['type']> = Extract<DecisionBody, { type: T }>

const labels = (fields: Readonly<Record<string, unknown>>): string =>
  Object.keys(fields)
    .map((name) => (fieldRow(name as SystemField) as FieldRow | undefined)?.label.toLowerCase() ?? name) // an older log may name fields that are no more
    .join(', ')

const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '')

/** Each setting as the log has it: `stale days to 7, risk levels to low, high`. */
const settingsSaid = (settings: Of<'configure'>['settings']): string =>
  Object.entries(settings)
    .map(
      ([name, value]) =>
        `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} to ${valueSaid(name, value)}`,
    )
    .join('; ')

function valueSaid(name: string, value: number | readonly string[]): string {
  if (typeof value === 'number') return name === 'brakeShare' ? `${Math.round(value * 100)} %` : count(value)
  return name === 'requiredFields'
    ? labels(Object.fromEntries(value.map((field) => [field, null]))) || 'none'
    : value.join(', ')
}

const sentences: { [T in DecisionBody['type']]: (body: Of<T>) => string } = {
  register: (body) => `Registered as ${body.fields.name}`,
  'set-fields': (body) => `Changed ${labels(body.fields)}`,
  dismiss: (body) => `Dismissed${body.expires ? ` until ${day(body.expires)}` : ''}${because(body.reason)}`,
  rate: (body) => `Rated ${body.level}${because(body.rationale)}`,
  restore: () => 'Brought back to triage',
  attach: (body) => `Attached ${plural(body.findings.length, 'finding')}`,
  merge: (body) => `Merged with another system${because(body.reason)}`,
  split: (body) => `Split off ${body.name}${because(body.reason)}`,
  'not-duplicates': (body) => `Said that these are two systems${because(body.reason)}`,
  'confirm-presence': (body) =>
    `Confirmed ${plural(body.findings.length, 'finding')} as ${body.present ? 'still there' : 'gone'}${because(body.reason)}`,
  'release-look': (body) => `${body.accept ? 'Accepted' : 'Discarded'} a held look${because(body.reason)}`,
  revoke: (body) => `Took back decision ${body.sequence}${because(body.reason)}`,
  assign: (body) => (body.assignee ? `Assigned to ${body.assignee}` : 'Assigned to nobody'),
  snooze: (body) =>
    body.until ? `Snoozed until ${day(body.until)}${because(body.reason)}` : 'Brought back from its snooze',
  configure: (body) => `Set ${settingsSaid(body.settings)}${because(body.reason)}`,
  'set-rule': (body) => `Made the rule “${body.rule.name}”${because(body.rule.reason)}`,
  'remove-rule': (body) => `Removed the rule ${body.rule}${because(body.reason)}`,
  'review-supplier': (body) => `Reviewed supplier ${body.supplier}: ${body.review}`,
}

/** `Registered as Support reply drafts`. */
export function decisionSentence(body: DecisionBody): string {
  const say = sentences[body.type] as (body: DecisionBody) => string // the key and the body have one type
  return say(body)
}
