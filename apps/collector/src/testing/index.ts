export { OPERATOR, type TestCollector, testCollector } from './collector.ts'
