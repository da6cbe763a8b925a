import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CollectorClient, createCollectorClient } from './collector-client.ts'
import { UsageError } from './exit-codes.ts'
import { fromCaller } from './state.ts'

/** The collector that a command speaks to: the one named, else the one that serves the data folder here. */
export function operatorClient(options: {
  collector?: string
  token?: string
  data: string
}): CollectorClient {
  if (options.collector) return createCollectorClient(options.collector, options.token)
  const file = join(fromCaller(options.data), 'collector.json')
  if (!existsSync(file)) {
    throw new UsageError(
      `no collector runs on ${fromCaller(options.data)}; start it with \`ai-census up\`, or name one with --collector`,
    )
  }
  // Written whole by the collector itself, readable by this user alone.
  const { url, operatorToken } = JSON.parse(readFileSync(file, 'utf8')) as {
    url: string
    operatorToken: string
  }
  return createCollectorClient(url, operatorToken)
}
