import type { Catalogue } from '../catalogue.ts'
import { imageSign } from '../containers/image.ts'
import { conventions } from '../data/conventions.ts'
import { extensionsIn } from '../datasets/extensions.ts'
import { looksLikeQuery, querySigns } from '../datasets/queries.ts'
import { withoutComments } from '../datasets/sql-text.ts'
import { constructSign, constructsIn, servedBy } from '../iac/constructs.ts'
import { mcpServersIn } from '../mcp/in-code.ts'
import type {
  CallSign,
  EnvironmentSign,
  FileSigns,
  HostSign,
  ImportSign,
  ModelSign,
  NamedSign,
  Setting,
  Value,
} from '../signs.ts'
import { isDenying } from '../text/denying.ts'
import type { CodeFacts } from './facts.ts'
import { globalSigns } from './globals.ts'
import { hostSigns } from './host-signs.ts'
import { messageSigns } from './messages.ts'
import { modelSigns } from './model-signs.ts'
import { isImagePlace, isModelPlace, isVariableName, placeOf } from './places.ts'
import { programSigns } from './programs.ts'
import { providerChoices } from './provider-choice.ts'
import { registeredSuppliers } from './registered.ts'
import { settingOwner } from './setting-names.ts'
import { startedServers } from './started-servers.ts'
import { bareName } from './supplier-named.ts'

type Excerpt = (line: number) => string

/** What the catalogue makes of a program's facts. */
export function codeSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): FileSigns {
  const imports = importSigns(facts, catalogue, excerpt)
  const owned = new Set([...imports.map(({ module }) => module), ...ownedModules(facts, catalogue)])
  const mcp = mcpServersIn(facts)
  const handed = mcp.flatMap(({ environment, line }) => environment.map((name) => ({ name, line })))
  const environment = [
    ...environmentSigns(facts, catalogue, excerpt, handed),
    ...providerChoices(facts, catalogue, excerpt),
    ...registeredSuppliers(facts, catalogue, excerpt),
  ]
  const hosts = hostSigns(facts, catalogue, excerpt)
  const ai = imports.length > 0 || hosts.length > 0
  const constructs = constructsIn(facts, catalogue)
  const globals = globalSigns(facts, catalogue, excerpt)
  const queries = queriesOf(facts, catalogue, excerpt)
  const models = [
    ...modelSigns(facts, catalogue, excerpt, ai)
      .filter((sign) => !globals.models.some(({ value, line }) => value === sign.value && line === sign.line))
      .map((sign) => servedBy(constructs, sign)),
    ...globals.models,
    ...queries.flatMap(({ models }) => models ?? []),
  ]
  const signs = prune({ imports, environment, hosts, models, calls: facts.calls }, facts, excerpt, owned)
  const named = [
    ...constructs.map((construct) => constructSign(construct, excerpt)),
    ...extensionSigns(facts, catalogue, excerpt),
    ...startedServers(facts, catalogue, excerpt),
    ...programSigns(facts, catalogue, excerpt),
    ...globals.named,
    ...queries.flatMap(({ named }) => named ?? []),
    ...messageSigns(facts, catalogue, excerpt),
    ...facts.texts.flatMap(({ text, place, line, mentioned }) =>
      !mentioned && isImagePlace(place) ? imageSign({ catalogue, excerpt }, text, line) : [],
    ),
  ]
  return compact({ ...signs, named, mcp })
}

/** Statements that a program runs, the calls by which migrations in Ruby say the same, and fields of vectors in a mapping. */
function extensionSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): NamedSign[] {
  return facts.texts.flatMap(({ text, place, line, mentioned }) => {
    const stage = text.startsWith('$') ? catalogue.fieldTypeOwner(text.slice(1)) : null
    if (mentioned && !(stage && isKeyIn(excerpt(line), text))) return []
    const supplier =
      place === 'enable_extension'
        ? catalogue.extensionOwner(text)
        : place === 'type' || place === '$meta'
          ? catalogue.fieldTypeOwner(text)
          : stage
    const found = supplier
      ? [{ name: stage ? text.slice(1) : text, supplier }]
      : /extension/i.test(text)
        ? extensionsIn(text, catalogue)
        : []
    return found.map(
      ({ name, supplier }): NamedSign => ({
        type: 'extension',
        name,
        supplier,
        line,
        excerpt: excerpt(line),
      }),
    )
  })
}

