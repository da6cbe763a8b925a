import { decisionAccess } from '@ai-census/api'
import { decisions, type Queryable } from '@ai-census/db'
import { inArray } from '@ai-census/db/query'
import type { DecisionBody } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { type Actor, allows } from '../http/auth.ts'
import { HttpProblem, placeOf } from '../http/problem.ts'

/** Each type of decision has its own access. `root` names the decision where there are many. */
export function assertMayDecide(actor: Actor, body: DecisionBody, root = ''): void {
  if (!allows(actor, decisionAccess[body.type])) refuse(`The decision ${body.type}`, body.type, 'type', root)
}

/** Whoever may not take a decision may not take it back either. `rootOf` names each where there are many. */
export async function assertMayRevoke(
  deps: Deps,
  actor: Actor,
  bodies: readonly DecisionBody[],
  rootOf: (index: number) => string = () => '',
): Promise<void> {
  const revoked = bodies.flatMap((body, index) =>
    body.type === 'revoke' && body.sequence <= LARGEST ? [{ sequence: body.sequence, index }] : [],
  )
  if (revoked.length === 0) return
  const known = await withTargets(
    deps.database.orm,
    revoked.map(({ sequence }) => sequence),
  )
  for (const { sequence, index } of revoked) {
    const type = rootType(known, sequence)
    if (type && !allows(actor, decisionAccess[type]))
      refuse(`Taking back the decision ${type}`, type, 'sequence', rootOf(index))
  }
}

type Bodies = ReadonlyMap<number, DecisionBody>

/** These decisions, and what those of them that take back take back, and so on. */
async function withTargets(db: Queryable, sequences: readonly number[]): Promise<Bodies> {
  const known = new Map<number, DecisionBody>()
  for (let next = [...sequences]; next.length > 0; ) {
    const rows = await db
      .select({ sequence: decisions.sequence, body: decisions.body })
      .from(decisions)
      .where(inArray(decisions.sequence, next))
    for (const { sequence, body } of rows) known.set(sequence, body)
    next = rows.flatMap(({ body }) =>
      body.type === 'revoke' && body.sequence <= LARGEST && !known.has(body.sequence) ? [body.sequence] : [],
    )
  }
  return known
}

/** To take back a taking back is to bring back what it took: that is what counts. */
function rootType(known: Bodies, sequence: number): DecisionBody['type'] | undefined {
  const seen = new Set<number>()
  let body = known.get(sequence)
  while (body?.type === 'revoke' && !seen.has(body.sequence)) {
    seen.add(body.sequence)
    body = known.get(body.sequence)
  }
  return body?.type
}

/** No sequence is greater: the database counts them in 32 bits. */
const LARGEST = 2 ** 31 - 1

function refuse(what: string, type: DecisionBody['type'], field: string, root: string): never {
  const message = `${what} is for the role ${decisionAccess[type]}.`
  throw new HttpProblem(403, message, [{ place: placeOf(['body', field], root), message }])
}
