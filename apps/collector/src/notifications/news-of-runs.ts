import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { FlagId, News } from '@ai-census/schema'
import { NewsFlag } from '@ai-census/schema'
import { texts } from '../reconcile/batches.ts'
import { type KeyedNews, keyOf } from './news-key.ts'
import { readSystems, type SystemFacts } from './system-facts.ts'

/** Runs of the inventory, those after `from` and until `to`. */
export interface Runs {
  from: number
  to: number
}

/** What these runs brought that people may want to be told of, in the order in which it happened. */
export async function newsOfRuns(tx: Transaction, runs: Runs): Promise<KeyedNews[]> {
  return [
    ...(await newsOfSuppliers(tx, runs)),
    ...(await newsOfFlags(tx, runs)),
    ...(await newsOfHeldLooks(tx, runs)),
    ...(await newsOfAssignments(tx, runs)),
  ]
}

async function newsOfSuppliers(tx: Transaction, { from, to }: Runs): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{ at: string; id: string; name: string; systems: number }>(sql`
    select e.at, e.subject_id as id, s.name, s.system_count as systems
    from inventory_event e join supplier s on s.slug = e.subject_id
    where e.run > ${from} and e.run <= ${to} and e.subject_type = 'supplier' and e.event = 'appeared'
    order by e.run, e.ordinal`)
  return rows.map(({ at, id, name, systems }) => ({
    key: keyOf('supplier', id),
    news: {
      kind: 'supplier-appeared',
      at: instant(at),
      subject: { type: 'supplier', id, name },
      detail: `Seen for the first time, in ${systems} AI ${systems === 1 ? 'system' : 'systems'}.`,
      suppliers: [id],
      sources: [],
    },
  }))
}

interface Raised extends Record<string, unknown> {
  at: string
  flag: FlagId
  type: 'system' | 'supplier' | 'scope'
  id: string
  reason: string
}

/** Flags that were raised and still stand. */
async function newsOfFlags(tx: Transaction, { from, to }: Runs): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<Raised>(sql`
    select e.at, f.id as flag, f.subject_type as type, f.subject_id as id, f.reason
    from inventory_event e
    join flag f on f.subject_type = split_part(e.subject_id, ' ', 1) and f.id = e.subject_name
      and f.subject_id = substr(e.subject_id, length(f.subject_type) + 2,
        length(e.subject_id) - length(f.subject_type) - length(e.subject_name) - 2)
    where e.run > ${from} and e.run <= ${to} and e.subject_type = 'flag' and e.event = 'flagged'
    order by e.run, e.ordinal`)
  const of = (type: Raised['type']) => rows.filter((row) => row.type === type)
  return [
    ...(await raisedOnSystems(tx, of('system'))),
    ...(await raisedOnSuppliers(tx, of('supplier'))),
    ...(await gapsOfScopes(tx, of('scope'))),
  ]
}

const isNewsFlag = (flag: FlagId): boolean => NewsFlag.options.some((one) => one === flag)

async function raisedOnSystems(tx: Transaction, rows: readonly Raised[]): Promise<KeyedNews[]> {
  const told = rows.filter(({ flag }) => flag === 'unregistered' || isNewsFlag(flag))
  const systems = await readSystems(tx, [...new Set(told.map(({ id }) => id))])
  return told.flatMap((row) => {
    const system = systems.get(row.id)
    return system ? [row.flag === 'unregistered' ? discovered(row, system) : raised(row, system)] : []
  })
}

const discovered = ({ at, id, reason }: Raised, system: SystemFacts): KeyedNews => ({
  key: keyOf('system', id),
  news: { kind: 'system-discovered', at: instant(at), detail: reason, ...system },
})

/** One that comes and goes is told of once a day at most. */
const raised = ({ at, id, type, flag, reason }: Raised, facts: SystemFacts): KeyedNews => ({
  key: keyOf('flag', type, id, flag, instant(at).slice(0, 10)),
  news: { kind: 'flag-raised', at: instant(at), flag, detail: reason, ...facts },
})

