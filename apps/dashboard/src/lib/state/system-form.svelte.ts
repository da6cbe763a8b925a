/** The register form's state: a draft on top of what the person saw, and what the server said to it. */
import { allComponents } from '../all-components.ts'
import { ApiError, call } from '../api.ts'
import { type Filed, file } from '../decide.svelte.ts'
import { fieldOfPlace } from '../fields.ts'
import {
  type Conflict,
  changedFields,
  conflictsOf,
  type Draft,
  decisionOf,
  draftOf,
  patchOf,
  rebase,
} from '../register.ts'
import type { SystemDetail, SystemField } from '../types.ts'

type Outcome = { saved: Filed } | { unchanged: true } | { refused: true }

export class SystemForm {
  detail: SystemDetail = $state.raw() as SystemDetail // set by the constructor before anything reads it
  before: Draft = $state.raw() as Draft // likewise
  draft: Draft = $state() as Draft // likewise
  faults = $state<Partial<Record<SystemField, string>>>({})
  conflicts = $state.raw<readonly Conflict[]>([])
  failure = $state<string>()
  saving = $state(false)
  /** True once somebody else's change was met while this form was open. */
  overtaken = $state(false)

  /** The one field that is edited in its place; absent: the whole entry. */
  readonly only: SystemField | undefined

  constructor(detail: SystemDetail, only?: SystemField) {
    this.only = only
    this.detail = detail
    this.before = draftOf(detail.system.fields)
    this.draft = draftOf(detail.system.fields)
  }

  get changed(): boolean {
    return changedFields(this.before, this.draft).length > 0
  }

  get registered(): boolean {
    return this.detail.system.state === 'registered'
  }

  async save(): Promise<Outcome> {
    this.faults = {}
    this.failure = undefined
    if (this.draft.name.trim() === '' && (!this.only || this.only === 'name')) {
      this.faults = { name: 'Give it a name' }
      return { refused: true }
    }
    if (this.conflicts.length > 0) {
      this.failure = 'Choose for each field that somebody else changed: theirs, or yours.'
      return { refused: true }
    }
    if ((this.registered || this.only) && !this.changed) return { unchanged: true }
    this.saving = true
    try {
      return await this.#file()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.status !== 412) this.#take(error)
      else if (await this.#meetOthers()) return await this.#fileAgain()
      return { refused: true }
    } finally {
      this.saving = false
    }
  }

  async #file(): Promise<Outcome> {
    const decision = await this.#decision()
    return decision ? { saved: await file(decision, this.detail.version) } : { unchanged: true }
  }

  async #decision() {
    if (this.only) return patchOf(this.detail.system.id, this.before, this.draft)
    // Registering names all that the system is made of, and not only what is shown of it.
    const components = this.registered ? [] : await allComponents(this.detail)
    return decisionOf({ ...this.detail, components }, this.before, this.draft)
  }

  /** What others changed is elsewhere and stays: this one field is still as the person saw it. */
  async #fileAgain(): Promise<Outcome> {
    try {
      return await this.#file()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.#take(error)
      return { refused: true }
    }
  }

  #take(error: ApiError): void {
    const unplaced: string[] = []
    for (const { place, message } of error.faults) {
      const field = fieldOfPlace(place)
      if (field) this.faults[field] = message
      else unplaced.push(message)
    }
    if (Object.keys(this.faults).length === 0) this.failure = unplaced.join('; ') || error.message
  }

  /**
   * Somebody else was faster: their values come in, and where both changed a field the person chooses. True where one
   * field alone is edited and nobody else touched it.
   */
  async #meetOthers(): Promise<boolean> {
    try {
      const detail = await call('get', '/api/v1/systems/{id}', { params: { id: this.detail.system.id } })
      const now = detail.system.fields
      const untouched = this.only !== undefined && (now[this.only]?.value ?? '') === this.before[this.only]
      this.conflicts = conflictsOf(this.before, this.draft, now)
      this.draft = rebase(this.before, this.draft, now)
      this.before = draftOf(now)
      this.detail = detail
      this.overtaken = true
      return untouched
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.failure =
        'Somebody else changed this system, and its new state could not be read. Your answers are kept; save again to retry.'
      return false
    }
  }

  /** Settles one field that both changed. */
  settle(field: SystemField, whose: 'mine' | 'theirs'): void {
    const conflict = this.conflicts.find((c) => c.field === field)
    if (!conflict) return
    this.draft[field] = whose === 'mine' ? conflict.mine : (conflict.theirs?.value ?? '')
    this.conflicts = this.conflicts.filter((c) => c !== conflict)
    if (this.conflicts.length === 0) this.failure = undefined
  }
}
