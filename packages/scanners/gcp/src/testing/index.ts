export * from './estate.ts'
export * from './look.ts'
export * from './names.ts'
export * from './stand-in.ts'
