export * from './ids.ts'
export * from './look.ts'
export * from './small-subscription.ts'
export * from './stand-in.ts'
