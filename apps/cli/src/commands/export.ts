import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { operatorClient } from '../local-collector.ts'
import { fromCaller } from '../state.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  output?: string
}

/** Streams the inventory, so that a large one needs no memory here. */
export async function exportInventory(format: string, options: Options): Promise<void> {
  const answer = await operatorClient(options).get(`/api/v1/export/${format}`)
  if (!answer.body) return
  const body = Readable.fromWeb(answer.body)
  if (options.output) await pipeline(body, createWriteStream(fromCaller(options.output)))
  else await pipeline(body, process.stdout, { end: false })
}
