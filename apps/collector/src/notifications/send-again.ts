import { randomUUID } from 'node:crypto'
import type { DeliveryRow } from '@ai-census/api'
import { deliveries } from '@ai-census/db'
import { and, eq } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { attempt } from './deliver.ts'
import { findDestination } from './find-destination.ts'
import { showDelivery } from './list-deliveries.ts'

/** A message that says that it is a test, tried once; also where the destination is paused. */
export async function testDestination(deps: Deps, id: string): Promise<DeliveryRow> {
  const { orm } = deps.database
  const destination = await findDestination(orm, id)
  const at = deps.now().toISOString()
  const [delivery] = await orm
    .insert(deliveries)
    .values({
      id: randomUUID(),
      destination: id,
      isTest: true,
      message: { news: [], counts: {} },
      createdAt: at,
      status: 'waiting',
      attempts: 1,
      nextAt: at,
    })
    .returning()
  const done = delivery && (await attempt(deps, delivery))
  if (!done) throw new HttpProblem(404, 'The destination was removed meanwhile.')
  return showDelivery(done, destination)
}

/** As many attempts again, under the same id: a receiver that has it already can drop it. */
export async function sendAgain(deps: Deps, id: string): Promise<DeliveryRow> {
  const { orm } = deps.database
  const [row] = await orm.select().from(deliveries).where(eq(deliveries.id, id))
  if (!row) throw new HttpProblem(404, 'No such message.')
  const [again] = await orm
    .update(deliveries)
    .set({ status: 'waiting', attempts: 0, nextAt: deps.now().toISOString(), endedAt: null })
    .where(and(eq(deliveries.id, id), eq(deliveries.status, 'failed'), eq(deliveries.isTest, false)))
    .returning()
  if (!again) throw new HttpProblem(409, 'Only a message that was given up is sent again.')
  deps.notifications.wake()
  return showDelivery(again, await findDestination(orm, row.destination))
}
