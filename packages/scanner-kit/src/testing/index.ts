export * from './collect.ts'
export * from './conformance.ts'
export * from './quick-clock.ts'
export * from './stand-in.ts'
