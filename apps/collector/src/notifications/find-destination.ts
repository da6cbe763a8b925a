import { destinations, type Queryable } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import { HttpProblem } from '../http/problem.ts'
import type { Destination } from './enqueue-news.ts'

export async function findDestination(db: Queryable, id: string): Promise<Destination> {
  const [row] = await db.select().from(destinations).where(eq(destinations.id, id))
  if (!row) throw new HttpProblem(404, 'No such destination.')
  return row
}

/** With its row locked until the transaction ends. */
export async function lockDestination(db: Queryable, id: string): Promise<Destination> {
  const [row] = await db.select().from(destinations).where(eq(destinations.id, id)).for('update')
  if (!row) throw new HttpProblem(404, 'No such destination.')
  return row
}
