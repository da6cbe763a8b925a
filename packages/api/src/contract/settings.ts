import { OrganisationSettings } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const SettingsView = z.object({
  settings: OrganisationSettings,
  /** What holds where nobody decided otherwise. */
  defaults: OrganisationSettings,
})
export type SettingsView = z.infer<typeof SettingsView>

export const getSettings = endpoint({
  tag: 'settings',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/settings',
  summary: 'The settings in force; the decision `configure` changes them',
  response: SettingsView,
})
