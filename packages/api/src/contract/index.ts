import * as access from './access.ts'
import * as exports from './export.ts'
import * as ingest from './ingest.ts'
import * as inventory from './inventory.ts'
import * as operations from './operations.ts'
import * as registerImport from './register-import.ts'
import * as triage from './triage.ts'

export * from './access.ts'
export * from './common.ts'
export * from './export.ts'
export * from './ingest.ts'
export * from './inventory.ts'
export * from './operations.ts'
export * from './register-import.ts'
export * from './triage.ts'

/** Every export by module; those with a method and a path are endpoints. */
export const contract = { access, exports, ingest, inventory, operations, registerImport, triage }
