import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { listCoverageGroups } from './coverage-groups.ts'
import { exportSystems } from './export-systems.ts'
import { getComponent } from './get-component.ts'
import { getModel } from './get-model.ts'
import { getOverview } from './get-overview.ts'
import { getSupplier } from './get-supplier.ts'
import { getSystem } from './get-system.ts'
import { listComponentFindings } from './list-component-findings.ts'
import { listComponentRelationships } from './list-component-relationships.ts'
import { writeComponents } from './list-components.ts'
import { listCoverage } from './list-coverage.ts'
import { listEvidence } from './list-evidence.ts'
import { listFlags } from './list-flags.ts'
import { listHistory, listSystemHistory } from './list-history.ts'
import { listModels } from './list-models.ts'
import { listScanFindings } from './list-scan-findings.ts'
import { listScanScopes } from './list-scan-scopes.ts'
import { getScan, listScans } from './list-scans.ts'
import { listSources } from './list-sources.ts'
import { listSuppliers } from './list-suppliers.ts'
import { listSystemRelationships } from './list-system-relationships.ts'
import { writeSystems } from './list-systems.ts'
import { listMissingPermissions } from './missing-permissions.ts'
import { listPastSystems } from './past-systems.ts'

export function inventoryRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.getOverview, async () => getOverview(deps))
  implement(app, deps, api.listSystems, async (_, { query }) =>
    query.asOf === undefined ? writeSystems(deps, query) : listPastSystems(deps, query, query.asOf),
  )
  implement(app, deps, api.exportSystems, async (_, { query }) => exportSystems(deps, query))
  implement(app, deps, api.getSystem, async (_, { params }) => getSystem(deps, params.id))
  implement(app, deps, api.listSystemRelationships, async (_, { params, query }) =>
    listSystemRelationships(deps, params.id, query),
  )
  implement(app, deps, api.listEvidence, async (_, { params, query }) => listEvidence(deps, params.id, query))
  implement(app, deps, api.listComponents, async (_, { query }) => writeComponents(deps, query))
  implement(app, deps, api.getComponent, async (_, { params }) => getComponent(deps, params.id))
  implement(app, deps, api.listComponentFindings, async (_, { params, query }) =>
    listComponentFindings(deps, params.id, query),
  )
  implement(app, deps, api.listComponentRelationships, async (_, { params, query }) =>
    listComponentRelationships(deps, params.id, query),
  )
  implement(app, deps, api.listSuppliers, async (_, { query }) => listSuppliers(deps, query))
  implement(app, deps, api.getSupplier, async (_, { params }) => getSupplier(deps, params.id))
  implement(app, deps, api.listModels, async (_, { query }) => listModels(deps, query))
  implement(app, deps, api.getModel, async (_, { params, query }) => getModel(deps, params.id, query.limit))
  implement(app, deps, api.listFlags, async (_, { query }) => listFlags(deps, query))
  implement(app, deps, api.listCoverageGroups, async (_, { query }) => listCoverageGroups(deps, query))
  implement(app, deps, api.listMissingPermissions, async (_, { query }) =>
    listMissingPermissions(deps, query),
  )
  implement(app, deps, api.listCoverage, async (_, { query }) => listCoverage(deps, query))
  implement(app, deps, api.listSources, async () => listSources(deps))
  implement(app, deps, api.listHistory, async (_, { query }) => listHistory(deps, query))
  implement(app, deps, api.listSystemHistory, async (_, { params, query }) =>
    listSystemHistory(deps, params.id, query),
  )
  implement(app, deps, api.listScans, async (_, { query }) => listScans(deps, query))
  implement(app, deps, api.getScan, async (_, { params }) => getScan(deps, params.scan))
  implement(app, deps, api.listScanScopes, async (_, { params, query }) =>
    listScanScopes(deps, params.scan, query),
  )
  implement(app, deps, api.listScanFindings, async (_, { params, query }) =>
    listScanFindings(deps, params.scan, query),
  )
}
