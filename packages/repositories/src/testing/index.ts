export * from './git-server.ts'
export * from './repository.ts'
