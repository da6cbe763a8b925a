import type { Transaction } from '@ai-census/db'
import { canonicalScopeKey } from '@ai-census/inventory'
import type { DecisionBody } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { lockScope } from '../ingest/locks.ts'
import { releaseLookHeld } from '../ingest/release-held.ts'
import { readScopeState } from '../ingest/scope-state.ts'

type Release = Extract<DecisionBody, { type: 'release-look' }>

/** A person's answer to a look that the mass-change brake holds: it counts from now on, or it never will. */
export async function releaseLook(deps: Deps, tx: Transaction, body: Release): Promise<void> {
  const address = { scopeKey: canonicalScopeKey(body.scope), scanner: body.scanner }
  await lockScope(tx, address)
  const known = await readScopeState(tx, address)
  const held = known?.held
  if (!known || !held) throw new HttpProblem(404, `No look at ${body.scope} is held.`)
  if (held.sequence !== body.sequence)
    throw new HttpProblem(409, `Another look at ${body.scope} is held by now; see it before you decide.`)
  await releaseLookHeld(deps, tx, known, held, body.accept)
}
