import type { looks, ScopeRecord, StoredRecord } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import { canonicalJson } from '@ai-census/schema'

type LookRow = typeof looks.$inferSelect
/** What of a look's row its record may leave out. */
type Own = Pick<LookRow, 'position' | 'sequence' | 'finishedAt' | 'version' | 'catalogue' | 'coverage'>

const ownRecord = (look: Own): Omit<ScopeRecord, 'describedAt'> => {
  const mark = {
    sequence: look.sequence,
    at: look.finishedAt,
    version: look.version,
    catalogue: look.catalogue,
  }
  const { kinds } = look.coverage
  return {
    newest: look.position,
    sight: mark,
    complete: { ...mark, ...(kinds && { kinds }) },
    held: null,
    lastSequence: look.sequence,
  }
}

export function storedRecord({ describedAt, ...record }: ScopeRecord, look: Own): StoredRecord {
  const own: Record<string, unknown> = ownRecord(look)
  const others = Object.entries(record).filter(
    ([name, value]) => canonicalJson(value) !== canonicalJson(own[name]),
  )
  return { describedAt, ...Object.fromEntries(others) }
}

/** What a look's row says of its scope. */
export const recordOf = (look: Own & Pick<LookRow, 'record'>): ScopeRecord => ({
  ...ownRecord(look),
  ...look.record,
})

/** `recordOf(look).newest` in SQL, of the row that `look` names. */
export const newestOf = (look: string): SQL =>
  sql`coalesce((${sql.identifier(look)}.record ->> 'newest')::bigint, ${sql.identifier(look)}.position)`

const atOf = (look: string, mark: 'sight' | 'complete'): SQL => {
  const [name, key] = [sql.identifier(look), sql.raw(`'${mark}'`)]
  return sql`case when jsonb_exists(${name}.record, ${key}) then (${name}.record -> ${key} ->> 'at')::timestamptz
    else ${name}.finished_at end`
}

/** When the last complete look was, in SQL. */
export const completeAtOf = (look: string): SQL => atOf(look, 'complete')

/** The same; null where there never was one. */
export const lastCompleteAt = (look: string): SQL =>
  sql`case when jsonb_typeof(${sql.identifier(look)}.record -> 'complete') = 'null' then null
    else ${completeAtOf(look)} end`

/** When whatever the scope shows was last seen, in SQL. */
export const sightAtOf = (look: string): SQL => atOf(look, 'sight')
