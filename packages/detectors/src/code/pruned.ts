import { compact } from '../compact.ts'
import { conventions } from '../data/conventions.ts'
import type {
  CallSign,
  EnvironmentSign,
  FileSigns,
  HostSign,
  ImportSign,
  ModelSign,
  Setting,
  Value,
} from '../signs.ts'
import type { CodeFacts } from './facts.ts'
import { placeOf } from './places.ts'

type Excerpt = (line: number) => string

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
export function prune(
  parts: Parts,
  facts: CodeFacts,
  excerpt: Excerpt,
  owned: ReadonlySet<string>,
): FileSigns {
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
