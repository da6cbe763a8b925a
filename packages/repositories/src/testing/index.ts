export * from './git-server.ts'
export * from './host-look.ts'
export * from './repository.ts'