async function raisedOnSuppliers(tx: Transaction, rows: readonly Raised[]): Promise<KeyedNews[]> {
  const told = rows.filter(({ flag }) => isNewsFlag(flag))
  if (told.length === 0) return []
  const { rows: names } = await tx.execute<{ id: string; name: string }>(
    sql`select slug as id, name from supplier where slug = any(${texts(told.map(({ id }) => id))})`,
  )
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return told.map((row) => {
    const subject = { type: 'supplier' as const, id: row.id, name: byId.get(row.id) ?? row.id }
    return raised(row, { subject, suppliers: [row.id], sources: [] })
  })
}

/** A held look is told of as such. */
async function gapsOfScopes(tx: Transaction, rows: readonly Raised[]): Promise<KeyedNews[]> {
  const told = rows.filter(({ flag }) => flag === 'coverage-gap')
  if (told.length === 0) return []
  const { rows: scopes } = await tx.execute<{ id: string; title: string; source: string; held: boolean }>(sql`
    select scope_key as id, min(title) as title, min(source) as source, bool_or(held) as held
    from scope where scope_key = any(${texts(told.map(({ id }) => id))}) group by scope_key`)
  const byId = new Map(scopes.map((scope) => [scope.id, scope]))
  return told.flatMap(({ at, id, flag, reason }) => {
    const scope = byId.get(id)
    if (!scope || scope.held) return []
    const { title, source } = scope
    const subject: News['subject'] = { type: 'scope', id, name: title }
    return {
      key: keyOf('gap', id, instant(at).slice(0, 10)),
      news: {
        kind: 'coverage-lost' as const,
        at: instant(at),
        subject,
        flag,
        detail: reason,
        suppliers: [],
        sources: [source],
      },
    }
  })
}

/** The ledger's positions that these runs followed. */
const stretchOf = ({ from, to }: Runs) => sql`
  position > coalesce((select position from reconciliation where run = ${from}), 0)
  and position <= coalesce((select position from reconciliation where run = ${to}), 0)`

/** Those that still wait. */
async function newsOfHeldLooks(tx: Transaction, runs: Runs): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{
    at: string
    position: string
    id: string
    name: string
    scanner: string
    source: string
  }>(sql`
    select l.at, l.position, l.scope_key as id, l.scope ->> 'title' as name, l.scanner, s.source
    from look l join scope s on s.scope_key = l.scope_key and s.scanner = l.scanner and s.held
    where ${stretchOf(runs)} and l.outcome = 'held' order by l.position`)
  return rows.map(({ at, position, id, name, scanner, source }) => ({
    key: keyOf('held', position),
    news: {
      kind: 'look-held',
      at: instant(at),
      subject: { type: 'scope', id, name },
      detail: `The look by ${scanner} waits for a person: too much vanished at once. Confirm it or refuse it.`,
      suppliers: [],
      sources: [source],
    },
  }))
}

/** Those that still hold. */
async function newsOfAssignments(tx: Transaction, runs: Runs): Promise<KeyedNews[]> {
  const { rows } = await tx.execute<{
    at: string
    sequence: number
    system: string
    assignee: string
    author: string
  }>(sql`
    select d.at, d.sequence, s.id as system, s.assignee, d.author
    from decision d join ai_system s on s.id = d.body ->> 'system' and s.assignee = d.body ->> 'assignee'
    where ${stretchOf(runs)} and d.body ->> 'type' = 'assign' order by d.position`)
  const systems = await readSystems(tx, [...new Set(rows.map(({ system }) => system))])
  return rows.flatMap(({ at, sequence, system, assignee, author }) => {
    const facts = systems.get(system)
    if (!facts) return []
    const detail = `Assigned to ${assignee} by ${author}.`
    return {
      key: keyOf('assigned', sequence),
      news: { kind: 'system-assigned' as const, at: instant(at), detail, ...facts },
    }
  })
}

/** Text of the database, in the one spelling of the API. */
const instant = (text: string | Date): string => new Date(text).toISOString()
