import type { Orm, Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { ScopeAddress } from './scope-state.ts'

/**
 * Two reports of one scope take turns; reports of others do not wait. The first lock is for a scope that has no row
 * yet (two of equal hash would only wait for each other), the second for those who confirm many rows at once.
 */
export async function lockScope(tx: Transaction, { scopeKey, scanner }: ScopeAddress): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7420, hashtext(${`${scanner} ${scopeKey}`}))`)
  await lockScopeRows(tx, scanner, [scopeKey])
}

/** In the order of their keys, so that nobody waits in a circle. Scopes that nobody looked at have no row to lock. */
export async function lockScopeRows(
  tx: Transaction,
  scanner: string,
  keys: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    select from scope where scanner = ${scanner} and scope_key = any(${sql.param(keys)}::text[])
    order by scope_key for update`)
}

const TRIES = 5

/**
 * A transaction that is done again when it met another one in a circle: reports of different scopes may bring the
 * same contents, in any order.
 */
export async function inTransaction<T>(orm: Orm, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await orm.transaction(work)
    } catch (error) {
      if (attempt >= TRIES || !isConflict(error)) throw error
    }
  }
}

/** Deadlock, or a serialization failure. */
function isConflict(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false
  return cause.code === '40P01' || cause.code === '40001'
}
