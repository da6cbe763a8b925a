import type { Transaction } from '@ai-census/db'
import { canonicalScopeKey, releaseHeld } from '@ai-census/inventory'
import type { DecisionBody } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { lockScope } from '../ingest/put-report.ts'
import { readScopeState } from '../ingest/scope-state.ts'
import { writeLook } from '../ingest/write-look.ts'

type Release = Extract<DecisionBody, { type: 'release-look' }>

/**
 * A person's answer to a look that the mass-change brake holds: it counts from now on, or it never will. The ledger
 * only grows, so the look is written a second time with what became of it.
 */
export async function releaseLook(deps: Deps, tx: Transaction, body: Release): Promise<void> {
  const address = { scopeKey: canonicalScopeKey(body.scope), scanner: body.scanner }
  await lockScope(tx, address)
  const known = await readScopeState(tx, address)
  const held = known?.held
  if (!known || !held?.heldReport) throw new HttpProblem(404, `No look at ${body.scope} is held.`)
  if (held.sequence !== body.sequence)
    throw new HttpProblem(409, `Another look at ${body.scope} is held by now; see it before you decide.`)
  const change = releaseHeld(known.state, held.heldReport, body.accept)
  await writeLook(tx, {
    change,
    known,
    startedAt: held.startedAt,
    source: known.source,
    unknowns: held.unknowns,
    unknownCount: held.unknownCount,
    report: null,
    now: deps.now(),
  })
}
