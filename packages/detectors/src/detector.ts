import type { Catalogue } from './catalogue.ts'
import type { FileSigns } from './signs.ts'
import type { Lines } from './text/lines.ts'

/** A path, taken apart once. */
export interface FilePath {
  readonly path: string
  /** The last part, in lower case. */
  readonly name: string
  /** What follows the last dot of `name`, or empty. */
  readonly extension: string
}

/** One file in hand. */
export interface Input extends FilePath {
  readonly text: string
  readonly lines: Lines
  readonly catalogue: Catalogue
  /** The line's text for people: one line, secrets masked. */
  excerpt(line: number, column?: number): string
  /** Keys found in this file, for excerpts of text that is not a line of it. Never leaves the analyser. */
  readonly secrets: readonly { readonly value: string; readonly shown: string }[]
}

/** One kind of sign in one kind of file. */
export interface Detector {
  readonly id: string
  /**
   * `always`: the name alone makes the file worth reading. `literal`: only where something of the catalogue
   * occurs in its text.
   */
  readonly when: 'always' | 'literal'
  /** Extensions without which it claims no file; absent: it must be asked for each. */
  readonly extensions?: readonly string[]
  /** Largest file it reads, in characters. */
  readonly limit: number
  claims(file: FilePath, catalogue: Catalogue): boolean
  /** Throws `Malformed` on what cannot be read; anything else thrown is a defect. */
  analyse(input: Input): FileSigns
  /** What a file beyond `limit` shows to a look by lines. Without it, such a file is an Unknown. */
  large?(input: Input): FileSigns
}

/** The file is not what its name says; `message` tells why, for people. */
export class Malformed extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Malformed'
  }
}

/** There is more in the file than a tree of it can hold: it goes to the detector's `large`. */
export class TooLarge extends Error {
  constructor() {
    super('more nodes than are read')
    this.name = 'TooLarge'
  }
}

/** Configuration that is filled in before it is used, or copied: `values.yaml.gotmpl`, `config.toml.example`. */
const filledIn =
  /\.(ya?ml|json|toml|env|ini|conf|cfg|properties)\.(?:gotmpl|tmpl|tpl|j2|jinja2?|erb|dist|example|sample)$/

export function filePath(path: string): FilePath {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const dot = name.lastIndexOf('.')
  const extension = filledIn.exec(name)?.[1] ?? (dot < 0 ? '' : name.slice(dot + 1))
  return { path, name, extension }
}
