export * from './estates.ts'
export { timed } from './order.ts'
