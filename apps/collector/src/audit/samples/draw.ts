import type { SampleStratum, Transaction } from '@ai-census/db'
import { allocate, createDraw, createPopulationHash, sampleSize } from '@ai-census/inventory'
import type { Deps } from '../../deps.ts'
import { type Member, type Population, readMembers } from './population.ts'

export interface Wanted {
  seed: string
  /** How many; null: as many as it takes for these bounds. */
  size: number | null
  tolerableShare: number | null
  confidence: number
}

export interface Drawing {
  populationSize: number
  populationHash: string
  /** In the order of their ranks. */
  drawn: Member[]
  strata: SampleStratum[] | null
}

/** Reads the population twice, first to know it, then to draw: it need not fit in memory. */
export async function draw(tx: Transaction, population: Population, wanted: Wanted): Promise<Drawing> {
  const { size: populationSize, hash, strata } = await measure(tx, population)
  const size = wanted.size ?? sampleSize(populationSize, wanted.tolerableShare ?? 0.05, wanted.confidence)
  const shares = allocate(strata, size)
  const draws = new Map([...shares].map(([name, share]) => [name, createDraw(wanted.seed, hash, share)]))
  for await (const { name, stratum } of readMembers(tx, population)) draws.get(stratum ?? '')?.add(name)
  const isStratified = population.stratifyBy !== null
  const drawn = [...draws]
    .flatMap(([stratum, one]) => one.drawn().map((ranked) => ({ ...ranked, stratum })))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ name, stratum }) => ({ name, stratum: isStratified ? stratum : null }))
  return {
    populationSize,
    populationHash: hash,
    drawn,
    strata: isStratified
      ? [...strata].map(([name, count]) => ({ name, population: count, drawn: shares.get(name) ?? 0 }))
      : null,
  }
}

async function measure(tx: Transaction, population: Population) {
  const hash = createPopulationHash()
  const strata = new Map<string, number>()
  for await (const { name, stratum } of readMembers(tx, population)) {
    hash.add(name)
    strata.set(stratum ?? '', (strata.get(stratum ?? '') ?? 0) + 1)
  }
  const sorted = [...strata].sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...hash.end(), strata: new Map(sorted) }
}

/** One picture of the database for both readings. */
export const inSnapshot = <T>(deps: Deps, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  deps.database.orm.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' })
