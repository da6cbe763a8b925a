export { isOperatorError, OperatorError } from '@ai-census/db'
export { type Collector, type CollectorOptions, startCollector } from './start-collector.ts'
