import { placeOf } from '../code/places.ts'
import { conventions } from '../data/conventions.ts'
import { type CallSign, ON, type Value } from '../signs.ts'
import { type Address, addressesIn } from '../text/urls.ts'
import { isHubName, offersModels, servingPublisher } from './hosting.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import type { Origin, Tracer } from './trace.ts'

/** Who answers a call, and how that is known. */
export interface Served {
  /** Null: an address of nobody in the catalogue, kept in `host`. */
  readonly supplier: string | null
  readonly host?: string
  readonly product?: string
  /** `default`: nothing says otherwise. */
  readonly by: 'base-url' | 'client' | 'key' | 'model' | 'setting' | 'default' | 'service'
  /** The package's own supplier and role. */
  readonly owner: { readonly supplier: string; readonly role: string; readonly entry: string }
  readonly module: string
  /** The name that was called, as the module knows it: `OpenAI`, `chat.completions.create`. */
  readonly name: string
}

/** Whom a variable's address reaches. */
type Setting = Pick<Served, 'supplier' | 'host' | 'by'>

/** Decides for each call of a repository who serves it: the base URL first, the package last. */
export class Serving {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly known = new Map<CallSign, readonly Served[]>()
  private readonly bases = new Map<RepositoryFile, ReadonlyMap<string, readonly Value[]>>()
  private readonly settings = new Map<string, Setting | null>()

  constructor(repository: Repository, tracer: Tracer) {
    this.repository = repository
    this.tracer = tracer
  }

  /** Empty where the call has nothing to do with any package of the catalogue. */
  of(file: RepositoryFile, index: number): readonly Served[] {
    const call = file.signs.calls?.[index]
    if (!call) return []
    const before = this.known.get(call)
    if (before) return before
    // Against calls that lead back to themselves.
    this.known.set(call, [])
    const served = this.decide(file, call)
    this.known.set(call, served)
    return served
  }

  private decide(file: RepositoryFile, call: CallSign): readonly Served[] {
    const origins = this.tracer.trace(file, call.target)
    const service = this.service(file, call, origins)
    if (service) return [service]
    // Made in one branch or the other: `client = azure ? new OpenAI({ baseURL }) : new OpenAI()` reaches both.
    const made = origins.flatMap((origin) => (origin.t === 'call' ? this.of(origin.file, origin.call) : []))
    if (made.length > 0) return this.refined(file, call, distinct(made))
    // One class or the other: `Model = azure ? AzureChat : Chat`.
    return distinct(origins.flatMap((origin) => this.constructed(file, call, origin)))
  }

  /** Who answers what a name from elsewhere makes, or a class of the repository by the first parent from elsewhere. */
  private constructed(file: RepositoryFile, call: CallSign, origin: Origin): readonly Served[] {
    if (origin.t === 'external') return this.external(file, call, origin.module, origin.path)
    if (origin.t !== 'class') return []
    const base = origin.file.signs.values?.[`${origin.name}.<base>`]
    if (base === undefined) return []
    const parent = this.tracer.trace(origin.file, base).find(({ t }) => t === 'external')
    return parent?.t === 'external' ? this.external(file, call, parent.module, parent.path) : []
  }

  /** `client('bedrock-runtime')` of a cloud's general kit: the service's name decides. */
  private service(file: RepositoryFile, call: CallSign, origins: readonly Origin[]): Served | null {
    if (!conventions.serviceCall.test(call.callee)) return null
    const value = call.named.service_name ?? call.positional[0] ?? null
    const [name] = this.tracer.texts(file, value)
    const owner = name === undefined ? null : this.repository.catalogue.awsServiceOwner(name)
    if (!owner || name === undefined) return null
    const module = origins.find((origin) => origin.t === 'external')
    const kit =
      module?.t === 'external'
        ? module.module
        : Object.values(file.signs.links ?? {}).find((link) => conventions.cloudKit.test(link))
    if (!kit || !conventions.cloudKit.test(kit)) return null
    return {
      supplier: owner.supplier,
      by: 'service',
      owner: { supplier: owner.supplier, role: 'client', entry: name },
      module: kit.split('#')[0]!,
      name,
      ...(owner.product ? { product: owner.product } : {}),
    }
  }

  /** A call on a client: the client decides, unless the client serves many and the model's name says which. */
  private refined(file: RepositoryFile, call: CallSign, made: readonly Served[]): readonly Served[] {
    return made.map((served) => {
      const { supplier } = served.owner
      if (served.owner.role !== 'framework' || served.supplier !== supplier) return served
      return { ...served, ...(this.byModel(file, call) ?? {}) }
    })
  }

