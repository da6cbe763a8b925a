import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { confirmScopes } from './confirm-scopes.ts'
import { getFingerprintKey } from './fingerprint-key.ts'
import { listUnregistered } from './list-unregistered.ts'
import { putReport } from './put-report.ts'
import { receiveReport } from './receive.ts'
import { receiveLines } from './receive-lines.ts'
import { findScan, finishScan, startScan } from './scans.ts'

/** How long the end of a scan waits for the inventory, so that whoever looks next sees all of it. */
const SETTLE_MS = 20_000

export function ingestRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.startScan, async (_, { params, body, actor }) => {
    await startScan(deps, params.scan, body, actor)
    return { scan: params.scan }
  })
  implement(app, deps, api.putReport, async (_, { params, body, lines, actor }) => {
    await findScan(deps.database.orm, params.scan, actor)
    const report = lines ? await receiveLines(lines) : await receiveReport(body)
    try {
      return await putReport(deps, params.scan, report, actor)
    } finally {
      await report.close()
    }
  })
  implement(app, deps, api.confirmScopes, async (_, { params, body, actor }) =>
    confirmScopes(deps, params.scan, body.scopes, actor),
  )
  implement(app, deps, api.finishScan, async (_, { params, body, actor }) => {
    const answer = await finishScan(deps, params.scan, body, actor)
    await deps.reconciler.settle(SETTLE_MS)
    return answer
  })
  implement(app, deps, api.listUnregistered, async (_, { params, actor }) => {
    // Reports that an earlier finish did not wait for count too.
    await deps.reconciler.settle(SETTLE_MS)
    return { systems: await listUnregistered(deps, params.scan, actor) }
  })
  implement(app, deps, api.getFingerprintKey, async () => getFingerprintKey(deps))
}
