export * from './completeness.ts'
export * from './sampling.ts'
