import { setTimeout as sleep } from 'node:timers/promises'
import { runScanner } from '@ai-census/scanner-kit'
import type { Case } from '../bench.ts'

type Scanner = Parameters<typeof runScanner>[0]
type Config = Parameters<typeof runScanner>[1]['config']

/** Calls a second that a scanner allows itself, and how many it makes before that holds. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Bar 16: a scan of so many calls, against the time that its own rate asks for. */
export const rateCase = (scan: () => Promise<unknown>, calls: number, { perSecond, burst }: Rate): Case => ({
  name: 'scan ÷ (calls ÷ rate)',
  measures: 'that details are asked for as fast as the budget lets them; no network',
  bar: { id: '16', most: 1.2 },
  a: { label: 'scan', run: scan },
  b: { label: 'calls ÷ rate', run: () => sleep(((calls - burst) / perSecond) * 1000) },
  warmUp: 0,
  rounds: 2,
})

export const memoryByHand = (cloud: string): string =>
  `memory from 10 k to 1 M resources: tests/bench/${cloud}/memory.ts, by hand, in a process of its own`

/** Scans, tells how many findings, and throws where a place was not read whole: a scan that breaks off is quick. */
export async function scanWhole(scanner: Scanner, config: Config): Promise<number> {
  const run = runScanner(scanner, { config, fingerprintKey: 'a key for benches, and for nothing else' })
  let found = 0
  for await (const { coverage, findings } of run) {
    if (coverage.status !== 'complete') throw new Error(`The scan was ${coverage.status}: ${coverage.detail}`)
    found += findings.length
  }
  return found
}
