import type { MatchCandidate, RowChoice, RowOutcome, RowProblem, SheetDuplicate } from '@ai-census/schema'
import type { RowReading } from '../values/read-row.ts'
import { isSameRow } from './keys.ts'
import type { ImportLink, KnownSystem } from './known.ts'
import { STRONG } from './match.ts'

/** Which system a row speaks of, if any, and why. */
export interface Placement {
  /** `place`: it is created, matched, updated or found unchanged. */
  readonly outcome: 'place' | Extract<RowOutcome, 'duplicate' | 'undecided' | 'error' | 'skip'>
  readonly system: KnownSystem | null
  readonly reasons: readonly string[]
  readonly problems: readonly RowProblem[]
  readonly candidates: readonly MatchCandidate[]
  /** A duplicate that is registered all the same, as a system of its own, for a person to merge. */
  readonly isOwnDuplicate: boolean
}

interface Candidate {
  readonly reading: RowReading
  readonly keys: readonly string[]
  readonly candidates: readonly MatchCandidate[]
}

interface Given {
  readonly links: ReadonlyMap<string, ImportLink>
  readonly choices: ReadonlyMap<number, RowChoice>
}

/**
 * One row, one system. A person's choice counts first, then what an earlier import made of the row, then the strongest
 * sign. Two rows never become one system by themselves: the later one is told as a duplicate.
 */
export function assign(
  rows: readonly Candidate[],
  duplicates: readonly SheetDuplicate[],
  systems: ReadonlyMap<string, KnownSystem>,
  given: Given,
): Placement[] {
  const taken = new Map<string, number>()
  const placements = new Map<number, Placement>()
  const repeats = repeatsOf(duplicates)
  const open: Candidate[] = []
  for (const one of rows) {
    const settled = settle(one, systems, given, repeats, taken)
    if (settled) placements.set(one.reading.row, settled)
    else open.push(one)
  }
  // The surest matches first, so that a weaker claim of an earlier row does not take another row's system.
  const bySureness = [...open].sort(
    (a, b) => (b.candidates[0]?.score ?? 0) - (a.candidates[0]?.score ?? 0) || a.reading.row - b.reading.row,
  )
  const sharing = new Map<number, SheetDuplicate>()
  for (const duplicate of duplicates)
    for (const row of duplicate.rows.slice(1)) if (!sharing.has(row)) sharing.set(row, duplicate)
  for (const one of bySureness) placements.set(one.reading.row, placeBySigns(one, systems, taken, sharing))
  return rows.map(({ reading }) => placements.get(reading.row)!)
}

/** What needs no comparison: chosen, faulty, repeated or imported before. Null: the signs decide. */
function settle(
  one: Candidate,
  systems: ReadonlyMap<string, KnownSystem>,
  { links, choices }: Given,
  repeats: ReadonlyMap<number, string>,
  taken: Map<string, number>,
): Placement | null {
  const { reading, keys } = one
  const action = choices.get(reading.row)?.action
  if (action?.type === 'skip') return placed(one, 'skip', null, ['You left it out.'])
  if (reading.problems.length > 0) return placed(one, 'error', null, [])
  if (action?.type === 'match') return chosenMatch(one, action.system, systems, taken)
  if (action?.type === 'new') return placed(one, 'place', null, ['You said that it is a new system.'])
  const repeat = repeats.get(reading.row)
  if (repeat) return placed(one, 'duplicate', null, [repeat])
  const linked = linkedSystem(keys, links, systems)
  return linked ? placeByLink(one, linked, taken) : null
}

function linkedSystem(
  keys: readonly string[],
  links: ReadonlyMap<string, ImportLink>,
  systems: ReadonlyMap<string, KnownSystem>,
): KnownSystem | undefined {
  for (const key of keys) {
    const link = links.get(key)
    const system = link && isSameRow(key, keys, link.keys) ? systems.get(link.system) : undefined
    if (system) return system
  }
  return undefined
}

