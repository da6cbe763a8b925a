import type { TableRow } from '../read/table.ts'
import { notTargets, targetOfHeader } from './headers.ts'
import { withoutFillers, wordsOf } from './words.ts'

/** A register’s title, its date and a legend stand above its header; more than this do not. */
const FARTHEST = 40
const LONGEST_HEADER = 120

export interface HeaderRow {
  /** As the spreadsheet numbers it. */
  readonly row: number
  readonly reason: string
}

/** The row with the most names that registers use; without any, the first with the most texts. */
export function findHeaderRow(rows: readonly TableRow[]): HeaderRow | null {
  const near = rows.slice(0, FARTHEST)
  let best: { row: number; known: number } | null = null
  for (const row of near) {
    const known = knownHeaders(row)
    if (known > 0 && (!best || known > best.known)) best = { row: row.row, known }
  }
  if (best && (best.known > 1 || near[0]?.row === best.row))
    return {
      row: best.row,
      reason: `Row ${best.row} has ${best.known} ${best.known === 1 ? 'name' : 'names'} that registers use for columns.`,
    }
  const [widest] = [...near].sort((a, b) => texts(b) - texts(a) || a.row - b.row)
  return widest
    ? {
        row: widest.row,
        reason: `No row has names that registers use; row ${widest.row} has the most texts.`,
      }
    : null
}

/** How much a sheet looks like a register, to choose one of several. */
export const headerScore = (rows: readonly TableRow[]): number =>
  Math.max(0, ...rows.slice(0, FARTHEST).map(knownHeaders))

function knownHeaders({ cells }: TableRow): number {
  const targets = new Set<string>()
  let others = 0
  for (const cell of cells) {
    if (cell === '' || cell.length > LONGEST_HEADER) continue
    const words = wordsOf(cell)
    const target = targetOfHeader.get(words) ?? targetOfHeader.get(withoutFillers(words))
    if (target) targets.add(target)
    else if (notTargets.has(words)) others += 1
  }
  return targets.size === 0 ? 0 : targets.size + Math.min(others, 1)
}

const texts = ({ cells }: TableRow): number =>
  cells.filter((cell) => cell !== '' && cell.length <= LONGEST_HEADER && !/^[\d.,/:-]+$/.test(cell)).length
