import { decisionAccess } from '@ai-census/api'
import { decisions } from '@ai-census/db'
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
  const rows = await deps.database.orm
    .select({ sequence: decisions.sequence, body: decisions.body })
    .from(decisions)
    .where(
      inArray(
        decisions.sequence,
        revoked.map(({ sequence }) => sequence),
      ),
    )
  const types = new Map(rows.map(({ sequence, body }) => [sequence, body.type]))
  for (const { sequence, index } of revoked) {
    const type = types.get(sequence)
    if (type && !allows(actor, decisionAccess[type]))
      refuse(`Taking back the decision ${type}`, type, 'sequence', rootOf(index))
  }
}

/** No sequence is greater: the database counts them in 32 bits. */
const LARGEST = 2 ** 31 - 1

function refuse(what: string, type: DecisionBody['type'], field: string, root: string): never {
  const message = `${what} is for the role ${decisionAccess[type]}.`
  throw new HttpProblem(403, message, [{ place: placeOf(['body', field], root), message }])
}
