import { createSealer, type Sealer } from './seal.ts'
import type { NotificationSettings } from './settings.ts'

/** What notifications need from outside. */
export interface NotificationTools {
  settings: NotificationSettings
  /** Null: this collector has no key. */
  sealer: Sealer | null
  /** Where people reach the dashboard, for links in messages; null: only this machine does. */
  dashboardUrl: () => string | null
  /** Something may be new or due. */
  wake: () => void
}

export const notificationTools = (
  settings: NotificationSettings,
  rest: Pick<NotificationTools, 'dashboardUrl' | 'wake'>,
): NotificationTools => ({
  settings,
  sealer: settings.sealingKey ? createSealer(settings.sealingKey) : null,
  ...rest,
})