  private external(
    file: RepositoryFile,
    call: CallSign,
    module: string,
    path: readonly string[],
  ): readonly Served[] {
    const { catalogue } = this.repository
    const separator = call.language === 'python' ? '.' : '/'
    let owner = null
    if (call.language === 'python')
      for (let end = Math.min(path.length, 3); end >= 0 && !owner; end -= 1)
        owner = catalogue.importOwner(call.language, [module, ...path.slice(0, end)].join(separator))
    else owner = catalogue.importOwner(call.language, module)
    const name = path.filter((part) => part !== 'default').join('.') || module
    const client =
      path.map((part) => catalogue.clientOwner(call.language, part)).find((found) => found !== null) ?? null
    if (!owner || !this.repository.admits(file, call.language, module)) return []
    const base = { owner: { supplier: owner.supplier, role: owner.role, entry: owner.entry }, module, name }
    const product = client?.product ?? owner.product
    const addressed = this.byAddress(file, call)
    const special = client && client.supplier !== owner.supplier ? client.supplier : null
    // A client that one supplier alone understands reaches it behind an address of the organisation's own too.
    if (addressed.length > 0)
      return addressed.map((found) => ({ ...base, ...found, supplier: found.supplier ?? special }))
    // A name that only says whose package it is gives way to what the arguments say.
    if (client && client.supplier !== owner.supplier && !isNamedFor(module, client.supplier))
      return [{ ...base, supplier: client.supplier, by: 'client', ...(product ? { product } : {}) }]
    const on = Object.entries(call.named).flatMap(([name, value]) =>
      value === ON ? name.split('.').at(-1)! : [],
    )
    const instead = catalogue.insteadOf(owner.supplier, on)
    if (instead) return [{ ...base, supplier: instead, by: 'client' }]
    const unknown = this.byKey(call, owner.supplier)
    if (unknown) return [{ ...base, ...unknown }]
    const assigned = this.byAssignment(file, call)
    if (assigned.length > 0) return assigned.map((found) => ({ ...base, ...found }))
    if (owner.role === 'framework') {
      const handed = this.byClient(file, call)
      if (handed.length > 0) return handed.map((found) => ({ ...base, ...found }))
      const model = this.byModel(file, call)
      if (model) return [{ ...base, ...model }]
    }
    const neighbours = this.byNeighbours(file, call)
    if (neighbours.length > 0) return neighbours.map((found) => ({ ...base, ...found }))
    const setting = owner.role === 'client' ? this.bySetting(owner.supplier, file) : null
    if (setting) return [{ ...base, ...setting }]
    return [{ ...base, supplier: owner.supplier, by: 'default', ...(product ? { product } : {}) }]
  }

  /** A framework that is handed a client reaches whom that client reaches: `from_openai(OpenAI(base_url=…))`. */
  private byClient(
    file: RepositoryFile,
    call: CallSign,
  ): Pick<Served, 'supplier' | 'host' | 'product' | 'by'>[] {
    if (!wrapping.test(call.callee)) return []
    const handed = [...call.positional.slice(0, 2), ...(call.named.client ? [call.named.client] : [])]
    const made = handed.flatMap((value) =>
      value === null || typeof value === 'string'
        ? []
        : this.tracer
            .trace(file, value)
            .flatMap((origin) =>
              origin.t === 'call' && origin.path.length === 0 ? this.of(origin.file, origin.call) : [],
            ),
    )
    return distinct(made.filter(({ owner }) => owner.role === 'client')).map(
      ({ supplier, host, product }) => ({
        supplier,
        by: 'client' as const,
        ...(host ? { host } : {}),
        ...(product ? { product } : {}),
      }),
    )
  }

  private argument(call: CallSign, place: 'base-url' | 'key' | 'provider' | 'model'): Value[] {
    return Object.entries(call.named).flatMap(([name, value]) =>
      placeOf(name.split('.').at(-1)!) === place ? [value] : [],
    )
  }

  private byAddress(
    file: RepositoryFile,
    call: CallSign,
    inner = false,
  ): Pick<Served, 'supplier' | 'host' | 'product' | 'by'>[] {
    const found = new Map<string, Pick<Served, 'supplier' | 'host' | 'product' | 'by'>>()
    for (const value of this.argument(call, 'base-url'))
      for (const text of this.tracer.texts(file, value)) {
        const served = this.addressed(text, 'base-url')
        if (served) found.set(`${served.supplier} ${served.host}`, served)
      }
    return found.size > 0 || inner ? [...found.values()] : this.byAddressOfClient(file, call)
  }

