import type { LiteralMeaning } from '@ai-census/signatures'
import type { Catalogue } from './catalogue.ts'

/** A literal where it was found: its line, or 600 characters of it, and where in that it stands. */
export interface Place {
  readonly line: string
  readonly from: number
  readonly to: number
}

/** Half of how much of a line is looked at around a literal. */
export const REACH = 300

/**
 * Whether a literal, seen where it stands, can be the sign that it may be: part of a longer word, in other capitals
 * or outside of an import it is none. Cheap, and wrong only in favour of a closer look.
 */
export function isPlausible(catalogue: Catalogue, { kind, entry }: LiteralMeaning, place: Place): boolean {
  switch (kind) {
    case 'key':
    case 'client':
      // Keys are looked for without a reader; a client's name needs an import, which is a literal itself.
      return false
    case 'model':
    case 'organisation':
    case 'model-prefix':
      return isModel(catalogue, place)
    case 'environment':
      return catalogue.environmentOwner(wordAround(place, /\w/).text) !== null
    case 'package':
    case 'import':
      return isWhole(place, entry) && mentions.test(place.line)
    case 'service':
      // In a call stands the name alone in quotes: `translate` and its like are in every program.
      return entry.includes('.') || /\W/.test(place.line[place.from] ?? '') || isQuoted(place)
    case 'host':
      return !/[\w-]/.test(place.line[place.from - 1] ?? '') || /[.:-]/.test(place.line[place.from] ?? '')
    default:
      return true
  }
}

/** Words of a line that takes a package in, or of configuration that names a provider. */
const mentions =
  /\b(import|imports|require\w*|from|use|using|include|library|extern|alias|open|provider|package|packages|install|add|load|module|modules|type|class|llm|vendor|backend|engine|name|uses|source|runtime|_target_)\b|_provider\b|['"`]|::|\b\w+\/\w+\/\w+|[<#]/i

const isQuoted = ({ line, from, to }: Place): boolean =>
  /["'`]/.test(line[from - 1] ?? '') && /["'`]/.test(line[to] ?? '')

/** No part of a longer word; an entry that ends in a star goes on, and so does one that ends in a slash. */
function isWhole({ line, from, to }: Place, entry: string): boolean {
  const begins = !(/\w/.test(line[from - 1] ?? '') && /\w/.test(line[from] ?? ''))
  const ends = entry.endsWith('*') || !(/[A-Za-z0-9]/.test(line[to] ?? '') && /\w/.test(line[to - 1] ?? ''))
  return begins && ends
}

function isModel(catalogue: Catalogue, place: Place): boolean {
  const { text } = wordAround(place, /[\w.:/@+-]/)
  const id = text.replace(/^[^\w@]+|[^\w]+$/g, '')
  // What stands for a variable that nobody sets: `${MODEL:gpt-4o}`.
  const or = place.line[place.from - 1] === ':' ? text.slice(text.indexOf(':') + 1).replace(/\W+$/, '') : id
  return [id, or].some(
    (one) => catalogue.modelOwner(one) !== null || catalogue.modelPrefixOwner(one) !== null,
  )
}

/** The run of characters of a kind in which a literal stands. */
function wordAround({ line, from, to }: Place, character: RegExp): { text: string } {
  let start = from
  while (start < to && !character.test(line[start]!)) start += 1
  while (start > 0 && character.test(line[start - 1]!)) start -= 1
  let end = Math.max(start, to)
  while (end < line.length && character.test(line[end]!)) end += 1
  return { text: line.slice(start, end) }
}
