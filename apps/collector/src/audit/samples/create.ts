import { randomBytes, randomUUID } from 'node:crypto'
import type { NewSample, Sample, SampleTask } from '@ai-census/api'
import { auditSampleRows, auditSamples } from '@ai-census/db'
import type { Deps } from '../../deps.ts'
import { HttpProblem } from '../../http/problem.ts'
import { type Drawing, draw, inSnapshot } from './draw.ts'
import { momentOf } from './moment.ts'
import type { Population } from './population.ts'
import { getSample } from './read.ts'
import { tasksOf } from './tasks.ts'

const MOST_ROWS = 5000
const BATCH = 500

/** Draws, and keeps what was drawn with what there is to check of it, so that it can be opened again as it was. */
export async function createSample(deps: Deps, wanted: NewSample, author: string): Promise<Sample> {
  if (wanted.size !== undefined && wanted.tolerableShare !== undefined)
    throw new HttpProblem(422, 'Give either a size, or a tolerable share of errors from which it follows.')
  const population: Population = {
    kind: wanted.population,
    moment: await momentOf(deps, wanted.asOf),
    filters: wanted.filters ?? {},
    stratifyBy: wanted.stratifyBy ?? null,
  }
  const bounds = {
    seed: wanted.seed ?? randomBytes(16).toString('hex'),
    size: wanted.size ?? null,
    tolerableShare: wanted.size === undefined ? (wanted.tolerableShare ?? 0.05) : null,
    confidence: wanted.confidence ?? 0.95,
  }
  const { drawing, tasks } = await inSnapshot(deps, async (tx) => {
    const drawn = await draw(tx, population, bounds)
    if (drawn.drawn.length > MOST_ROWS)
      throw new HttpProblem(422, `That takes ${drawn.drawn.length} rows; at most ${MOST_ROWS} are drawn.`)
    const names = drawn.drawn.map(({ name }) => name)
    return { drawing: drawn, tasks: await tasksOf[population.kind](tx, names, population.moment) }
  })
  const id = randomUUID()
  await deps.database.orm.transaction(async (tx) => {
    await tx.insert(auditSamples).values({
      id,
      createdAt: deps.now().toISOString(),
      createdBy: author,
      population: population.kind,
      filters: population.filters,
      stratifyBy: population.stratifyBy,
      ...population.moment,
      ...bounds,
      populationSize: drawing.populationSize,
      populationHash: drawing.populationHash,
      strata: drawing.strata,
    })
    const rows = rowsOf(id, drawing, tasks)
    for (let at = 0; at < rows.length; at += BATCH)
      await tx.insert(auditSampleRows).values(rows.slice(at, at + BATCH))
  })
  return getSample(deps, id)
}

const rowsOf = (sample: string, { drawn }: Drawing, tasks: ReadonlyMap<string, SampleTask>) =>
  drawn.map(({ name, stratum }, i) => {
    const task = tasks.get(name)
    if (!task) throw new Error(`${name} was drawn and is not there`)
    return { sample, ordinal: i + 1, name, stratum, task }
  })
