import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { authorOf } from '../http/auth.ts'
import { type App, implement } from '../http/implement.ts'
import { completeness } from './estimate-completeness.ts'
import { evidencePack } from './evidence-pack.ts'
import { exportDecisionLog, exportLedger } from './export-log.ts'
import { readHead } from './log-head.ts'
import { concludeRow } from './samples/conclude.ts'
import { createSample } from './samples/create.ts'
import { getSample, listSamples } from './samples/read.ts'
import { redrawSample } from './samples/redraw.ts'
import { verifyDecisionLog } from './verify-log.ts'

export function auditRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.verifyLog, async (_, { query }) => verifyDecisionLog(deps, query.head))
  implement(app, deps, api.getAuditHead, async () => readHead(deps))
  implement(app, deps, api.exportDecisionLog, async () => exportDecisionLog(deps))
  implement(app, deps, api.exportLedger, async (_, { query }) => exportLedger(deps, query.until))
  implement(app, deps, api.drawSample, async (_, { body, actor }) =>
    createSample(deps, body, authorOf(actor)),
  )
  implement(app, deps, api.listSamples, async (_, { query }) => listSamples(deps, query))
  implement(app, deps, api.getSample, async (_, { params }) => getSample(deps, params.id))
  implement(app, deps, api.redrawSample, async (_, { params }) => redrawSample(deps, params.id))
  implement(app, deps, api.concludeSampleRow, async (_, { params, body, actor }) =>
    concludeRow(deps, params, body, authorOf(actor)),
  )
  implement(app, deps, api.getCompleteness, async (_, { query }) => completeness(deps, query))
  implement(app, deps, api.exportEvidencePack, async (_, { query }) => evidencePack(deps, query.asOf))
}
