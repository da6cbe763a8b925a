export { snapshotFile } from './pglite.ts'
export { type DatabaseKind, openTestDatabase, type TestDatabase, withDatabases } from './with-databases.ts'