/** What a person decided since the last import stands until a person says otherwise. */
function placeByLink(one: Candidate, linked: KnownSystem, taken: Map<string, number>): Placement {
  const earlier = taken.get(linked.id)
  if (earlier !== undefined)
    return placed(one, 'duplicate', linked, [
      `It was imported before as “${linked.name}”, which row ${earlier} is now as well.`,
    ])
  taken.set(linked.id, one.reading.row)
  if (linked.state === 'registered') return placed(one, 'place', linked, ['It was imported before.'])
  const since = linked.state === 'dismissed' ? 'dismissed' : 'taken out of the register'
  return placed(one, 'undecided', linked, [
    `It was imported before as “${linked.name}”, which was ${since} since. Match it to register that one again, or leave the row out.`,
  ])
}

function chosenMatch(
  one: Candidate,
  id: string,
  systems: ReadonlyMap<string, KnownSystem>,
  taken: Map<string, number>,
): Placement {
  const system = systems.get(id)
  const { row } = one.reading
  if (!system) return faulty(one, `You said that it is the system ${id}, which is not there. Choose again.`)
  const earlier = taken.get(id)
  if (earlier !== undefined)
    return faulty(one, `You said that it is “${system.name}”, which row ${earlier} is already. Choose again.`)
  taken.set(id, row)
  return placed(one, 'place', system, [`You said that it is “${system.name}”.`])
}

function placeBySigns(
  one: Candidate,
  systems: ReadonlyMap<string, KnownSystem>,
  taken: Map<string, number>,
  sharing: ReadonlyMap<number, SheetDuplicate>,
): Placement {
  const { row } = one.reading
  const strong = one.candidates.filter(({ score }) => score >= STRONG)
  const free = strong.filter(({ system }) => !taken.has(system))
  const [best, second] = free
  const duplicate = sharing.get(row)
  if (!best) {
    const [lost] = strong
    if (lost) {
      const why = `Row ${taken.get(lost.system)} is the system “${lost.name}” already; this one becomes a system of its own, for you to merge or to keep.`
      return ownDuplicate(one, [...(duplicate ? [duplicate.reason] : []), why])
    }
    return duplicate
      ? ownDuplicate(one, [duplicate.reason, 'It becomes a system of its own, for you to merge or to keep.'])
      : placed(one, 'place', null, [newBecause(one)])
  }
  const system = systems.get(best.system)
  if (!system) throw new Error(`the matcher named ${best.system}, which it was not given`)
  if (second && second.score === best.score)
    return placed(one, 'undecided', null, [
      `It may be “${best.name}” or “${second.name}”: ${best.reasons[0] ?? ''}. Say which, or that it is new.`,
    ])
  if (system.state === 'dismissed')
    return placed(one, 'undecided', null, [
      `It is like “${system.name}”, which was dismissed. Match it to register that one again, or leave the row out.`,
    ])
  taken.set(system.id, row)
  return placed(one, 'place', system, best.reasons)
}

function newBecause({ candidates: [closest] }: Candidate): string {
  return closest
    ? `Not enough tells that it is one that is there. Most like it is “${closest.name}”: look at that first.`
    : 'Nothing that was discovered or registered is like it.'
}

/** Rows that say nothing new: the same id again, or all the same. */
function repeatsOf(duplicates: readonly SheetDuplicate[]): Map<number, string> {
  const repeats = new Map<number, string>()
  for (const { by, rows, reason } of duplicates) {
    if (by !== 'id' && by !== 'content') continue
    const advice =
      by === 'id'
        ? 'An id stands for one system: give this row its own, or say whether it is new or which system it is.'
        : 'It is left out.'
    for (const row of rows.slice(1)) if (!repeats.has(row)) repeats.set(row, `${reason} ${advice}`)
  }
  return repeats
}

const placed = (
  { reading, candidates }: Candidate,
  outcome: Placement['outcome'],
  system: KnownSystem | null,
  reasons: readonly string[],
): Placement => ({
  outcome,
  system,
  reasons,
  problems: reading.problems,
  candidates: candidates.filter((candidate) => candidate.system !== system?.id),
  isOwnDuplicate: false,
})

const ownDuplicate = (one: Candidate, reasons: readonly string[]): Placement => ({
  ...placed(one, 'duplicate', null, reasons),
  isOwnDuplicate: true,
})

const faulty = (one: Candidate, message: string): Placement => ({
  ...placed(one, 'error', null, []),
  problems: [...one.reading.problems, { column: null, header: null, value: '', message }],
})
