import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { News } from '@ai-census/schema'
import { inBatches, texts } from '../reconcile/batches.ts'

/** What news about a system says of it. */
export type SystemFacts = Pick<News, 'subject' | 'suppliers' | 'sources' | 'riskLevel'>

interface Row extends Record<string, unknown> {
  id: string
  name: string
  suppliers: string[]
  riskLevel: string | null
  sources: string[]
}

/** By id; systems that are no more are left out. Its sources are those of the scopes in which its components were seen. */
export async function readSystems(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, SystemFacts>> {
  const facts = new Map<string, SystemFacts>()
  await inBatches(ids, async (batch) => {
    const { rows } = await tx.execute<Row>(sql`
      select s.id, s.name, to_json(s.suppliers) as suppliers, s.fields #>> '{riskLevel,value}' as "riskLevel",
        coalesce((
          select json_agg(distinct o.source order by o.source)
          from component c join component_finding f on f.component_id = c.id join scope o on o.scope_key = f.scope
          where c.system_id = s.id), '[]') as sources
      from ai_system s where s.id = any(${texts(batch)})`)
    for (const { id, name, suppliers, riskLevel, sources } of rows)
      facts.set(id, {
        subject: { type: 'system', id, name },
        suppliers,
        sources,
        ...(riskLevel === null ? {} : { riskLevel }),
      })
  })
  return facts
}
