import { looks, type Queryable } from '@ai-census/db'
import { and, desc, eq, sql } from '@ai-census/db/query'
import { type Coverage, canonicalJson, type IdentifierAlias } from '@ai-census/schema'
import type { ScopeAddress } from './scope-state.ts'

const identity = ({ type, from, to }: IdentifierAlias): string => canonicalJson([type, from, to])

const asSet = (aliases: readonly IdentifierAlias[]): IdentifierAlias[] =>
  [...new Map(aliases.map((one) => [identity(one), one]))]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, { type, from, to }]) => ({ type, from, to }))

/** The names in force once a look counts; null where it changes none. What is not complete takes none away. */
export async function aliasesAfter(
  tx: Queryable,
  where: ScopeAddress,
  said: readonly IdentifierAlias[] | undefined,
  coverage: Coverage,
): Promise<IdentifierAlias[] | null> {
  if (!said) return null
  const before = await readAliases(tx, where)
  const after = asSet(coverage.status === 'complete' ? said : [...before, ...said])
  return canonicalJson(after) === canonicalJson(before) ? null : after
}

async function readAliases(tx: Queryable, { scopeKey, scanner }: ScopeAddress): Promise<IdentifierAlias[]> {
  const [row] = await tx
    .select({ aliases: looks.aliases })
    .from(looks)
    .where(
      and(
        eq(looks.scopeKey, scopeKey),
        eq(looks.scanner, scanner),
        eq(looks.outcome, 'recorded'),
        sql`${looks.aliases} is not null`,
      ),
    )
    .orderBy(desc(looks.position))
    .limit(1)
  return row?.aliases ?? []
}

/** All names that mean the same, of every scope and scanner, as they were in force at a position of the ledger. */
export async function loadAliases(tx: Queryable, position: number): Promise<IdentifierAlias[]> {
  const { rows } = await tx.execute<{ aliases: IdentifierAlias[] }>(sql`
    select distinct on (scope_key, scanner) aliases from look
    where aliases is not null and outcome = 'recorded' and position <= ${position}
    order by scope_key, scanner, position desc`)
  return asSet(rows.flatMap(({ aliases }) => aliases))
}
