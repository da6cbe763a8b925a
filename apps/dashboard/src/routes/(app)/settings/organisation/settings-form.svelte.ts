/** One part of the settings while somebody edits it: the draft, and what the server and other people say to it. */
import { ApiError } from '#lib/api.ts'
import { type Filed, file } from '#lib/decide.svelte.ts'
import { watch } from '#lib/state/resource.svelte.ts'
import type { DecisionBody, SettingsView } from '#lib/types.ts'

export type Settings = SettingsView['settings']
export type SettingName = keyof Settings
type Patch = Extract<DecisionBody, { type: 'configure' }>['settings']

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export class SettingsForm<N extends SettingName> {
  readonly names: readonly N[]
  /** What the person saw when the edit began. */
  view: SettingsView = $state.raw() as SettingsView // set by the constructor before anything reads it
  draft: Settings = $state() as Settings // likewise
  faults = $state<Partial<Record<SettingName, string>>>({})
  failure = $state<string>()
  saving = $state(false)
  /** Of this form: what somebody else has set meanwhile, and this person edits too. */
  overtaken = $state.raw<readonly N[]>([])

  constructor(view: SettingsView, names: readonly N[]) {
    this.names = names
    this.#take(view)
  }

  get changes(): N[] {
    return this.names.filter((name) => !same(this.draft[name], this.view.settings[name]))
  }

  /** A newer answer: taken as it is, unless that would take away what is being typed. */
  meet(view: SettingsView): void {
    if (view.version !== this.view.version && this.changes.length === 0) this.#take(view)
  }

  revert(): void {
    this.#take(watch('/api/v1/settings', {}).data ?? this.view)
  }

  /** `others` are decisions that stand or fall with this one. Answers what was filed; undefined: nothing was. */
  async save(reason = ''): Promise<Filed | undefined> {
    const patch: Patch = Object.fromEntries(
      this.changes.map((name) => [name, $state.snapshot(this.draft[name])]),
    )
    return this.put(patch, reason)
  }

  /** Sets something else than the draft, such as what the program would have. */
  async put(settings: Patch, reason = ''): Promise<Filed | undefined> {
    if (this.saving) return undefined
    this.faults = {}
    this.failure = undefined
    this.saving = true
    try {
      const body: DecisionBody = {
        type: 'configure',
        settings,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }
      const filed = await file(body, this.view.version)
      await this.renew()
      return filed
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      await this.refused(error)
      return undefined
    } finally {
      this.saving = false
    }
  }

  /** Begins anew from what holds now. */
  async renew(): Promise<void> {
    const resource = watch('/api/v1/settings', {})
    await resource.refresh()
    if (resource.data) this.#take(resource.data)
  }

  async refused(error: ApiError): Promise<void> {
    if (error.status === 412) return this.#meetOthers()
    for (const { place, message } of error.faults) {
      const name = this.names.find((one) => place.split(/[./[\]]+/).includes(one))
      if (name) this.faults[name] = message
    }
    if (Object.keys(this.faults).length === 0) this.failure = error.message
  }

  /** Somebody was faster. What only they changed comes in; what both changed stays for the person to choose. */
  async #meetOthers(): Promise<void> {
    const resource = watch('/api/v1/settings', {})
    await resource.refresh()
    const now = resource.data
    if (!now || resource.error) {
      this.failure = 'Somebody else changed the settings, and they could not be read. What you typed is kept.'
      return
    }
    const mine = this.changes
    this.overtaken = mine.filter((name) => !same(now.settings[name], this.view.settings[name]))
    const kept = Object.fromEntries(mine.map((name) => [name, this.draft[name]]))
    this.draft = { ...structuredClone(now.settings), ...kept }
    this.view = now
    this.failure =
      this.overtaken.length === 0
        ? 'Somebody else changed another setting. Look once more, then save again.'
        : undefined
  }

  #take(view: SettingsView): void {
    this.view = view
    this.draft = structuredClone(view.settings)
    this.faults = {}
    this.failure = undefined
    this.overtaken = []
  }
}
