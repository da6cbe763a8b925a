import type { LiteralMeaning } from '@ai-census/signatures'
import type { Catalogue } from './catalogue.ts'
import { settingOwner } from './code/setting-names.ts'

/** A literal where it was found: its line, or 600 characters of it, and where in that it stands. */
export interface Place {
  readonly line: string
  readonly from: number
  readonly to: number
  /** The line before says that it goes on: of a command whose last line this may be. */
  readonly goesOn?: boolean
  /** In a program a name given in quotes is its own thing's, not a package's. */
  readonly inProgram?: boolean
  /** Whether a text in lower case stands anywhere in the file, in any case. */
  holds?(text: string): boolean
}

/** Half of how much of a line is looked at around a literal. */
export const REACH = 300

/**
 * Whether a literal, seen where it stands, can be the sign that it may be: part of a longer word, in other capitals
 * or outside of an import it is none. Cheap; where it cannot tell it is for a closer look. Left are an ordinary word whose
 * import stands on another line, and a host whose first part does.
 */
export function isPlausible(catalogue: Catalogue, { kind, entry }: LiteralMeaning, place: Place): boolean {
  switch (kind) {
    case 'key':
      // Keys are looked for without a reader.
      return false
    case 'organisation':
      return !isEnding(place) && isModel(catalogue, place) && !isElsewhere(place)
    case 'model':
    case 'model-prefix':
      return isModel(catalogue, place) && !isElsewhere(place)
    case 'environment':
      return isVariable(catalogue, wordAround(place, /\w/).text)
    case 'package':
      return isName(place, entry)
    case 'import':
      return isName(place, entry) && isModule(place, entry)
    case 'service':
      // In a call stands the name alone in quotes: `translate` and its like are in every program.
      return entry.includes('.') || /\W/.test(place.line[place.from] ?? '') || isQuoted(place, entry)
    case 'host':
      return isHost(place, entry)
    case 'query':
      // Migrations of Django say in comments what they do: `-- Create model Order`. Databricks keeps cells in comments.
      return (
        !/^\s*(?:--|#|\/\/)(?! MAGIC )/.test(place.line) && !isWordInside(place) && isAskedWhole(place, entry)
      )
    case 'command':
      // `"gemini"` is a program, `"Gemini"` a label.
      return (
        !/["']/.test(place.line[place.from] ?? '') || place.line.slice(place.from, place.to).includes(entry)
      )
    case 'assistant':
      return isCommandWhole(place)
    case 'image':
      return !/\/\*?$/.test(entry) || isNamespace(place)
    default:
      return true
  }
}

/** A variable of the catalogue, or a program's own setting that is called like one. */
const isVariable = (catalogue: Catalogue, word: string): boolean =>
  catalogue.environmentOwner(word) !== null || settingOwner(catalogue, word) !== null

/** Words of a line that takes a package in, or of configuration that names a provider. */
const NAMING =
  'import|imports|requirements|require\\w*|from|use|using|include|library|extern|alias|open|provider|package|packages|install|npm|npx|bunx|dlx|uvx|pipx|add|load|module|modules|type|class|llm|vendor|backend|engine|name|uses|source|runtime|_target_'
const mentions = new RegExp(
  `\\b(?:${NAMING})\\b|_provider\\b|--with\\b|['"\`]|::|\\bnew \\\\|\\b\\w+/\\w+/\\w+|[<#]|\\\\\\s*$`,
  'i',
)
/** Before a name in quotes: such a word, or one that ends in it (`aiProvider: "…"`), as settings that choose one do. */
const named = new RegExp(`(?:${NAMING}|import\\w*|providers|driver|service)\\W*$`, 'i')

/** Alone in quotes; an ordinary word in a call or behind a name, since lists of words hold it too. */
function isQuoted({ line, from, to }: Place, entry: string): boolean {
  const before = line.slice(Math.max(0, from - 15), from)
  if (!/["'`]$/.test(before) || !/["'`]/.test(line[to] ?? '')) return false
  return !ORDINARY.has(entry) || (line.slice(from, to) === entry && GIVEN.test(before) && !SHOWN.test(before))
}

/** Handed to a call, or the value of a name; not compared. */
const GIVEN = /(?:[(:]|(?<![=!])=)\s*["'`]$/
/** What an element of a page is or has. */
const SHOWN = /(?:\bicon|Attribute)\W*$/

/** Names of packages, modules and services that are ordinary words: these stand in sentences, lists, paths and names of variables. */
const ORDINARY: ReadonlySet<string> = new Set(
  `accelerate agents ai annoy autogen burn chatterbox chutes cohere comet contextual controlflow copilot datasets daytona determined domino evaluate
  evidently feast fiddler flax galileo guardrails guidance haystack inference informers instructor kernel letta lightly
  lightning linkup marvin maxim mcp modal neighbor neptune nucleus optimum outlines paddle parallel perplexity petals
  pinecone piper prime prodigy ray replicate resemble rig sky snorkel speech stanza steel strands supervision surya swarms tinker together
  tokenizers torch transformers translate truss union unstructured verifiers weave whisper wit workflows`.split(
    /\s+/,
  ),
)

function isName(place: Place, entry: string): boolean {
  const { line, from, to } = place
  if (!isWhole(place, entry)) return false
  const written = line.slice(from, to)
  if (!ORDINARY.has(entry)) {
    // `Replicate` is a module of some languages, `replicate` a word of all programs.
    if (isCapital(entry) && (!written.includes(bareOf(entry)) || isProse(place))) return false
    return place.goesOn === true || mentions.test(line)
  }
  // In other capitals it is a word, or another name; or a constant of Ruby, which needs no import.
  if (!written.includes(entry)) return /::$/.test(line.slice(0, from)) || CONSTANT.test(line.slice(from))
  if (!place.goesOn && !mentions.test(line)) return false
  const before = line.slice(Math.max(0, from - 40), from)
  // Between words of a list, called, in brackets of a sentence.
  if (/\|$|\p{L} \($/u.test(before) || /[|(]/.test(line[to] ?? '')) return false
  const quoted = /^["'`]|["'`]$/.test(written) || (/["'`]$/.test(before) && /^["'`]/.test(line.slice(to)))
  if (quoted) return named.test(before) && !STYLE.test(before) && !(place.inProgram && CALLED.test(before))
  // A short one is looked for with what stands before it in an import.
  return written !== entry || !(/[.-]$/.test(before) || /^[_-]/.test(line.slice(to)) || isProse(place))
}

/** What takes a module in, before its name or, in languages that need no more than to use it, behind it. */
const taken = new RegExp(`\\b(?:${NAMING})\\b|_provider\\b|\\binclude|import_module`, 'i')
const taking = /^(?:::|[\w.]*\s+:(?:as|refer)\b)/

/** Of a module, where its name is no path's, no variable's, and no key's, and something takes it in. */
function isModule({ line, from, to }: Place, entry: string): boolean {
  if (!ORDINARY.has(entry) || line.slice(from, to) !== entry) return true
  const before = line.slice(0, from)
  const after = line.slice(to)
  return (
    !/[/$]$/.test(before) &&
    !/^["'`]?\s*(?:=(?![=>~])|:\s)/.test(after) &&
    (taken.test(before) || named.test(before) || taking.test(after))
  )
}

/** Between words of a sentence, none of which takes a package in. Lists of what is installed are no sentences. */
function isProse({ line, from, to, goesOn }: Place): boolean {
  if (goesOn || LISTS.test(line)) return false
  const words = line.slice(Math.max(0, from - 40), from)
  // `allowed to use together`, `type inference`.
  if (/\bto [a-z]+ $|(?<!\b(?:import|export|open|from) )\btype $/.test(words)) return true
  const before = /([\p{L}\p{N}_'’-]+),?[ \t]+$/u.exec(words)?.[1]
  const after = /^[ \t]+(\p{L}+)/u.exec(line.slice(to, to + 40))?.[1]
  return (before !== undefined && !TAKES.test(before)) || (after !== undefined && !FOLLOWS.test(after))
}

const CONSTANT = /^[A-Z]\w*(?:::[A-Z]|\.configure\b)/

/** Of an element: its class is not the program's. */
const STYLE = /\bclass(?:Name)?=\W*$|Class(?:Name)?\(\W*$|\bclassList\.\w+\(\W*$/

/** `name: 'workflows'`; not the name of a provider, a package and the like. */
const CALLED =
  /(?<!(?:provider|package|model|module|library|vendor|engine|service|backend|llm)[_-]?)names?["'`]?\W*$/i

const LISTS = /\b(?:install|add)\b|^\s*(?:import|from|use|using)\b|\\\s*$/
const TAKES =
  /^(?:import|from|require|use|using|static|include|library|extern|crate|alias|open|provider|package|load|module|type|typeof|export)$/
const FOLLOWS = /^(?:as|import|from|in|if|unless|qualified|hiding|exposing|when)$/

/** Below a hidden folder, a repository of code, an action of GitHub's: named as weights are. So is what browsers call themselves. */
const isElsewhere = ({ line, from, to }: Place): boolean =>
  /(?:(?:^|[^\w./])\.[a-z]|git(?:hub|lab)\.com\/|pkg:|\buses:\s*["']?)[\w./-]*$/i.test(line.slice(0, from)) ||
  (line[to - 1] === '/' && !/^(?!\.)[\w.-]*[a-z]/i.test(line.slice(to)))

/** Of an organisation whose name begins before. */
const isEnding = ({ line, from }: Place): boolean => /[\w-]/.test(line[from - 1] ?? '')

/** One of the words that are only ordinary in small letters: the name of a module in languages that write it in capitals. */
const isCapital = (entry: string): boolean =>
  /^[A-Z]/.test(entry) && ORDINARY.has(bareOf(entry).toLowerCase())
const bareOf = (entry: string): string => entry.replace(/\.?\*$/, '')

/** Every word of a query stands in the file; `prompt(` alone is in many a program. */
const isAskedWhole = ({ holds }: Place, entry: string): boolean =>
  !holds || (entry.toLowerCase().match(/\w+|:=/g) ?? []).every((word) => holds(word))

/** The longest part of a host is looked for; what its parts before that say stands before it, in their order. */
function isHost({ line, from, to }: Place, entry: string): boolean {
  if (/[\w-]/.test(line[from - 1] ?? '') && !/[.:-]/.test(line[from] ?? '')) return false
  // A port, not the number of a key: `"id":8188`.
  if (
    line[from] === ':' &&
    (/\w\\?["']$/.test(line.slice(Math.max(0, from - 3), from)) || /\d/.test(line[to] ?? ''))
  )
    return false
  const parts = entry.toLowerCase().split('*')
  const before = parts.slice(0, parts.indexOf(line.slice(from, to).toLowerCase()))
  let rest = line.slice(0, from).toLowerCase()
  for (const part of before.reverse()) {
    const at = rest.lastIndexOf(part)
    if (at < 0) return false
    rest = rest.slice(0, at)
  }
  return true
}

/** Of images: at the beginning, or behind a registry; not a folder of a path. */
const isNamespace = ({ line, from }: Place): boolean =>
  !/[\w.-]$/.test(line.slice(0, from)) &&
  (line[from - 1] !== '/' || /[a-z\d]\.[a-z]{2,}(?::\d+)?\/$/i.test(line.slice(0, from)))

/** No part of a longer name: `timestamp -x`, `codex executor`. */
const isCommandWhole = ({ line, from, to }: Place): boolean =>
  !/[\w.$-]/.test(line[from - 1] ?? '') && !(/\w/.test(line[to - 1] ?? '') && /[\w-]/.test(line[to] ?? ''))

/** Begins within a word. */
const isWordInside = ({ line, from }: Place): boolean =>
  /\w/.test(line[from - 1] ?? '') && /\w/.test(line[from] ?? '')

/** No part of a longer word; an entry that ends in a star goes on, and so does one that ends in a slash. */
function isWhole({ line, from, to }: Place, entry: string): boolean {
  const begins = !isWordInside({ line, from, to })
  const ends = entry.endsWith('*') || !(/[A-Za-z0-9]/.test(line[to] ?? '') && /\w/.test(line[to - 1] ?? ''))
  return begins && ends
}

/** `Command-A`, `Ctrl-Shift-R`. */
const KEYSTROKE = /^(?:[A-Z][a-z]+-)+[A-Z]$/

function isModel(catalogue: Catalogue, place: Place): boolean {
  const { text } = wordAround(place, /[\w.:/@+-]/)
  const id = text.replace(/^[^\w@]+|[^\w]+$/g, '')
  // What stands for a variable that nobody sets: `${MODEL:gpt-4o}`.
  const or = place.line[place.from - 1] === ':' ? text.slice(text.indexOf(':') + 1).replace(/\W+$/, '') : id
  if (KEYSTROKE.test(id)) return false
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
