import type { SampleSummary } from '@ai-census/api'
import { mostErrors, mostErrorsOf, type SampleResult } from '@ai-census/inventory'
import type { SampleRecord } from './read.ts'

type Result = SampleSummary['result']

/** One drawn row, with what was concluded of it last; null: nothing yet. */
export interface RowResult {
  stratum: string | null
  result: 'ok' | 'error' | null
}

/** What the conclusions say of the whole population; no bound while any is missing, which could be the wrong one. */
export function resultOf(record: SampleRecord, rows: readonly RowResult[]): Result {
  const pending = rows.filter(({ result }) => result === null).length
  const errors = rows.filter(({ result }) => result === 'error').length
  const counts = { concluded: rows.length - pending, pending, errors }
  if (pending > 0 || rows.length === 0)
    return {
      ...counts,
      mostErrors: null,
      mostErrorsShare: null,
      sentence:
        rows.length === 0
          ? 'There was nothing to draw from.'
          : `${pending} of ${rows.length} rows are not concluded yet, so nothing is said of the rest.`,
    }
  const most = boundOf(record, rows, errors)
  return {
    ...counts,
    mostErrors: most,
    mostErrorsShare: most / record.populationSize,
    sentence:
      `With ${percent(record.confidence)} confidence, at most ${most} of ${record.populationSize} ` +
      `(${percent(most / record.populationSize)}) are wrong: ${errors} of ${rows.length} looked at were.`,
  }
}

function boundOf(record: SampleRecord, rows: readonly RowResult[], errors: number): number {
  if (!record.strata)
    return mostErrors({ population: record.populationSize, sampled: rows.length, errors }, record.confidence)
  const strata = record.strata.map(
    ({ name, population, drawn }): SampleResult => ({
      population,
      sampled: drawn,
      errors: rows.filter(({ stratum, result }) => stratum === name && result === 'error').length,
    }),
  )
  return mostErrorsOf(strata, record.confidence)
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`
