/** What the organisation set, for forms on any page. */
import type { SettingsView } from '../types.ts'
import { type Resource, watch } from './resource.svelte.ts'

/** The program's own scale, until the organisation's is read. */
const usualLevels: readonly string[] = ['low', 'medium', 'high']

class Organisation {
  #settings = $state.raw<Resource<SettingsView>>()

  /** Reads the settings; the layout calls it once somebody is signed in. */
  start(): void {
    this.#settings = watch('/api/v1/settings', {})
  }

  /** The risk scale, lowest first. */
  get riskLevels(): readonly string[] {
    return this.#settings?.data?.settings.riskLevels ?? usualLevels
  }

  /** While a form is open, what somebody else sets meanwhile appears in it. */
  hold(): () => void {
    return this.#settings?.hold() ?? (() => undefined)
  }
}

export const organisation = new Organisation()
