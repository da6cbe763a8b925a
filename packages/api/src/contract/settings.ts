import { Instant, OrganisationSettings } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const SettingsView = z.object({
  settings: OrganisationSettings,
  /** What holds where nobody decided otherwise. */
  defaults: OrganisationSettings,
  /** The decision that each setting stands by; a setting that is not named stands as the program has it. */
  setBy: z.partialRecord(
    OrganisationSettings.keyof(),
    z.object({ sequence: z.int(), author: z.string(), at: Instant, reason: z.string().optional() }),
  ),
  /** Of the settings in force; `ifVersion` of a `configure`, so that nobody overwrites what they have not seen. */
  version: z.string(),
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
