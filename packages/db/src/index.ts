export {
  type Database,
  type DatabaseOptions,
  type Orm,
  openDatabase,
  type Queryable,
  type Transaction,
  tables,
} from './client.ts'
export { folderOwner } from './embedded/lock.ts'
export { isOperatorError, OperatorError } from './errors.ts'
export type { Log } from './log.ts'
export { assertMigrated } from './migrate.ts'
export { type Hearer, MOST_NOTICE_BYTES, type Notices } from './notices.ts'
export * from './tables/access.ts'
export * from './tables/audit.ts'
export * from './tables/ledger.ts'
export * from './tables/notifications.ts'
export * from './tables/projection.ts'
export * from './tables/register-import.ts'
export { isUnavailable } from './unavailable.ts'
