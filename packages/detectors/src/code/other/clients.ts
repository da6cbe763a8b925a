import type { Catalogue } from '../../catalogue.ts'
import { type CallSign, type ImportSign, ON, type Value } from '../../signs.ts'
import type { Lines } from '../../text/lines.ts'
import { brandedModule, brandsOf } from './branded.ts'
import type { LanguageForm } from './languages.ts'
import { expressionAt, functionsOf, holds, type Span, withoutTexts } from './scopes.ts'

/** A text that is a base URL or names a provider, and where it stands. */
export interface Given {
  readonly place: string
  readonly value: Value
  readonly at: number
  /** The constant that holds it, where it is one. */
  readonly constant?: string
  /** It is the argument of a call, and says nothing of any other. */
  readonly argument?: true
  /** A call that it is handed to is by that a client of its own, whatever it is called: `Kit::text()->using(Provider::Groq)`. */
  readonly chooses?: true
}

export interface CodeText {
  readonly form: LanguageForm
  readonly code: string
  readonly literals: readonly { readonly start: number; readonly end: number }[]
  readonly lines: Lines
  readonly catalogue: Catalogue
}

interface Client {
  readonly name: string
  readonly at: number
  readonly span: Span
  /** It makes a client, and is no type, constant or function of the package. */
  readonly makes: boolean
}

export interface FoundCall {
  readonly call: CallSign
  readonly span: Span
}

const maxClients = 40

/**
 * Constructors of clients, and the first use of what an import brings. Each with its own address: the one among its
 * arguments; else one that stands loose in the same function; else one that stands loose in the file.
 */
export function clientCalls(
  source: CodeText,
  imports: readonly ImportSign[],
  links: Map<string, string>,
  given: readonly Given[],
): FoundCall[] {
  if (imports.length === 0) return []
  const masked = withoutTexts(source.code, source.literals)
  const clients = clientsIn(source, masked, imports, links, given)
  const functions = functionsOf(masked, !['ruby', 'elixir'].includes(source.form.language))
  const addresses = new Addresses(source.code, clients, functions, given)
  const seen = new Set<string>()
  const made = new Set(clients.filter(({ makes }) => makes).map(({ name }) => name))
  return clients.flatMap((client): FoundCall[] => {
    const named = { ...addresses.of(client), ...switchesIn(source, masked, client, links) }
    if (!client.makes && made.has(client.name) && Object.keys(named).length === 0) return []
    // What only mentions the package says nothing where clients that are made tell more.
    const key = `${client.name} ${client.makes ? JSON.stringify(named) : ''}`
    if (seen.has(key)) return []
    seen.add(key)
    return [
      {
        span: client.span,
        call: {
          language: source.form.language,
          callee: client.name,
          target: { ref: client.name },
          named,
          positional: [],
          line: source.lines.at(client.at),
          constructs: true,
        },
      },
    ]
  })
}

