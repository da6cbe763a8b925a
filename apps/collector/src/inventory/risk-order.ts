import { systems } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import { type RowOrder, readStretches } from './list-page.ts'
import { foreignCursor, type Stretch } from './pages.ts'
import type { StoredSystem } from './shown.ts'

/** Spelled as the index of levels has it. */
const level = sql`(${systems.fields} #>> '{riskLevel,value}')`
const id = sql`${systems.id} collate "C"`

/**
 * By the place of a system's level on the scale of the organisation. The scale is a setting, so no index is sorted by it:
 * each level is a stretch. What has no level of the scale has no place on it, and stands last.
 */
export function byRisk(scale: readonly string[], sort: string): RowOrder<StoredSystem> {
  const descending = sort.startsWith('-')
  return {
    by: sql`array_position(${sql.param([...scale])}::text[], ${level})`,
    type: 'int',
    nullable: true,
    descending,
    id: sql`${systems.id}`,
    value: (row) => placeOn(scale, row.fields.riskLevel?.value),
    key: (row) => row.id,
    walk(read, where, cursor, limit) {
      const places: (number | null)[] = scale.map((_, i) => i + 1)
      const inOrder = [...(descending ? places.toReversed() : places), null]
      const from = cursor ? inOrder.indexOf(cursor.value === null ? null : Number(cursor.value)) : 0
      if (from < 0) throw foreignCursor()
      const stretches = inOrder.slice(from).map((place, n): Stretch => {
        const after = cursor && n === 0 ? sql`${id} > ${cursor.id}` : sql`true`
        return { where: sql`${isAt(scale, place)} and ${after}`, order: sql`${id}` }
      })
      return readStretches(read, where, stretches, limit)
    },
  }
}

const isAt = (scale: readonly string[], place: number | null): SQL =>
  place === null
    ? sql`(${level} is null or ${level} <> all(${sql.param([...scale])}::text[]))`
    : sql`${level} = ${scale[place - 1]}`

/** Counts from one, as `array_position` does. */
export const placeOn = (scale: readonly string[], wanted: string | undefined): number | null =>
  wanted !== undefined && scale.includes(wanted) ? scale.indexOf(wanted) + 1 : null
