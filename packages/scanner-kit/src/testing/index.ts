export * from './collect.ts'
export * from './conformance.ts'
export * from './stand-in.ts'
