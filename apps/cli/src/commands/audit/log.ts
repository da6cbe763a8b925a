import { createWriteStream, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { getAuditHead } from '@ai-census/api'
import { instantOf } from '../../audit/values.ts'
import { operatorClient } from '../../local-collector.ts'
import { fromCaller } from '../../state.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  output?: string
}

/** Notes where log and ledger end now. */
export async function head(options: Options): Promise<void> {
  const answer = await operatorClient(options).call(getAuditHead)
  const text = `${JSON.stringify(answer, null, 2)}\n`
  if (options.output) writeFileSync(fromCaller(options.output), text)
  else process.stdout.write(text)
  process.stderr.write(
    `Decision ${answer.sequence}, position ${answer.ledger.position} of the ledger. Keep it where nobody who runs the collector can change it.\n`,
  )
}

export async function exportLog(options: Options & { ledger?: boolean }): Promise<void> {
  await save(options, options.ledger ? '/api/v1/audit/ledger' : '/api/v1/audit/decisions')
}

export async function pack(options: Options & { asOf?: string }): Promise<void> {
  const query = options.asOf ? `?asOf=${encodeURIComponent(instantOf('--as-of', options.asOf))}` : ''
  await save(options, `/api/v1/audit/evidence-pack${query}`)
}

/** Streams, so that a long one needs no memory here. */
async function save(options: Options, path: string): Promise<void> {
  const { chunks } = await operatorClient(options).stream(path)
  if (options.output) await pipeline(chunks, createWriteStream(fromCaller(options.output)))
  else await pipeline(chunks, process.stdout, { end: false })
}
