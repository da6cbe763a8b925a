export * from './estate.ts'
export * from './look.ts'
export * from './stand-in.ts'
