export { isOperatorError, OperatorError } from '@ai-census/db'
export { type NotificationSettings, notificationSettingsOf } from './notifications/settings.ts'
export { type Collector, type CollectorOptions, startCollector } from './start-collector.ts'
