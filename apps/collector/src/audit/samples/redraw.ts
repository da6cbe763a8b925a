import type { redrawSample as endpoint, SamplePopulation } from '@ai-census/api'
import { auditSampleRows } from '@ai-census/db'
import { asc, eq } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { draw, inSnapshot } from './draw.ts'
import type { StratifyBy } from './population.ts'
import { findSample } from './read.ts'

type Redrawn = z.infer<typeof endpoint.response>

/** Draws again by the seed and place that were kept, from what the database holds now, and says what differs. */
export async function redrawSample(deps: Deps, id: string): Promise<Redrawn> {
  const record = await findSample(deps, id)
  const population = {
    // Both were taken from the contract when they were written.
    kind: record.population as SamplePopulation,
    stratifyBy: record.stratifyBy as StratifyBy | null,
    moment: { run: record.run, position: record.position, at: record.at },
    filters: record.filters,
  }
  const again = await inSnapshot(deps, (tx) => draw(tx, population, record))
  const kept = await deps.database.orm
    .select({ name: auditSampleRows.name })
    .from(auditSampleRows)
    .where(eq(auditSampleRows.sample, id))
    .orderBy(asc(auditSampleRows.ordinal))
  const drawn = again.drawn.map(({ name }) => name)
  const differences: string[] = []
  if (again.populationHash !== record.populationHash)
    differences.push(
      `The population as of ${record.at} is another one now: it had ${record.populationSize} members and hash ` +
        `${record.populationHash}, it has ${again.populationSize} and ${again.populationHash}.`,
    )
  if (drawn.length !== kept.length || drawn.some((name, i) => name !== kept[i]?.name))
    differences.push('The same seed draws other rows than those that were kept.')
  const { populationSize, populationHash } = again
  return { same: differences.length === 0, populationSize, populationHash, drawn, differences }
}
