import * as access from './access.ts'
import * as audit from './audit.ts'
import * as components from './components.ts'
import * as coverage from './coverage.ts'
import * as differences from './differences.ts'
import * as exports from './export.ts'
import * as graph from './graph.ts'
import * as history from './history.ts'
import * as ingest from './ingest.ts'
import * as inventory from './inventory.ts'
import * as models from './models.ts'
import * as notifications from './notifications.ts'
import * as operations from './operations.ts'
import * as registerImport from './register-import.ts'
import * as risk from './risk.ts'
import * as settings from './settings.ts'
import * as signIn from './sign-in.ts'
import * as sources from './sources.ts'
import * as suppliers from './suppliers.ts'
import * as systems from './systems.ts'
import * as triage from './triage.ts'
import * as users from './users.ts'

export * from './access.ts'
export * from './audit.ts'
export { Empty, Id, PageQuery, Problem, page } from './common.ts'
export * from './components.ts'
export * from './coverage.ts'
export * from './differences.ts'
export * from './export.ts'
export * from './graph.ts'
export * from './history.ts'
export * from './ingest.ts'
export * from './inventory.ts'
export * from './logged-decision.ts'
export * from './models.ts'
export * from './notifications.ts'
export * from './operations.ts'
export * from './register-import.ts'
export * from './risk.ts'
export * from './settings.ts'
export * from './sign-in.ts'
export * from './sources.ts'
export * from './suppliers.ts'
export * from './systems.ts'
export * from './triage.ts'
export * from './users.ts'

/** Every export by module; those with a method and a path are endpoints. */
export const contract = {
  access,
  audit,
  components,
  coverage,
  differences,
  exports,
  graph,
  history,
  ingest,
  inventory,
  models,
  notifications,
  operations,
  registerImport,
  risk,
  settings,
  signIn,
  sources,
  suppliers,
  systems,
  triage,
  users,
}
