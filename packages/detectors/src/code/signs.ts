import type { Catalogue } from '../catalogue.ts'
import { conventions } from '../data/conventions.ts'
import { extensionsIn } from '../datasets/extensions.ts'
import { constructModels, constructSign, constructsIn, servedBy } from '../iac/constructs.ts'
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
import { addressesIn } from '../text/urls.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { isModelPlace, isStrictModelPlace, isTablePlace, looksLikeModel, placeOf } from './places.ts'

type Excerpt = (line: number) => string

/** What the catalogue makes of a program's facts. */
export function codeSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): FileSigns {
  const imports = importSigns(facts, catalogue, excerpt)
  const owned = new Set(imports.map((sign) => sign.module))
  const environment = environmentSigns(facts, catalogue, excerpt)
  const hosts = hostSigns(facts, catalogue, excerpt)
  const ai = owned.size > 0 || hosts.length > 0
  const constructs = constructsIn(facts, catalogue)
  const models = modelSigns(facts, catalogue, excerpt, ai).map((sign) => servedBy(constructs, sign))
  const signs = prune({ imports, environment, hosts, models, calls: facts.calls }, facts, excerpt, owned)
  const named = [
    ...constructs.map((construct) => constructSign(construct, excerpt)),
    ...extensionSigns(facts, catalogue, excerpt),
  ]
  return compact({ ...signs, named })
}

