export { snapshotFile } from './pglite.ts'
export { openFolder } from './places.ts'
export { type RunningServer, startServer } from './postgres-server.ts'
export { type DatabaseKind, openTestDatabase, type TestDatabase, withDatabases } from './with-databases.ts'
