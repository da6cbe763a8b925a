import type { SheetDuplicate } from '@ai-census/schema'
import type { RowReading } from '../values/read-row.ts'
import { fold, foldRepository } from './keys.ts'

export interface DuplicateContext {
  /** The names by which a system is recognised, as the inventory reduces them. */
  readonly nameKeys: (name: string) => readonly string[]
}

const REASONS: Readonly<Record<SheetDuplicate['by'], (value: string) => string>> = {
  id: (value) => `have the id “${value}”`,
  name: (value) => `are named “${value}”, apart from how it is written`,
  repository: (value) => `name the repository ${value}`,
  content: () => 'say the same in every column that is imported',
}

/** All rows of the sheet that share an id, a name, a repository, or all that is imported of them. */
export function findDuplicates(
  readings: readonly RowReading[],
  { nameKeys }: DuplicateContext,
): SheetDuplicate[] {
  const found = new Map<string, { by: SheetDuplicate['by']; value: string; rows: number[] }>()
  const note = (by: SheetDuplicate['by'], key: string, value: string, row: number): void => {
    const known = found.get(`${by} ${key}`)
    if (!known) found.set(`${by} ${key}`, { by, value, rows: [row] })
    else if (known.rows.at(-1) !== row) known.rows.push(row)
  }
  for (const reading of readings) {
    const { row, id, name, repositories } = reading
    if (id) note('id', fold(id), id, row)
    if (name) for (const key of nameKeys(name)) note('name', key, name, row)
    for (const key of repositories) note('repository', foldRepository(key), key, row)
    if (name) note('content', contentOf(reading), name, row)
  }
  return [...found.values()]
    .filter(({ rows }) => rows.length > 1)
    .map(({ by, value, rows }) => ({
      by,
      value: value.slice(0, 200).toWellFormed(),
      rows,
      reason: `Rows ${listed(rows)} ${REASONS[by](value.slice(0, 100).toWellFormed())}.`,
    }))
    .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || (a.by < b.by ? -1 : 1))
}

/** Two rows with the same of this are one row that was pasted twice. */
export const contentOf = ({ id, repositories, fields }: RowReading): string =>
  JSON.stringify([id, repositories, Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))])

const NAMED_ROWS = 6

function listed(rows: readonly number[]): string {
  const named = rows.slice(0, NAMED_ROWS).map(String)
  if (rows.length > NAMED_ROWS) return `${named.join(', ')} and ${rows.length - NAMED_ROWS} more`
  const last = named.pop() ?? ''
  return named.length > 0 ? `${named.join(', ')} and ${last}` : last
}
