/**
 * Scans the organisation that `organisation.ts` serves, drops each report as a spool would, and prints what the process
 * held: `node --expose-gc memory.ts [service,…]`.
 */
import { createAwsScanner } from '@ai-census/scanner-aws'
import { runScanner } from '@ai-census/scanner-kit'

let most = 0
let findings = 0
let scopes = 0
const started = performance.now()
const run = runScanner(createAwsScanner(), {
  config: { organization: true, services: process.argv[2] ?? 'sagemaker' },
  fingerprintKey: 'a key for benches, and for nothing else',
})
for await (const report of run) {
  findings += report.findings.length
  if (++scopes % 10 !== 0) continue
  globalThis.gc?.()
  most = Math.max(most, process.memoryUsage().heapUsed)
}
const seconds = (performance.now() - started) / 1000
process.stdout.write(
  `${JSON.stringify({ scopes, findings, heapMb: Math.round(most / 2 ** 20), rssMb: Math.round(process.resourceUsage().maxRSS / 1024), seconds: Math.round(seconds) })}\n`,
)
