export * from './estate.ts'
export * from './stand-in.ts'