  /** What is made around a client goes where that client goes: `Model(provider=Provider(base_url=…))`. */
  private byAddressOfClient(
    file: RepositoryFile,
    call: CallSign,
  ): Pick<Served, 'supplier' | 'host' | 'product' | 'by'>[] {
    return Object.entries(call.named)
      .flatMap(([name, value]) => (/^(provider|(\w+_)?client)$/.test(name) ? [value] : []))
      .flatMap((value) => (value === null || typeof value === 'string' ? [] : this.tracer.trace(file, value)))
      .flatMap((origin) => {
        const made = origin.t === 'call' ? origin.file.signs.calls?.[origin.call] : undefined
        return made && origin.t === 'call' ? this.byAddress(origin.file, made, true) : []
      })
  }

  private addressed(
    text: string,
    by: Served['by'],
  ): Pick<Served, 'supplier' | 'host' | 'product' | 'by'> | null {
    const [address] = addressesIn(text, 1)
    // The host is not known, but its path says what stands there.
    const byPath =
      !address || /^[{}$]+/.test(address.host) ? pathOwner(this.repository.catalogue, text) : null
    if (byPath) return { supplier: byPath, by }
    if (!address || /^[{}]+$/.test(address.host)) return null
    const owner = this.repository.catalogue.hostOwner(address.host, address.path, address.port)
    const host = hostText(address)
    if (owner && !owner.site)
      return { supplier: owner.supplier, host, by, ...(owner.product ? { product: owner.product } : {}) }
    return isPlaceholder(address.host) ? null : { supplier: null, host, by }
  }

  /**
   * An address that is handed in, and no variable's: one of those that stand in the same file, of a table or of
   * branches that nothing here follows.
   */
  private byNeighbours(
    file: RepositoryFile,
    call: CallSign,
  ): Pick<Served, 'supplier' | 'host' | 'product' | 'by'>[] {
    const addresses = this.argument(call, 'base-url')
    if (addresses.length === 0 || addresses.some((value) => variablesOf(value).length > 0)) return []
    const { catalogue } = this.repository
    const found = new Map<string, Pick<Served, 'supplier' | 'host' | 'product' | 'by'>>()
    // What is another call's own argument is that call's.
    for (const { supplier, host, product, strength, call: used } of file.signs.hosts ?? [])
      if (used === undefined && strength !== 'weak' && offersModels(catalogue, supplier))
        found.set(supplier, { supplier, host, by: 'base-url', ...(product ? { product } : {}) })
    return [...found.values()].slice(0, 24)
  }

  /** An address that nobody tells, but a key whose variable belongs to someone else. */
  private byKey(call: CallSign, supplier: string): Pick<Served, 'supplier' | 'by'> | null {
    const addresses = this.argument(call, 'base-url')
    if (addresses.length === 0) return null
    const names = [...addresses, ...this.argument(call, 'key')].flatMap((value) => variablesOf(value))
    for (const name of names) {
      const owner = this.repository.catalogue.environmentOwner(name)
      if (owner && !owner.shared && owner.supplier !== supplier)
        return { supplier: owner.supplier, by: 'key' }
    }
    return null
  }

  /** `module.api_base = "…"` in the same file. */
  private byAssignment(
    file: RepositoryFile,
    call: CallSign,
  ): Pick<Served, 'supplier' | 'host' | 'product' | 'by'>[] {
    const root = rootName(call.target)
    if (!root) return []
    for (const value of this.basesOf(file).get(root) ?? []) {
      const served = this.tracer.texts(file, value).flatMap((text) => this.addressed(text, 'base-url') ?? [])
      if (served.length > 0) return served
    }
    return []
  }

  /** What a file assigns as an address, by the name that it assigns to. */
  private basesOf(file: RepositoryFile): ReadonlyMap<string, readonly Value[]> {
    const before = this.bases.get(file)
    if (before) return before
    const bases = new Map<string, Value[]>()
    for (const [name, value] of Object.entries(file.signs.values ?? {})) {
      const [lead = '', field, more] = name.split('.')
      if (!field || more || placeOf(field) !== 'base-url') continue
      const known = bases.get(lead) ?? []
      known.push(value)
      bases.set(lead, known)
    }
    this.bases.set(file, bases)
    return bases
  }

  private byModel(file: RepositoryFile, call: CallSign): Pick<Served, 'supplier' | 'by'> | null {
    const { catalogue } = this.repository
    for (const value of this.argument(call, 'provider'))
      for (const text of this.tracer.texts(file, value)) {
        const supplier = supplierCalled(catalogue, text)
        if (supplier) return { supplier, by: 'model' }
      }
    for (const value of [...this.argument(call, 'model'), ...call.positional.slice(0, 1)])
      for (const text of this.tracer.texts(file, value)) {
        const form = catalogue.modelFormOwner(text)
        const owner =
          form && !form.shared
            ? form.supplier
            : isHubName(catalogue, text)
              ? undefined
              : (prefixOwner(catalogue, text)?.supplier ?? servingPublisher(catalogue, text))
        if (owner) return { supplier: owner, by: 'model' }
      }
    return null
  }

