import type { Language } from '@ai-census/signatures'
import type { CallSign, ImportSign, Setting, Value } from '../signs.ts'

/** A text in code, and the name of what it is given to. */
export interface TextFact {
  readonly text: string
  readonly line: number
  /** The argument, key, parameter or variable that holds it. */
  readonly place?: string
  /** The call whose argument it is. */
  readonly call?: number
  /** The provider named beside it in the same record. */
  readonly provider?: string
  /** What the record is called that it stands in as the provider: `vector_store: { provider: 'x' }`. */
  readonly record?: string
  /** The address that stands beside it in the same record: `{ baseUrl: 'https://…', model: 'x' }`. */
  readonly address?: string
  /** The name of the record of models in which it stands under a name: `DEFAULT_MODELS = { groq: 'x' }`. */
  readonly among?: { readonly place: string; readonly key: string }
  /** The label of that arm of a choice in which it stands: `case 'groq': return 'x'`. */
  readonly arm?: string
  /** What the record calls itself that this address stands in: `{ Name: "LiteLLM", BaseURL: … }`. */
  readonly beside?: string
  /** A table offers it as its key, with what it says of it: `{ 'acme-1': { label: 'Acme 1' } }`; or with what it costs. */
  readonly offered?: 'menu' | 'prices'
  /** It is itself the key of a record, or stands in a comparison: named, not chosen. */
  readonly mentioned?: boolean
}

/** The constant of a class, and where it is chosen, as for a text. */
export interface NamedConstant extends Pick<TextFact, 'line' | 'place' | 'call'> {
  readonly ref: string
}

/** What a program says, before the catalogue is asked. */
export interface CodeFacts {
  readonly language: Language
  readonly imports: readonly (ImportSign & { readonly typeOnly: boolean })[]
  readonly links: ReadonlyMap<string, string>
  readonly values: ReadonlyMap<string, Value>
  readonly calls: readonly CallSign[]
  readonly texts: readonly TextFact[]
  readonly environment: readonly { readonly name: string; readonly line: number }[]
  readonly settings: readonly Setting[]
  /** Fields that by their names hold somebody's key or address: `settings.acmeApiKey`. */
  readonly fields?: readonly { readonly name: string; readonly line: number }[]
  /** What constants of classes are named, wherever one is chosen: `return Models.ACME_LARGE_V1`. */
  readonly constants?: readonly NamedConstant[]
  /** Methods by which a program of .NET takes services in: `AddAcmeChatClient`, without the first word. */
  readonly registered?: readonly { readonly name: string; readonly line: number }[]
  readonly partial: boolean
  /** It starts other programs, as far as that is seen without its imports. */
  readonly starts?: boolean
}
