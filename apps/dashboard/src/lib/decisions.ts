/** Decisions in a sentence, for histories. */
import { type FieldRow, fieldRow } from './fields.ts'
import { count, day } from './format.ts'
import type { DecisionBody, SystemField } from './types.ts'

type Of<T extends DecisionBody['type']> = Extract<DecisionBody, { type: T }>

const labels = (fields: Readonly<Record<string, unknown>>): string =>
  Object.keys(fields)
    .map((name) => (fieldRow(name as SystemField) as FieldRow | undefined)?.label.toLowerCase() ?? name) // an older log may name fields that are no more
    .join(', ')

const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '')

const sentences: { [T in DecisionBody['type']]: (body: Of<T>) => string } = {
  register: (body) => `Registered as ${body.fields.name}`,
  'set-fields': (body) => `Changed ${labels(body.fields)}`,
  dismiss: (body) => `Dismissed${body.expires ? ` until ${day(body.expires)}` : ''}${because(body.reason)}`,
  rate: (body) => `Rated ${body.level}${because(body.rationale)}`,
  restore: () => 'Brought back to triage',
  attach: (body) => `Attached ${count(body.findings.length)} findings`,
  merge: (body) => `Merged with another system${because(body.reason)}`,
  split: (body) => `Split off ${body.name}${because(body.reason)}`,
  'not-duplicates': (body) => `Said that these are two systems${because(body.reason)}`,
  'confirm-presence': (body) =>
    `Confirmed ${count(body.findings.length)} findings as ${body.present ? 'still there' : 'gone'}${because(body.reason)}`,
  'release-look': (body) => `${body.accept ? 'Accepted' : 'Discarded'} a held look${because(body.reason)}`,
  revoke: (body) => `Took back decision ${body.sequence}${because(body.reason)}`,
  assign: (body) => (body.assignee ? `Assigned to ${body.assignee}` : 'Assigned to nobody'),
  snooze: (body) =>
    body.until ? `Snoozed until ${day(body.until)}${because(body.reason)}` : 'Brought back from its snooze',
  configure: (body) => `Changed settings: ${Object.keys(body.settings).join(', ')}${because(body.reason)}`,
  'set-rule': (body) => `Made the rule “${body.rule.name}”${because(body.rule.reason)}`,
  'remove-rule': (body) => `Removed the rule ${body.rule}${because(body.reason)}`,
  'review-supplier': (body) => `Reviewed supplier ${body.supplier}: ${body.review}`,
}

/** `Registered as Support reply drafts`. */
export function decisionSentence(body: DecisionBody): string {
  const say = sentences[body.type] as (body: DecisionBody) => string // the key and the body have one type
  return say(body)
}
