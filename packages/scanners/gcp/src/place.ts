import type { ScopeFailure } from '@ai-census/scanner-kit'
import type { Context } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'

/** A project, by all its names. Its number is the one that never changes and that identifiers are made with. */
export interface Project {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** Why Google does not tell more of it than the name that a person gave. */
  readonly failure?: ScopeFailure
}

/** Where a cell is, and what is known of that place. */
export interface Place {
  readonly project: Project
  /** `europe-west4`, `global`, or `-` for all in one list. */
  readonly location: string
  /** What the project's labels or name say; null where they say nothing. */
  readonly context: Context | null
  readonly now: Date
  /** Midnight UTC: from here on something counts as use. */
  readonly since: Date
  /** How much of the Data Access log is read. */
  readonly auditPages: number
  readonly modelGarden: boolean
  /** Where the bill is exported to, where a person said so. */
  readonly billing: { readonly table: string; readonly gigabytes: number } | null
  readonly catalogue: Catalogue
}

/** A resource's name with the project's number, whichever name Google or a person gave. */
export const numbered = ({ project }: Place, name: string): string =>
  name.replace(/(^|\/)projects\/([^/]+)/g, (whole, before: string, one: string) =>
    one === project.id ? `${before}projects/${project.number}` : whole,
  )

/** `projects/p/locations/europe-west4/…` → `europe-west4`. */
export const locationOf = (name: string): string | null => /\/locations\/([^/]+)/.exec(name)?.[1] ?? null