  /** Whom an address in the repository's configuration makes a supplier's packages reach; null: nobody else. */
  configured(supplier: string): string | null {
    return this.bySetting(supplier)?.supplier ?? null
  }

  /** The base URL that a variable of the package's own supplier holds. */
  private bySetting(supplier: string, reader?: RepositoryFile): Setting | null {
    // What only one file sees is looked up for it alone.
    if (reader && this.repository.hasOwnSettings(reader)) return this.settingOf(supplier, reader)
    let served = this.settings.get(supplier)
    if (served === undefined) {
      served = this.settingOf(supplier)
      this.settings.set(supplier, served)
    }
    return served
  }

  private settingOf(supplier: string, reader?: RepositoryFile): Setting | null {
    const { catalogue } = this.repository
    for (const name of this.repository.settingNames) {
      const instead = catalogue.insteadOf(supplier, [name])
      if (instead && this.isSwitchedOn(name, reader)) return { supplier: instead, by: 'setting' }
      if (placeOf(name) !== 'base-url' || catalogue.environmentOwner(name)?.supplier !== supplier) continue
      for (const { file, value } of this.repository.settingsOf(name, reader))
        for (const text of this.tracer.texts(file, value)) {
          const served = this.addressed(text, 'setting')
          if (served) return served
        }
    }
    return null
  }

  private isSwitchedOn(name: string, reader?: RepositoryFile): boolean {
    const texts = this.repository
      .settingsOf(name, reader)
      .flatMap(({ file, value }) => this.tracer.texts(file, value))
    return texts.some((text) => /^(true|1|yes|on)$/i.test(text.trim()))
  }
}

/** What puts something around a client that it is handed. */
const wrapping = /(^|\.)((from|wrap|patch|observe)_?[A-Za-z]*|[Ii]nstructor)$/

const distinct = (all: readonly Served[]): readonly Served[] => [
  ...new Map(all.map((served) => [`${served.supplier} ${served.host}`, served])).values(),
]

/** Who goes by this name in frameworks' settings, or in the catalogue itself. */
function supplierCalled(catalogue: Repository['catalogue'], text: string): string | undefined {
  const name = text.toLowerCase().replaceAll('_', '-')
  return (
    catalogue.modelPrefixOwner(`${name}/x`)?.supplier ??
    catalogue.modelPrefixOwner(`${text}/x`)?.supplier ??
    (catalogue.suppliers.has(name) ? name : undefined)
  )
}

/** The supplier whose hosts, and no others', are called below a path: `/openai/deployments/`. */
function pathOwner(catalogue: Repository['catalogue'], text: string): string | null {
  const own = catalogue.pathOwner(text)
  if (own) return own
  const found = new Set<string>()
  for (const supplier of catalogue.suppliers.values())
    for (const entry of supplier.hosts ?? [])
      if (typeof entry !== 'string' && entry.path && entry.path.length >= 10 && text.includes(entry.path))
        found.add(supplier.slug)
  return found.size === 1 ? [...found][0]! : null
}

/** A package of one supplier for what another made: of `OpenAIClient` in `Azure.AI.OpenAI` the package tells more. */
const isNamedFor = (module: string, supplier: string): boolean =>
  module.toLowerCase().replaceAll(/\W|_/g, '').includes(supplier.replaceAll('-', '')) &&
  /^[A-Z][\w.]+\.[A-Z]/.test(module)

/** `openai:gpt-4o` and `openai/gpt-4o` name the host alike. */
export function prefixOwner(
  catalogue: Repository['catalogue'],
  id: string,
): { supplier: string; rest: string } | null {
  return (
    catalogue.modelPrefixOwner(id) ??
    catalogue.modelPrefixOwner(id.replace(/^([a-z][a-z0-9_-]{1,40}):(?!\/)/, '$1/'))
  )
}

export const hostText = (address: Address): string =>
  address.port ? `${address.host}:${address.port}` : address.host

/** A host name that stands for one that people must fill in. */
export const isPlaceholder = (host: string): boolean =>
  /[{}<>$%*()[\]]/.test(host) ||
  /(^|[.-])(your|my|example|placeholder|xxx+|foo|changeme)([.-]|$)|(^|\.)example\.(com|org|net)$|^(your|my)[-_]/.test(
    host,
  )

function variablesOf(value: Value, depth = 0): string[] {
  if (value === null || typeof value === 'string' || depth > 8) return []
  if ('env' in value) return [value.env]
  const parts = 'any' in value ? value.any : 'join' in value ? value.join : []
  return parts.flatMap((part) => variablesOf(part, depth + 1))
}

function rootName(value: Value): string | null {
  if (value === null || typeof value === 'string') return null
  if ('ref' in value) return value.ref.split('.')[0] ?? null
  return 'of' in value ? rootName(value.of) : null
}