/**
 * The stage of a pipeline by which a database searches vectors is the key of a record (`{ $vectorSearch: … }`); compared with
 * one, or as the label of a case, it is only named.
 */
const isKeyIn = (source: string, name: string): boolean => {
  const at = source.indexOf(name)
  return (
    // In Ruby and PHP what is called so else is a line of a table.
    /^["'\]]*\s*(?::(?!:)|=>\s*(?:[[{$]|array\b))/.test(source.slice(at + name.length)) &&
    !/\b(?:case|default)\s+["'`]$/.test(source.slice(0, at))
  )
}

/** What a program has a database ask a supplier. */
const queriesOf = (facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): FileSigns[] =>
  facts.texts.flatMap(({ text, line, mentioned }) =>
    mentioned || !looksLikeQuery(text)
      ? []
      : querySigns(withoutComments(text), catalogue, () => ({ line, excerpt: excerpt(line) })),
  )

/** The modules of an import that the catalogue may know: `google.genai` for `from google import genai`. */
function candidates(sign: ImportSign): string[] {
  if (sign.language !== 'python') return [sign.module]
  return [
    ...(sign.names ?? []).filter((name) => name !== '*').map((name) => `${sign.module}.${name}`),
    sign.module,
  ]
}

const isOfProject = ({ module }: ImportSign): boolean => /^[./~#]|^@\//.test(module)

/** Every module of the catalogue that is imported: of `from acme import Chat, Search` that of either name. */
const ownedModules = ({ imports, language }: CodeFacts, catalogue: Catalogue): string[] =>
  imports
    .filter((sign) => !sign.typeOnly && !isOfProject(sign))
    .flatMap(candidates)
    .filter((module) => catalogue.importOwner(language, module) !== null)

function importSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): ImportSign[] {
  const signs: ImportSign[] = []
  for (const { typeOnly, ...sign } of facts.imports) {
    if (typeOnly || isOfProject(sign)) continue
    const seen = new Set<string>()
    for (const module of candidates(sign)) {
      const owner = catalogue.importOwner(facts.language, module)
      if (!owner || seen.has(owner.entry)) continue
      seen.add(owner.entry)
      signs.push({ ...sign, module, excerpt: excerpt(sign.line) })
    }
  }
  for (const call of facts.calls) {
    const [first] = call.positional
    if (
      (call.callee === 'import' || call.callee === 'require' || call.callee.endsWith('import_module')) &&
      typeof first === 'string' &&
      catalogue.importOwner(facts.language, first)
    )
      signs.push({ language: facts.language, module: first, line: call.line, excerpt: excerpt(call.line) })
  }
  return signs
}

/**
 * Names of variables that a program keeps to read them later: `apiKeyEnv: "GROQ_API_KEY"`, `{groq: "GROQ_API_KEY"}`. Where no
 * parser reads a language, every such text counts already.
 */
function keptNames({ texts, environment, calls }: CodeFacts, catalogue: Catalogue): CodeFacts['environment'] {
  const read = new Set(environment.map(({ name }) => name))
  return texts.flatMap(({ text, place = '', line, mentioned, call }) => {
    if (mentioned || !/_(KEY|TOKEN)$/.test(text) || !isVariableName(text)) return []
    if (read.has(text) || place.length > 60 || isDenying(place)) return []
    const owner = catalogue.environmentOwner(text)
    if (!owner || owner.shared) return []
    const given = call === undefined ? '' : (calls[call]?.callee ?? '')
    const isKept =
      kept.test(bareName(place)) ||
      kept.test(bareName(given)) ||
      bareName(place) === bareName(owner.supplier) ||
      (place !== '' && catalogue.modelPrefixOwner(`${place}/x`)?.supplier === owner.supplier)
    return isKept ? [{ name: text, line }] : []
  })
}

/** What holds names of variables, or is asked about them: `apiKeyEnv`, `env_var`, `validate_variables(…)`. */
const kept = /(?:env(?:ironment)?(?:(?:key|token|var|variable|name)s?)*|variables?)$/

/** `handed`: what a program that is started is given. */
function environmentSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: Excerpt,
  handed: CodeFacts['environment'],
): EnvironmentSign[] {
  const fields = (facts.fields ?? []).flatMap(({ name, line }): EnvironmentSign[] => {
    const supplier = settingOwner(catalogue, name)
    // What such a field is given may be a key however it looks, so that the name alone is shown.
    return supplier ? [{ name, supplier, strength: 'medium', line, excerpt: name }] : []
  })
  const read = [...facts.environment, ...keptNames(facts, catalogue), ...handed].flatMap(({ name, line }) => {
    const owner = catalogue.environmentOwner(name)
    if (!owner) return []
    return [
      {
        name,
        supplier: owner.supplier,
        // Of who publishes a model its name tells, but not of who serves it.
        strength: owner.shared || isModelPlace(name) ? ('weak' as const) : ('medium' as const),
        line,
        excerpt: excerpt(line),
      },
    ]
  })
  return [...read, ...fields.filter(isFirst)]
}

/** Each setting once in a file, where it stands first. */
const isFirst = ({ name }: EnvironmentSign, index: number, all: readonly EnvironmentSign[]): boolean =>
  all.findIndex((one) => one.name === name) === index

interface Parts {
  readonly imports: readonly ImportSign[]
  readonly environment: readonly EnvironmentSign[]
  readonly hosts: readonly HostSign[]
  readonly models: readonly ModelSign[]
  readonly calls: readonly CallSign[]
}

const maxValues = 800

const isKeyPlace = (name: string): boolean => placeOf(name.slice(name.lastIndexOf('.') + 1)) === 'key'

/** A long text is a prompt or a page: it names nothing, and is nobody's business. */
const isWorthKeeping = (value: Value): boolean =>
  value !== null && (typeof value !== 'string' || (value.length <= 300 && !value.includes('\n')))

/** Keeps the calls, names and links that a verdict may need, with new indexes. */
function prune(parts: Parts, facts: CodeFacts, excerpt: Excerpt, owned: ReadonlySet<string>): FileSigns {
  const values = new Map(
    [...facts.values]
      .filter(([name, value]) => isWorthKeeping(value) && !(typeof value === 'string' && isKeyPlace(name)))
      .slice(0, maxValues),
  )
  const keep = new Set<number>()
  const names = new Set<string>()
  const visit = (value: Value, depth = 0): void => {
    if (value === null || typeof value === 'string' || depth > 20) return
    if ('call' in value) keepCall(value.call)
    else if ('ref' in value) names.add(value.ref.split('.')[0]!)
    else if ('of' in value) visit(value.of, depth + 1)
    else if ('env' in value) visit(value.or ?? null, depth + 1)
    else for (const part of 'any' in value ? value.any : value.join) visit(part, depth + 1)
  }
  const keepCall = (index: number): void => {
    if (keep.has(index)) return
    const call = facts.calls[index]
    if (!call) return
    keep.add(index)
    visit(call.target)
    for (const value of Object.values(call.named)) visit(value)
    for (const value of call.positional) visit(value)
  }
  const roots = ownedRoots(facts, owned)
  for (const [index, call] of facts.calls.entries())
    if (roots.has(rootOf(call.target, facts.calls)) || conventions.serviceCall.test(call.callee))
      keepCall(index)
  for (const model of parts.models) {
    visit(model.value)
    if (model.call !== undefined) keepCall(model.call)
  }
  for (const host of parts.hosts) if (host.call !== undefined) keepCall(host.call)
  const interesting =
    parts.imports.length + parts.hosts.length + parts.models.length + parts.environment.length > 0
  for (const [, value] of values)
    if (interesting || !(value !== null && typeof value === 'object' && 'call' in value)) visit(value)
  const order = [...keep].sort((a, b) => a - b)
  const renumber = new Map(order.map((old, now) => [old, now]))
  const moved = (value: Value): Value => renumbered(value, renumber)
  const shift = <T extends { readonly call?: number }>(sign: T): T =>
    sign.call === undefined ? sign : { ...sign, call: renumber.get(sign.call) ?? -1 }
  const asks = order.some((index) => conventions.serviceCall.test(facts.calls[index]!.callee))
  const links = Object.fromEntries(
    [...facts.links].filter(
      ([name, link]) =>
        interesting ||
        names.has(name.split('.')[0]!) ||
        values.size > 0 ||
        // Its session may be handed to who asks it for a client.
        (asks && conventions.cloudKit.test(link)),
    ),
  )
  return compact({
    imports: parts.imports,
    environment: parts.environment,
    hosts: parts.hosts.map(shift),
    models: parts.models.map((model) => shift({ ...model, value: moved(model.value) })),
    calls: order.map((index) => callSign(facts.calls[index]!, moved, excerpt)),
    values: Object.fromEntries([...values].map(([name, value]) => [name, moved(value)])),
    links,
    settings: facts.settings
      .filter(({ value }) => value !== null)
      .map((setting): Setting => ({ ...setting, value: moved(setting.value) })),
  })
}

function callSign(call: CallSign, moved: (value: Value) => Value, excerpt: Excerpt): CallSign {
  const { lines, ...rest } = call
  const apart = Object.entries(lines ?? {}).filter(([, line]) => line !== call.line)
  return {
    ...rest,
    target: moved(call.target),
    named: namedArguments(call.named, moved),
    positional: call.positional.map(moved),
    ...(apart.length > 0 ? { lines: Object.fromEntries(apart) } : {}),
    excerpt: excerpt(call.line),
  }
}

/** Arguments as they are kept. Mostly they are what they were, and nothing is made. */
function namedArguments(named: CallSign['named'], moved: (value: Value) => Value): CallSign['named'] {
  const keptOf = (name: string, value: Value): Value =>
    typeof value === 'string' && isKeyPlace(name) ? null : moved(value)
  for (const name of Object.keys(named)) {
    const value = named[name] ?? null
    if (keptOf(name, value) === value) continue
    return Object.fromEntries(Object.entries(named).map(([key, given]) => [key, keptOf(key, given)]))
  }
  return named
}

/** Local names that lead to a module of the catalogue. */
function ownedRoots(facts: CodeFacts, owned: ReadonlySet<string>): Set<string> {
  const roots = new Set<string>()
  for (const [name, link] of facts.links) {
    const [module = '', exported = ''] = link.split('#')
    if (owned.has(module) || owned.has(`${module}.${exported}`)) roots.add(name.split('.')[0]!)
  }
  // What such a name was given to leads there too.
  for (let round = 0; round < 3; round += 1)
    for (const [name, value] of facts.values)
      if (roots.has(rootOf(value, facts.calls))) roots.add(name.split('.')[0]!)
  return roots
}

function rootOf(value: Value, calls: readonly CallSign[], depth = 0): string {
  if (value === null || typeof value === 'string' || depth > 20) return ''
  if ('ref' in value) return value.ref.split('.')[0]!
  if ('of' in value) return rootOf(value.of, calls, depth + 1)
  if ('call' in value) return rootOf(calls[value.call]?.target ?? null, calls, depth + 1)
  return ''
}

function renumbered(value: Value, numbers: ReadonlyMap<number, number>, depth = 0): Value {
  if (value === null || typeof value === 'string') return isWorthKeeping(value) ? value : null
  if (depth > 20) return null
  const next = (part: Value): Value => renumbered(part, numbers, depth + 1)
  if ('call' in value) {
    const call = numbers.get(value.call)
    return call === undefined ? null : { call }
  }
  if ('ref' in value) return value
  if ('of' in value) return { of: next(value.of), get: value.get }
  if ('env' in value) return value.or === undefined ? value : { env: value.env, or: next(value.or) }
  return 'any' in value ? { any: value.any.map(next) } : { join: value.join.map(next) }
}

/** Leaves out what is empty. */
export function compact(signs: FileSigns): FileSigns {
  const kept = Object.entries(signs).filter(
    ([, value]) => value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0),
  )
  return Object.fromEntries(kept)
}
