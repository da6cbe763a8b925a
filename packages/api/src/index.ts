export * from './contract/index.ts'
export * from './endpoint.ts'
