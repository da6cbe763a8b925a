import { createCollectorClient } from '../collector-client.ts'
import { deliver, refusedCode } from '../deliver.ts'
import { ExitCode } from '../exit-codes.ts'
import { sayDelivery } from '../output/delivery.ts'
import { createSpool } from '../spool.ts'
import { spoolFolder } from '../state.ts'

export async function send(options: { collector: string; token?: string; wait: number }): Promise<void> {
  const client = createCollectorClient(options.collector, options.token)
  const spool = createSpool(spoolFolder(client.url))
  const delivery = await deliver(client, spool, Date.now() + options.wait * 1000)
  sayDelivery(delivery, client.url)
  process.exitCode = refusedCode(delivery) ?? (delivery.away ? ExitCode.incomplete : ExitCode.done)
}
