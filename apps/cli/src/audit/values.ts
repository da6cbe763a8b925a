import { UsageError } from '../exit-codes.ts'

/** A date or an instant as a person types it; a date alone is its beginning in UTC. */
export function instantOf(option: string, given: string): string {
  const time = Date.parse(given)
  if (Number.isNaN(time)) throw new UsageError(`${option} ${given} is no ISO date, such as 2026-10-01`)
  return new Date(time).toISOString()
}

export function numberOf(option: string, given: string): number {
  const value = Number(given)
  if (given.trim() === '' || !Number.isFinite(value)) throw new UsageError(`${option} ${given} is no number`)
  return value
}
