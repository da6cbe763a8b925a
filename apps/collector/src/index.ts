export { type Collector, type CollectorOptions, startCollector } from './start-collector.ts'
export { isOperatorError, OperatorError } from '@ai-census/db'
