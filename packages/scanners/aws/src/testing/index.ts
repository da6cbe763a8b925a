export type { Refused } from './answers.ts'
export * from './estate.ts'
export { sampleOutput } from './sample.ts'
export * from './stand-in.ts'
