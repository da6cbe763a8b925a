export * from './organisation.ts'
export * from './stand-in.ts'
