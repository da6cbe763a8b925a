import type { ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind } from '@ai-census/schema'
import { type CellNotes, isExpected } from './cell.ts'

/**
 * One row of a cloud's table: where a type of resource exists, which operations reading it may send, how it is read
 * (a dumb get) and what it means (pure). Policy, check and the guard on requests are made of the same rows.
 */
export interface ResourceType<Access, Place> {
  /** Unique in its table, and stable: `sagemaker-endpoint`. */
  readonly id: string
  /** The last part of the scope's key: `sagemaker`. */
  readonly service: string
  readonly title: string
  readonly kinds: readonly FindingKind[]
  /** In each region, or once an account. */
  readonly where: 'regional' | 'global'
  /** Operations that it may send, the one that lists first. Anything else is refused before it leaves. */
  readonly operations: readonly string[]
  read(access: Access, place: Place, notes: CellNotes): AsyncGenerator<Finding, void, undefined>
}

/** Adds up what would be too much to keep one by one: jobs, events, metrics. */
export interface Tally<Item> {
  add(item: Item): void
  findings(): Iterable<Finding>
}

export type Row<Access, Place, Item> = Omit<ResourceType<Access, Place>, 'read' | 'where'> & {
  readonly where?: ResourceType<Access, Place>['where']
  list(access: Access, place: Place): AsyncIterable<Item>
} & ({ toFindings(item: Item, place: Place): Iterable<Finding> } | { tally(place: Place): Tally<Item> })

/** A row as the scheduler takes it, which need not know what an item is. */
export function resourceType<Access, Place, Item>(
  row: Row<Access, Place, Item>,
): ResourceType<Access, Place> {
  const { id, service, title, kinds, operations, where = 'regional' } = row
  const read = async function* (access: Access, place: Place, notes: CellNotes) {
    if ('tally' in row) return yield* readTally(row.list(access, place), row.tally(place), notes)
    for await (const item of row.list(access, place)) {
      notes.resource()
      yield* row.toFindings(item, place)
    }
  }
  return { id, service, title, kinds, operations, where, read }
}

/** What was added up before a list broke off is worth having; the cell says that it is not all. */
async function* readTally<Item>(
  items: AsyncIterable<Item>,
  tally: Tally<Item>,
  notes: CellNotes,
): AsyncGenerator<Finding, void, undefined> {
  let broken: ScopeFailure | null = null
  try {
    for await (const item of items) {
      notes.resource()
      tally.add(item)
    }
  } catch (failure) {
    if (!isExpected(failure)) throw failure
    broken = failure
  }
  yield* tally.findings()
  if (broken) throw broken
}

/** Each operation once, in order, with the types that need it. */
export function operationsOf(
  types: readonly Pick<ResourceType<never, never>, 'id' | 'operations'>[],
): Map<string, string[]> {
  const operations = new Map<string, string[]>()
  for (const type of types)
    for (const operation of type.operations)
      operations.set(operation, [...(operations.get(operation) ?? []), type.id])
  return new Map([...operations].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Refuses what the row does not name: read-only is a property of the table, not of good will. */
export function guardOperation(
  type: Pick<ResourceType<never, never>, 'id' | 'operations'>,
  operation: string,
): void {
  if (type.operations.includes(operation)) return
  throw new Error(`${operation} is not among the operations of ${type.id}.`)
}
