import * as access from './access.ts'
import * as exports from './export.ts'
import * as ingest from './ingest.ts'
import * as inventory from './inventory.ts'
import * as operations from './operations.ts'
import * as signIn from './sign-in.ts'
import * as triage from './triage.ts'
import * as users from './users.ts'

export * from './access.ts'
export * from './common.ts'
export * from './export.ts'
export * from './ingest.ts'
export * from './inventory.ts'
export * from './operations.ts'
export * from './sign-in.ts'
export * from './triage.ts'
export * from './users.ts'

/** Every export by module; those with a method and a path are endpoints. */
export const contract = { access, exports, ingest, inventory, operations, signIn, triage, users }
