import type { LookChange, Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { type LookToWrite, recordToStore } from './write-look.ts'

/** A look that is known by its digest alone. Its scope, coverage, unknowns and aliases are those of the look before. */
export interface ConfirmedLook
  extends Pick<LookToWrite, 'place' | 'conclusion' | 'known' | 'startedAt' | 'source'> {
  change: LookChange | null
}

/** Two statements for all of them: the rows of the looks, and the pointers of their scopes. */
export async function writeConfirmed(tx: Transaction, confirmed: readonly ConfirmedLook[]): Promise<void> {
  const [first] = confirmed
  if (!first) return
  const { look } = first.conclusion
  const texts = (read: (row: ConfirmedLook) => string | number | null) =>
    sql`${sql.param(confirmed.map(read).map((value) => (value === null ? null : String(value))))}::text[]`
  await tx.execute(sql`
    insert into look (position, at, scan, scope_key, scanner, sequence, version, catalogue, scope, started_at,
      finished_at, coverage, outcome, digest, saw, unknown_count, change, record)
    select new.position::bigint, ${first.place.at}::timestamptz, ${look.scan}::uuid, before.scope_key, before.scanner,
      new.sequence::int, before.version, before.catalogue, before.scope, new.started_at::timestamptz,
      new.finished_at::timestamptz, before.coverage, 'recorded', before.digest, before.saw, before.unknown_count,
      new.change::jsonb, new.record::jsonb
    from unnest(
      ${texts(({ known }) => known?.newest.position ?? null)}, ${texts(({ place }) => place.position)},
      ${texts(({ conclusion }) => conclusion.look.sequence)}, ${texts(({ startedAt }) => startedAt)},
      ${texts(({ conclusion }) => conclusion.look.at)},
      ${texts(({ change }) => change && JSON.stringify(change))},
      ${texts((row) => JSON.stringify(recordToStore(row)))}
    ) as new (before, position, sequence, started_at, finished_at, change, record)
    join look before on before.position = new.before::bigint`)
  await tx.execute(sql`
    update scope_sight
    set look_position = new.position::bigint, sight_at = new.sight::timestamptz
    from unnest(
      ${texts(({ conclusion }) => conclusion.look.scope.key)}, ${texts(({ place }) => place.position)},
      ${texts(({ conclusion: { state } }) => (state.sight ?? state.newest).at)}
    ) as new (key, position, sight)
    join scope on scope.scope_key = new.key and scope.scanner = ${look.scanner}
    where scope_sight.lane = scope.lane`)
  const elsewhere = confirmed.filter(({ known, source }) => known?.source !== source)
  if (elsewhere.length > 0)
    await tx.execute(sql`
      update scope set source = ${first.source}
      where scanner = ${look.scanner}
        and scope_key = any(${sql.param(elsewhere.map(({ conclusion }) => conclusion.look.scope.key))}::text[])`)
}