function clientsIn(
  { form, code, lines, catalogue }: CodeText,
  masked: string,
  imports: readonly ImportSign[],
  links: Map<string, string>,
  given: readonly Given[],
): Client[] {
  const choices = given.filter(({ chooses }) => chooses).slice(0, maxClients)
  const [first] = imports
  const importLines = new Set(imports.filter(({ qualified }) => !qualified).map(({ line }) => line))
  const counts = new Map<string, number>()
  const brands = brandsOf(form.language, imports, catalogue)
  const clients: Client[] = chosen(form, masked, catalogue, links)
  for (const match of masked.matchAll(/\b([A-Za-z_]\w{0,60})(?=\s*(?:\(|\.|::|->|<|\w+\s*=\s*new\s*\())/g)) {
    const name = match[1]!
    if (clients.length >= maxClients) break
    // So short is only what an import calls its package: `oa "github.com/sashabaranov/go-openai"`.
    if (name.length < 3 && !links.has(name)) continue
    if (importLines.has(lines.at(match.index))) continue
    const owner = catalogue.clientOwner(form.language, name)
    const branded = owner || links.has(name) ? null : brandedModule(name, brands)
    if (!owner && !branded && !links.has(name)) continue
    const times = counts.get(name) ?? 0
    counts.set(name, times + 1)
    const rest = masked.slice(match.index + name.length, match.index + name.length + 120)
    const span = () => expressionAt(masked, targetOf(code, match.index, rest))
    const makes =
      making.test(rest) ||
      /\bnew\s+$/.test(masked.slice(Math.max(0, match.index - 8), match.index)) ||
      choices.some(({ at }) => at > match.index && at < match.index + longestChain && holds(span(), at))
    if ((times > 0 || branded) && !makes) continue
    if (branded) links.set(name, `${branded}#${name}`)
    if (owner && !links.has(name)) {
      const from = imports.find(
        (sign) => catalogue.importOwner(form.language, sign.module)?.supplier === owner.supplier,
      )
      links.set(name, `${(from ?? first)?.module}#${name}`)
    }
    clients.push({
      name,
      at: match.index,
      span: span(),
      makes,
    })
  }
  return clients.map((client) => cut(client, clients, masked))
}

/** `.AddOpenAIChatCompletion(…).AddOllamaChatCompletion(…)`: where the next is chained on, what follows is the next one's. */
function cut(client: Client, clients: readonly Client[], masked: string): Client {
  const { at, span } = client
  const next = clients.find(
    (other) =>
      other.makes &&
      other.at > at &&
      holds(span, other.at) &&
      /\)\s*\.\s*$/.test(masked.slice(Math.max(at, other.at - 60), other.at)) &&
      isBalanced(masked.slice(span.from, other.at)),
  )
  return client.makes && next ? { ...client, span: { from: span.from, to: next.at } } : client
}

/** Every bracket that is opened is closed. */
function isBalanced(masked: string): boolean {
  let depth = 0
  for (const [char] of masked.matchAll(/[()[\]{}]/g)) depth += '([{'.includes(char) ? 1 : -1
  return depth === 0
}

/**
 * What a client is made with, or a namespace of its package, that makes it reach another supplier:
 * `anthropic.NewClient(bedrock.WithConfig(config))`, `.backend(BedrockBackend.fromEnv())`, `Anthropic::Bedrock::Client.new`, `FirebaseAI.vertexAI()`.
 */
function switchesIn(
  { form, catalogue }: CodeText,
  masked: string,
  { name, at, span, makes }: Client,
  links: ReadonlyMap<string, string>,
): Record<string, Value> {
  const module = links.get(name)?.split('#')[0]
  const owner =
    module && (makes || factory.test(masked.slice(at + name.length, at + name.length + 80)))
      ? catalogue.importOwner(form.language, module)
      : null
  if (!owner) return {}
  const written = masked.slice(at + name.length, Math.min(span.to, at + longestClient))
  const names = [...written.matchAll(/\b([A-Za-z]\w{2,40})(?=\s{0,3}(?:\(|\.|::))/g)].map(
    (match) => match[1]!,
  )
  return Object.fromEntries(
    names.filter((one) => catalogue.insteadOf(owner.supplier, [one]) !== null).map((one) => [one, ON]),
  )
}

const longestClient = 2000

/** A class's own method, which may make it whatever it is called: `AcmeAI.cloud()`. */
const factory = /^\s*[?!]?\.[A-Za-z]\w*\(/

/** So far into a call whom it reaches is said. */
const longestChain = 600

/** A constant of a package by which its client reaches another supplier: `WithAPIType(openai.APITypeAzure)`. */
function chosen(
  form: LanguageForm,
  masked: string,
  catalogue: Catalogue,
  links: Map<string, string>,
): Client[] {
  const found = new Map<string, Client>()
  for (const match of masked.matchAll(
    /(?<![\w.])([A-Za-z_]\w{1,60})(?:\.|::)([A-Z]\w{2,60})\b(?!\s{0,3}(?:\(|\.|::))/g,
  )) {
    const [, module = '', name = ''] = match
    const link = links.get(module)
    if (!link?.endsWith('#') || found.has(name) || !catalogue.clientOwner(form.language, name)) continue
    // A type of the package, or what a value is compared with, chooses nothing.
    const before = masked.slice(Math.max(0, match.index - 40), match.index)
    if (!/[(,=:]\s{0,20}$/.test(before) || /[=!]=\s{0,20}$/.test(before)) continue
    links.set(name, `${link}${name}`)
    found.set(name, { name, at: match.index, span: { from: match.index, to: match.index }, makes: false })
  }
  return [...found.values()]
}

/** `X(`, `X.new`, `X::Client.new`, `X.builder(`, `x.NewClient(`, `X::with_config(`, `X name = new(`. */
const making =
  /^\s*(?:\(|(?:(?:\.|::|->)\w+)*?(?:\.|::|->)(?:new|New\w*|builder|Builder|create\w*|client|factory|service|with_\w+|make|of|from\w*)\b|\s\w+\s*=\s*new\s*\()/

/** Of `Type name = new(…)` the expression is behind the sign. */
const targetOf = (code: string, at: number, rest: string): number =>
  /^\s\w+\s*=\s*new\s*\(/.test(rest) ? code.indexOf('=', at) + 1 : at

/** Which address belongs to which client. */
class Addresses {
  private readonly code: string
  private readonly clients: readonly Client[]
  private readonly functions: readonly Span[]
  private readonly given: readonly Given[]

  constructor(code: string, clients: readonly Client[], functions: readonly Span[], given: readonly Given[]) {
    this.code = code
    this.clients = clients
    this.functions = functions
    this.given = given
  }

  of(client: Client): Record<string, Value> {
    const own = this.given.filter((one) => this.belongs(one, client))
    if (own.length > 0) return record(own)
    const loose = this.given.filter(
      (one) => !one.argument && !this.clients.some((other) => this.belongs(one, other)),
    )
    const around = this.functions.find((span) => holds(span, client.at))
    const near = around ? loose.filter(({ at }) => holds(around, at)) : []
    if (near.length > 0) return record(near)
    // Loose in another function, an address is that one's; outside of all, it is the file's.
    const common = loose.filter(({ at }) => !this.functions.some((span) => holds(span, at)))
    if (common.length > 0) return record(common)
    return client.makes && around ? {} : record(loose)
  }

  /** Among the client's arguments, by itself or by the name of its constant. */
  private belongs({ at, constant }: Given, { span, makes, name }: Client): boolean {
    // A record of options is itself given to a client, somewhere near.
    if (!makes || /(Config|Configuration|Options|Settings|Credentials?)$/.test(name)) return false
    if (holds(span, at)) return true
    if (constant === undefined) return false
    return new RegExp(`(?<![\\w"'])${constant}(?!\\w)`).test(this.code.slice(span.from, span.to))
  }
}

const record = (given: readonly Given[]): Record<string, Value> =>
  Object.assign(Object.create(null), Object.fromEntries(given.map(({ place, value }) => [place, value])))
