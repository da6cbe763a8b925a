import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { authorOf } from '../http/auth.ts'
import { ifMatch } from '../http/if-match.ts'
import { type App, implement } from '../http/implement.ts'
import { HttpProblem, placeOf } from '../http/problem.ts'
import { assertMayDecide, assertMayRevoke } from './decision-access.ts'
import { listDecisions, listSystemDecisions } from './list-decisions.ts'
import { listProposals } from './list-proposals.ts'
import { listQueue } from './list-queue.ts'
import { recordDecision } from './record-decision.ts'
import { previewDecisions, recordDecisions } from './record-decisions.ts'
import { listRules, previewRule } from './rules.ts'

export function triageRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.listQueue, async (_, { query }) => listQueue(deps, query))
  implement(app, deps, api.listProposals, async (_, { query }) => listProposals(deps, query))
  implement(app, deps, api.listRules, async () => listRules(deps))
  implement(app, deps, api.previewRule, async (_, { body }) => previewRule(deps, body.match))
  implement(app, deps, api.listDecisions, async (_, { query }) => listDecisions(deps, query))
  implement(app, deps, api.listSystemDecisions, async (_, { params, query }) =>
    listSystemDecisions(deps, params.id, query),
  )
  implement(app, deps, api.recordDecision, async (_, { body, actor, c }) => {
    assertMayDecide(actor, body.body)
    await assertMayRevoke(deps, actor, [body.body])
    return recordDecision(deps, withVersion(body, ifMatch(c)), authorOf(actor))
  })
  implement(app, deps, api.recordDecisions, async (_, { query, body, actor }) => {
    for (const [i, one] of body.decisions.entries())
      assertMayDecide(actor, one.body, placeOf([i], 'decisions'))
    const bodies = body.decisions.map((one) => one.body)
    await assertMayRevoke(deps, actor, bodies, (i) => placeOf([i], 'decisions'))
    const decide = query.dryRun ? previewDecisions : recordDecisions
    return decide(deps, body.decisions, authorOf(actor))
  })
}

/** The header and the body say the same, or one of them is wrong. */
function withVersion(wanted: api.NewDecision, header: string | undefined): api.NewDecision {
  if (header === undefined) return wanted
  if (wanted.ifVersion !== undefined && wanted.ifVersion !== header)
    throw new HttpProblem(412, 'If-Match and ifVersion name two versions.', [
      { place: 'ifVersion', message: 'not the version in If-Match' },
    ])
  return { ...wanted, ifVersion: header }
}
