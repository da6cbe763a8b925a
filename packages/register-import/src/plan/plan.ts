import type { FieldChange, FieldConflict, PlannedRow, RowChoice, SystemField } from '@ai-census/schema'
import { breather } from '../breathe.ts'
import type { RowReading } from '../values/read-row.ts'
import { assign, type Placement } from './assign.ts'
import { findDuplicates } from './duplicates.ts'
import { counter, rowKeys } from './keys.ts'
import type { ImportLink, KnownSystem } from './known.ts'
import { createMatcher } from './match.ts'
import { RepositoryClaims } from './repositories.ts'

export interface PlanInput {
  readonly readings: readonly RowReading[]
  readonly systems: readonly KnownSystem[]
  /** What earlier imports made of rows, by what they are known by (`rowKeys`). */
  readonly links: ReadonlyMap<string, ImportLink>
  /** What the sheet last said of a system, by its id. */
  readonly bases: ReadonlyMap<string, ImportLink['values']>
  readonly choices: ReadonlyMap<number, RowChoice>
  readonly nameKeys: (name: string) => readonly string[]
}

/** What one row comes to; `keys` and `fields` are what confirming writes besides. */
export interface RowPlan {
  readonly shown: PlannedRow
  /** What the row is known by, the strongest first. */
  readonly keys: readonly string[]
  /** What the sheet says, for the next import to compare with. */
  readonly values: Readonly<Partial<Record<SystemField, string>>>
  /** The fields that a decision sets. */
  readonly fields: Readonly<Partial<Record<SystemField, string>>>
  /** Nothing else in the sheet has its name or its repository, so that later finds under them are its own. */
  readonly isDistinct: boolean
}

export interface ImportPlan {
  readonly rows: readonly RowPlan[]
  readonly duplicates: ReturnType<typeof findDuplicates>
}

/** The dry run: what confirming would write, and why. Same input, same plan. */
export async function planImport(input: PlanInput): Promise<ImportPlan> {
  const breath = breather()
  const duplicates = findDuplicates(input.readings, input)
  const matcher = createMatcher(input.systems, input.nameKeys)
  const nth = counter()
  const known: { reading: RowReading; keys: string[]; candidates: ReturnType<typeof matcher.candidates> }[] =
    []
  for (const reading of input.readings) {
    known.push({ reading, keys: rowKeys(reading, nth), candidates: matcher.candidates(reading) })
    await breath()
  }
  const systems = new Map(input.systems.map((system) => [system.id, system]))
  const placements = assign(known, duplicates, systems, input)
  const shared = new Set(duplicates.flatMap(({ rows }) => rows))
  const rows: RowPlan[] = []
  const claims = new RepositoryClaims(input.systems)
  for (const [i, { reading, keys }] of known.entries()) {
    rows.push(rowPlan(reading, keys, placements[i]!, input, claims, !shared.has(reading.row)))
    await breath()
  }
  return { rows, duplicates }
}

function rowPlan(
  reading: RowReading,
  keys: readonly string[],
  placement: Placement,
  { bases, choices }: PlanInput,
  claims: RepositoryClaims,
  isDistinct: boolean,
): RowPlan {
  const { system, problems, reasons, candidates } = placement
  const choice = choices.get(reading.row) ?? null
  const base = system ? (bases.get(system.id) ?? {}) : {}
  const { changes, conflicts, fields } = compare(reading, system, base, choice)
  const isPlaced = placement.outcome === 'place' || placement.isOwnDuplicate
  const where = isPlaced ? claims.claim(reading.row, reading.repositories, system) : NO_CLAIMS
  const outcome = outcomeOf(placement, changes.length > 0 || where.bound.length > 0)
  const writes = isPlaced && outcome !== 'unchanged'
  return {
    keys,
    values: reading.fields,
    fields,
    isDistinct,
    shown: {
      row: reading.row,
      name: reading.name,
      outcome,
      system: system && { id: system.id, name: system.name, state: system.state },
      reasons: [...reasons, ...where.reasons],
      changes: writes ? changes : [],
      conflicts,
      problems: [...problems],
      rewritten: [...reading.rewritten],
      candidates: [...candidates],
      repositories: [...where.bound],
      kept: reading.kept,
      choice,
      writes,
    },
  }
}

const NO_CLAIMS = { bound: [], reasons: [] } as const

function outcomeOf({ outcome, system }: Placement, hasNews: boolean): PlannedRow['outcome'] {
  if (outcome !== 'place') return outcome
  if (!system) return 'create'
  if (system.state !== 'registered') return 'match'
  return hasNews ? 'update' : 'unchanged'
}

interface Comparison {
  readonly changes: FieldChange[]
  readonly conflicts: FieldConflict[]
  readonly fields: Partial<Record<SystemField, string>>
}

/**
 * Field by field: what the sheet says, what it said at its last import, and what a person set since. An empty cell says
 * nothing. Where the last two differ and the sheet wants a third thing, a person has the last word.
 */
function compare(
  { fields: wanted }: RowReading,
  system: KnownSystem | null,
  base: ImportLink['values'],
  choice: RowChoice | null,
): Comparison {
  const result: Comparison = { changes: [], conflicts: [], fields: {} }
  // `Object.entries` forgets that the keys are the system's fields.
  for (const [field, to] of Object.entries(wanted) as [SystemField, string][]) {
    const current = system?.fields[field]
    if (current?.isPinned && current.value === to) continue
    const isTheirs = current?.isPinned === true && current.value !== base[field]
    if (isTheirs && !choice?.overwrite?.includes(field)) {
      const { value, by, at } = current
      result.conflicts.push({ field, sheet: to, current: value, by, at })
      continue
    }
    result.changes.push({ field, from: current?.value ?? null, to })
    result.fields[field] = to
  }
  return result
}