/** Statements that a program runs, and the calls by which migrations in Ruby say the same. */
function extensionSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): NamedSign[] {
  return facts.texts.flatMap(({ text, place, line, mentioned }) => {
    if (mentioned) return []
    const supplier = place === 'enable_extension' ? catalogue.extensionOwner(text) : null
    const found = supplier
      ? [{ name: text, supplier }]
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

/** The modules of an import that the catalogue may know: `google.genai` for `from google import genai`. */
function candidates(sign: ImportSign): string[] {
  if (sign.language !== 'python') return [sign.module]
  return [
    ...(sign.names ?? []).filter((name) => name !== '*').map((name) => `${sign.module}.${name}`),
    sign.module,
  ]
}

function importSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): ImportSign[] {
  const signs: ImportSign[] = []
  for (const { typeOnly, ...sign } of facts.imports) {
    if (typeOnly || /^[./~#]|^@\//.test(sign.module)) continue
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

function environmentSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): EnvironmentSign[] {
  return facts.environment.flatMap(({ name, line }) => {
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
}

/** An address that begins its text, or the command that calls it; in the middle of a sentence it is prose. */
const isCalled = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  return (
    before.trim() === '' ||
    /^[a-z+]+$/i.test(before) ||
    /(^|\s|["'=])(curl|wget|http)\s[^\n]{0,200}$/.test(before)
  )
}

/** What requests are sent to is no page, though people have one there too; what follows stands elsewhere. */
const isBase = ({ place }: TextFact, path: string): boolean =>
  place !== undefined && path.length <= 1 && placeOf(place) === 'base-url'

function hostSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): HostSign[] {
  const signs: HostSign[] = []
  for (const fact of facts.texts) {
    if (fact.mentioned || fact.text.length > 4000 || isDenying(fact.place ?? '')) continue
    const about = {
      ...(fact.place ? { place: fact.place } : {}),
      ...(fact.call === undefined ? {} : { call: fact.call }),
      line: fact.line,
      excerpt: excerpt(fact.line),
    }
    // `".openai.azure.com"`: the end of a host whose beginning the program puts before it.
    const isEnd = fact.text.startsWith('.')
    const addresses = addressesIn(isEnd ? `${UNKNOWN_HOST}${fact.text}` : fact.text)
    for (const { host, path, port, at } of addresses) {
      if (!isCalled(fact.text, at)) continue
      const owner = catalogue.hostOwner(host, path, port)
      if (!owner || (owner.site && !isBase(fact, path))) continue
      if (isEnd && !owner.template?.startsWith('*.')) continue
      signs.push({
        host: port ? `${host}:${port}` : host,
        path,
        supplier: owner.supplier,
        ...(owner.product ? { product: owner.product } : {}),
        method: 'host',
        strength: owner.shared ? 'weak' : 'strong',
        ...about,
      })
    }
    const byPath = isHostGiven(addresses) ? null : catalogue.pathOwner(fact.text)
    if (byPath)
      signs.push({
        host: UNKNOWN_HOST,
        path: '',
        supplier: byPath,
        method: 'host',
        strength: 'strong',
        ...about,
      })
  }
  return signs
}

/** Put together at run time: `%s/openai/deployments/%s`. */
const UNKNOWN_HOST = '{}'
const isHostGiven = (addresses: readonly { readonly host: string }[]): boolean =>
  addresses.some(({ host }) => /^[\w.-]+$/.test(host))

function modelSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt, ai: boolean): ModelSign[] {
  const signs: ModelSign[] = []
  const seen = new Set<string>()
  const add = (sign: Omit<ModelSign, 'excerpt'>) => {
    const key = `${sign.line} ${JSON.stringify(sign.value)} ${sign.call ?? ''}`
    if (seen.has(key)) return
    seen.add(key)
    signs.push({ ...sign, excerpt: excerpt(sign.line) })
  }
  for (const [index, call] of facts.calls.entries())
    for (const [name, value] of Object.entries(call.named))
      if (value !== null && placeOf(name.split('.').at(-1)!) === 'model')
        add({
          value,
          place: name,
          method: 'call',
          call: index,
          strength: 'strong',
          line: call.lines?.[name] ?? call.line,
        })
  for (const { call, name, value, line } of constructModels(facts, catalogue))
    add({ value, place: name, method: 'call', call, strength: 'strong', line })
  for (const fact of facts.texts) {
    const sign = textModel(fact, catalogue, ai, facts.calls)
    if (sign) add(sign)
  }
  for (const [index, call] of facts.calls.entries()) {
    const [first] = call.positional
    if (first === undefined || first === null || !conventions.modelFirst.test(call.callee)) continue
    if (typeof first !== 'string' || isHubName(first))
      add({ value: first, method: 'call', call: index, strength: 'strong', line: call.line })
  }
  return signs
}

/** A name on a hub, and no path to weights that lie here. */
const isHubName = (text: string): boolean =>
  looksLikeModel(text) &&
  /[-\d]/.test(text) &&
  /^[\w.-]+(\/[\w.-]+)?$/.test(text) &&
  !/^(\.|models?|output|results?|checkpoints?|ckpts?|weights|saved|runs?|data|tmp|exp|logs?)([/_-]|s?$)|\.(pt|pth|bin|h5|onnx|gguf|safetensors|joblib|pkl)$/i.test(
    text,
  )

function textModel(
  fact: TextFact,
  catalogue: Catalogue,
  ai: boolean,
  calls: readonly CallSign[],
): Omit<ModelSign, 'excerpt'> | null {
  // A table of prices or limits, a comparison: named, but not chosen.
  if (fact.mentioned || !looksLikeModel(fact.text) || (fact.place !== undefined && isTablePlace(fact.place)))
    return null
  // A data set is named as models are, on the same hub.
  if (fact.call !== undefined && conventions.datasetLoad.test(calls[fact.call]?.callee ?? '')) return null
  const inPlace = fact.place !== undefined && placeOf(fact.place) === 'model'
  const known =
    catalogue.modelOwner(fact.text) !== null ||
    catalogue.modelPrefixOwner(fact.text) !== null ||
    catalogue.modelFormOwner(fact.text)?.shared === false
  const base = {
    value: fact.text,
    line: fact.line,
    ...(fact.place ? { place: fact.place } : {}),
    ...(fact.provider ? { provider: fact.provider } : {}),
    ...(fact.call === undefined ? {} : { call: fact.call }),
  }
  // Written for people, an id has capitals: a name on a button chooses nothing.
  if (known && fact.call === undefined && fact.text !== fact.text.toLowerCase() && !fact.text.includes('/'))
    return null
  if (inPlace && known) return { ...base, method: 'model-id', strength: 'strong' }
  // An unknown id counts where the place holds nothing but models and the file speaks to one.
  if (
    inPlace &&
    ai &&
    /[\d:/-]/.test(fact.text) &&
    (fact.call !== undefined || isStrictModelPlace(fact.place!) || /model/i.test(fact.place!))
  )
    return { ...base, method: 'model-id', strength: 'medium' }
  // The key of a translation.
  if (
    fact.call !== undefined &&
    /(^|[.$])(t|i18n|translate|formatMessage|gettext)$/.test(calls[fact.call]?.callee ?? '')
  )
    return null
  if (fact.text !== fact.text.toLowerCase() && !fact.text.includes('/')) return null
  if (!known || !/[\d]/.test(fact.text) || !/[-:/.]/.test(fact.text)) return null
  return { ...base, method: 'model-id', strength: 'medium' }
}

interface Parts {
  readonly imports: readonly ImportSign[]
  readonly environment: readonly EnvironmentSign[]
  readonly hosts: readonly HostSign[]
  readonly models: readonly ModelSign[]
  readonly calls: readonly CallSign[]
}

const maxValues = 800

const isKeyPlace = (name: string): boolean => placeOf(name.split('.').at(-1)!) === 'key'

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
    for (const value of [...Object.values(call.named), ...call.positional]) visit(value)
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
  const links = Object.fromEntries(
    [...facts.links].filter(([name]) => interesting || names.has(name.split('.')[0]!) || values.size > 0),
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
    named: Object.fromEntries(
      Object.entries(call.named).map(([name, value]) => [
        name,
        typeof value === 'string' && isKeyPlace(name) ? null : moved(value),
      ]),
    ),
    positional: call.positional.map(moved),
    ...(apart.length > 0 ? { lines: Object.fromEntries(apart) } : {}),
    excerpt: excerpt(call.line),
  }
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
