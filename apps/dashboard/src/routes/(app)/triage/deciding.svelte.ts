/**
 * Decisions that a person has begun. Each keeps its dialog, with all that was said in it, until it is on record or given
 * up: one that is refused after the page has moved on comes back as it was.
 */
import type { SystemDetail, SystemRow } from '#lib/types.ts'

export type Kind = 'attach' | 'merge' | 'apart' | 'split' | 'assign' | 'snooze' | 'dismiss'

export interface Deciding {
  key: number
  kind: Kind
  detail: SystemDetail
  open: boolean
  /** Systems that are likely the same. */
  likely: readonly SystemRow[]
}

export class Decidings {
  list = $state.raw<readonly Deciding[]>([])
  #next = 1

  begin(kind: Kind, detail: SystemDetail, likely: readonly SystemRow[]): void {
    this.list = [...this.list, { key: this.#next++, kind, detail, likely, open: true }]
  }

  show(key: number, open: boolean): void {
    this.list = this.list.map((one) => (one.key === key ? { ...one, open } : one))
  }

  drop(key: number): void {
    this.list = this.list.filter((one) => one.key !== key)
  }
}
