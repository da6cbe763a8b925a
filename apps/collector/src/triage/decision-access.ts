import { decisionAccess } from '@ai-census/api'
import type { DecisionBody } from '@ai-census/schema'
import { type Actor, allows } from '../http/auth.ts'
import { HttpProblem, placeOf } from '../http/problem.ts'

/** Each type of decision has its own access. `root` names the decision where there are many. */
export function assertMayDecide(actor: Actor, body: DecisionBody, root = ''): void {
  if (allows(actor, decisionAccess[body.type])) return
  const message = `The decision ${body.type} is for the role ${decisionAccess[body.type]}.`
  throw new HttpProblem(403, message, [{ place: placeOf(['body', 'type'], root), message }])
}
