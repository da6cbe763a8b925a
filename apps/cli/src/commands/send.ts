import { createCollectorClient } from '../collector-client.ts'
import { deliver } from '../deliver.ts'
import { ExitCode } from '../exit-codes.ts'
import { createSpool } from '../spool.ts'
import { spoolFolder } from '../state.ts'
import { sayDelivery } from './target.ts'

export async function send(options: { collector: string; token?: string; wait: number }): Promise<void> {
  const client = createCollectorClient(options.collector, options.token)
  const spool = createSpool(spoolFolder(client.url))
  const delivery = await deliver(client, spool, Date.now() + options.wait * 1000)
  sayDelivery(delivery, client.url)
  if (delivery.refused.length > 0) process.exitCode = ExitCode.internal
  else if (delivery.away) process.exitCode = ExitCode.incomplete
}
