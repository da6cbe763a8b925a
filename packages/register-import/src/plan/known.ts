import type { SystemField, SystemState } from '@ai-census/schema'

/** An answer that the inventory has for a field. */
export interface KnownAnswer {
  readonly value: string
  /** A person set it. */
  readonly isPinned: boolean
  readonly by: string
  readonly at: string
}

/** A system of the inventory as far as rows are compared with it. */
export interface KnownSystem {
  readonly id: string
  readonly name: string
  readonly state: SystemState
  readonly groupKey: string
  /** The names by which it is recognised, as the inventory reduces them. */
  readonly nameKeys: readonly string[]
  /** Keys of the scopes that it was seen in, and of those that it was registered under. */
  readonly repositories: readonly string[]
  /** Slugs and names. */
  readonly suppliers: readonly string[]
  readonly models: readonly string[]
  readonly fields: Readonly<Partial<Record<SystemField, KnownAnswer>>>
}

/** What an earlier import made of a row, by what the row is known by. */
export interface ImportLink {
  /** The system as it is called now, also where it was merged since. */
  readonly system: string
  /** All that the row was known by, the strongest first. */
  readonly keys: readonly string[]
  /** What the sheet said then. */
  readonly values: Readonly<Partial<Record<SystemField, string>>>
}
