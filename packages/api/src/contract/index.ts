import * as access from './access.ts'
import * as audit from './audit.ts'
import * as exports from './export.ts'
import * as history from './history.ts'
import * as ingest from './ingest.ts'
import * as inventory from './inventory.ts'
import * as operations from './operations.ts'
import * as triage from './triage.ts'

export * from './access.ts'
export * from './audit.ts'
export * from './common.ts'
export * from './export.ts'
export * from './history.ts'
export * from './ingest.ts'
export * from './inventory.ts'
export * from './operations.ts'
export * from './triage.ts'

/** Every export by module; those with a method and a path are endpoints. */
export const contract = { access, audit, exports, history, ingest, inventory, operations, triage }
