import type { ScanReport } from '@ai-census/schema'
import { type RunOptions, runScanner } from '../run.ts'
import type { Scanner } from '../scanner.ts'

/** A key for fingerprints in tests, never to be used elsewhere. */
export const testFingerprintKey = 'a key for tests, and for nothing else'

/** Everything that an async iterable gives. */
export async function gather<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of iterable) all.push(one)
  return all
}

/** All reports of one run, by scope key. */
export async function collectReports<C>(
  scanner: Scanner<C>,
  config: unknown,
  options: Partial<RunOptions> = {},
): Promise<ScanReport[]> {
  const run = runScanner(scanner, { fingerprintKey: testFingerprintKey, ...options, config })
  const reports = await gather(run)
  return reports.sort((a, b) => (a.scope.key < b.scope.key ? -1 : 1))
}
