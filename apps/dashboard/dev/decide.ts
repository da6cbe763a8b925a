/** Decisions on the stand-in's estate: enough to try every form, not the inventory's rules. */
import type { AiSystem, Decision, DecisionBody, SystemField } from '@ai-census/schema'
import type { Estate } from './estate.ts'

export interface Filed {
  body: DecisionBody
  ifVersion?: string
}

type Outcome =
  | { decision: Decision; system: string | null }
  | { errors: { place: string; message: string }[] }

const before = new Map<number, AiSystem>()

function pin(system: AiSystem, fields: Readonly<Record<string, string | null | undefined>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = name as SystemField // the form's own names
    const old = system.fields[field]
    if (value === null) {
      if (old?.discovered) system.fields[field] = { ...old.discovered, at: new Date().toISOString() }
      else delete system.fields[field]
    } else if (value !== undefined) {
      const found =
        old && old.source !== 'pin' ? { value: old.value, source: old.source, by: old.by } : old?.discovered
      system.fields[field] = {
        value,
        source: 'pin',
        by: 'maria.keller',
        at: new Date().toISOString(),
        ...(found ? { discovered: found } : {}),
      }
    }
  }
}

function faults(body: DecisionBody) {
  const fields = body.type === 'register' || body.type === 'set-fields' ? body.fields : {}
  const errors = Object.entries(fields)
    .filter(([, value]) => typeof value === 'string' && value.includes('REFUSE'))
    .map(([name]) => ({ place: `body.fields.${name}`, message: 'This value is refused' }))
  if (body.type === 'register' && !body.fields.name)
    errors.push({ place: 'body.fields.name', message: 'Give it a name' })
  return errors
}

function apply(estate: Estate, system: AiSystem, body: DecisionBody): void {
  if (body.type === 'register' || body.type === 'set-fields') {
    system.state = 'registered'
    pin(system, body.fields)
    system.flags = system.flags.filter((f) => f !== 'unregistered')
    if (system.fields.riskLevel) system.flags = system.flags.filter((f) => f !== 'unrated')
    else if (!system.flags.includes('unrated')) system.flags.push('unrated')
  }
  if (body.type === 'dismiss') {
    system.state = 'dismissed'
    system.flags = []
  }
  if (body.type === 'restore') {
    system.state = 'unregistered'
    system.flags = ['unregistered']
  }
  if (body.type === 'assign') {
    if (body.assignee === null) delete system.assignee
    else system.assignee = body.assignee
  }
  if (body.type === 'snooze') {
    if (body.until === null) delete system.snoozedUntil
    else system.snoozedUntil = body.until
  }
  if (body.type === 'merge') estate.systems = estate.systems.filter((s) => s.id !== body.from)
}

export function decide(estate: Estate, { body }: Filed): Outcome {
  const errors = faults(body)
  if (errors.length > 0) return { errors }
  const last = estate.decisions.at(-1)
  const sequence = (last?.sequence ?? 0) + 1
  const decision: Decision = {
    sequence,
    at: new Date().toISOString(),
    author: 'maria.keller',
    body,
    previous: last?.hash ?? '0'.repeat(64),
    hash: `${sequence}`.padStart(64, 'b'),
  }
  let id = 'system' in body ? body.system : null
  if (body.type === 'revoke') {
    const old = before.get(body.sequence)
    const index = estate.systems.findIndex((s) => s.id === old?.id)
    if (old && index >= 0) estate.systems[index] = old
    id = old?.id ?? null
  }
  if (body.type === 'review-supplier') {
    const supplier = estate.suppliers.find((s) => s.slug === body.supplier)
    if (supplier) Object.assign(supplier, { ...body, reviewedAt: decision.at })
  }
  const system = estate.systems.find((s) => s.id === id)
  if (system && body.type !== 'revoke') {
    before.set(sequence, structuredClone(system))
    apply(estate, system, body)
  }
  estate.decisions.push(decision)
  return { decision, system: id }
}
