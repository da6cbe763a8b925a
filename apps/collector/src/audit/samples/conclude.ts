import type { concludeSampleRow as endpoint, SampleSummary } from '@ai-census/api'
import { auditConclusions, auditSampleRows, auditSamples } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { HttpProblem } from '../../http/problem.ts'
import { findSample, getSummary } from './read.ts'

type Conclusion = z.output<typeof endpoint.body>

/** Appends what an auditor concluded of one row: an earlier conclusion stays where it is, and counts no more. */
export async function concludeRow(
  deps: Deps,
  { id, ordinal }: { id: string; ordinal: number },
  { result, note }: Conclusion,
  author: string,
): Promise<SampleSummary> {
  const record = await findSample(deps, id)
  await deps.database.orm.transaction(async (tx) => {
    // One after the other: each gets its own number.
    await tx.select().from(auditSamples).where(eq(auditSamples.id, id)).for('update')
    const isRow = and(eq(auditSampleRows.sample, id), eq(auditSampleRows.ordinal, ordinal))
    if ((await tx.$count(auditSampleRows, isRow)) === 0)
      throw new HttpProblem(404, `The sample has no row ${ordinal}.`)
    const number = await tx.$count(
      auditConclusions,
      sql`${auditConclusions.sample} = ${id} and ${auditConclusions.ordinal} = ${ordinal}`,
    )
    await tx
      .insert(auditConclusions)
      .values({ sample: id, ordinal, number: number + 1, at: deps.now().toISOString(), author, result, note })
  })
  return getSummary(deps, record)
}
