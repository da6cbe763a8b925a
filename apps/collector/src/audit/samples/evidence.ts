import type { SampleTask } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import type { Evidence } from '@ai-census/schema'
import type { Moment } from '../../reconcile/load-facts.ts'
import { heldAt, openAt } from './population.ts'

/** Pieces of evidence that one row shows; their number is always whole. */
const SHOWN = 20

export type OwnEvidence = Pick<SampleTask, 'evidence' | 'evidenceCount'>

/** Of these systems or components: the evidence that spoke for them at a moment, from the ledger. */
export async function evidenceOf(
  tx: Transaction,
  owner: 'system' | 'component',
  ids: string[],
  moment: Moment,
): Promise<Map<string, OwnEvidence>> {
  const ownerId = owner === 'system' ? sql`h.body ->> 'systemId'` : sql`h.subject_id`
  return readEvidence(
    tx,
    moment,
    sql`select ${ownerId} as owner, ref ->> 'scope' as scope, ref ->> 'key' as key
      from inventory_history h cross join lateral jsonb_array_elements(h.body -> 'findings') as ref
      where h.subject_type = 'component' and ${heldAt(moment)} and ${ownerId} = any(${sql.param(ids)}::text[])`,
  )
}

/** `refs` gives owner, scope and key of findings. */
async function readEvidence(tx: Transaction, moment: Moment, refs: SQL): Promise<Map<string, OwnEvidence>> {
  const { rows } = await tx.execute<{
    owner: string
    scope: string
    scanner: string
    key: string
    evidence: Evidence
    total: number
  }>(sql`
    select * from (
      select r.owner, f.scope_key as scope, f.scanner, f.key, e.evidence,
        count(*) over (partition by r.owner)::int as total,
        row_number() over (partition by r.owner
          order by f.scope_key collate "C", f.scanner collate "C", f.key collate "C", e.place) as nth
      from (${refs}) r
      join finding f on f.scope_key = r.scope and f.key = r.key and ${openAt(moment)}
      join finding_content fc on fc.hash = f.hash
      cross join lateral jsonb_array_elements(fc.finding -> 'evidence') with ordinality as e (evidence, place)
    ) numbered where nth <= ${SHOWN} order by owner, nth`)
  const owned = Map.groupBy(rows, ({ owner }) => owner)
  return new Map(
    [...owned].map(([owner, some]) => [
      owner,
      {
        evidence: some.map(({ scope, scanner, key, evidence }) => ({ scope, scanner, key, evidence })),
        evidenceCount: some[0]?.total ?? 0,
      },
    ]),
  )
}

export const noEvidence: OwnEvidence = { evidence: [], evidenceCount: 0 }

/** A finding's own evidence, cut to what a row shows. */
export const shownEvidence = (
  where: { scope: string; scanner: string; key: string },
  evidence: readonly Evidence[],
): OwnEvidence => ({
  evidence: evidence.slice(0, SHOWN).map((one) => ({ ...where, evidence: one })),
  evidenceCount: evidence.length,
})

/** Where a person can open the first piece of evidence that has an address. */
export function urlOf({ evidence }: OwnEvidence): string | null {
  for (const { evidence: one } of evidence) {
    if ('path' in one.location && one.location.url) return one.location.url
  }
  return null
}
