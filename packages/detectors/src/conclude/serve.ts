import { conventions } from '../data/conventions.ts'
import { type CallSign, ON, type Value } from '../signs.ts'
import { own } from '../text/own.ts'
import { argumentsOf, CallAddresses } from './call-addresses.ts'
import { isGateway, isHub, isHubName, isRouter, prefixOwner, serves, servingPublisher } from './hosting.ts'
import { partOwner } from './part-owner.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import type { Reached, Served } from './served.ts'
import { SetAddresses } from './set-addresses.ts'
import type { Origin, Tracer } from './trace.ts'

/** Decides for each call of a repository who serves it: the base URL first, the package last. */
export class Serving {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly known = new Map<CallSign, readonly Served[]>()
  private readonly addresses: CallAddresses
  private readonly settings: SetAddresses

  constructor(repository: Repository, tracer: Tracer) {
    this.repository = repository
    this.tracer = tracer
    this.addresses = new CallAddresses(repository, tracer)
    this.settings = new SetAddresses(repository, tracer, this.addresses)
  }

  /** Whom an address in the repository's configuration makes a supplier's packages reach; null: nobody else. */
  configured(supplier: string): string | null {
    return this.settings.of(supplier)?.supplier ?? null
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

  /**
   * Who answers what a name from elsewhere makes, or a class of the repository: by the arguments, then as the class has
   * its parent made, then by the first parent that comes from elsewhere.
   */
  private constructed(file: RepositoryFile, call: CallSign, origin: Origin, depth = 0): readonly Served[] {
    if (origin.t === 'external') return this.external(file, call, origin.module, origin.path)
    if (origin.t !== 'class' || depth > maxParents) return []
    const { values } = origin.file.signs
    const base = own(values, `${origin.name}.<base>`)
    if (base === undefined) return []
    const made = own(values, `${origin.name}.<made>`)
    if (made !== undefined && this.addresses.ofCall(file, call).length === 0) {
      const told = this.tracer
        .trace(origin.file, made)
        .flatMap((parent) => (parent.t === 'call' ? this.of(parent.file, parent.call) : []))
      // What the parent is told is told of the class: `Agent.__init__` makes an `Agent`.
      if (told.some(({ by }) => by !== 'default'))
        return distinct(told.map((one) => ({ ...one, name: one.name.replace(/\.__init__$/, '') })))
    }
    const parents = this.tracer.trace(origin.file, base)
    const parent = parents.find(({ t }) => t === 'external') ?? parents.find(({ t }) => t === 'class')
    return parent ? this.constructed(file, call, parent, depth + 1) : []
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
    if (call.language === 'python' && owner?.role === 'framework' && path[0])
      owner = partOwner(catalogue, module, path[0]) ?? owner
    if (call.language !== 'python') owner = catalogue.importOwner(call.language, module)
    const name = path.filter((part) => part !== 'default').join('.') || module
    const client =
      path.map((part) => catalogue.clientOwner(call.language, part)).find((found) => found !== null) ?? null
    if (!owner || !this.repository.admits(file, call.language, module)) return []
    // A framework's own client reaches the service of its publisher: `gateway('anthropic/…')` of the AI SDK.
    if (
      client?.supplier === owner.supplier &&
      owner.role === 'framework' &&
      hasService(catalogue, owner.supplier)
    )
      owner = { ...owner, role: 'client' as const }
    // What runs within the program leads to nobody else, whatever its classes are called: `Replicate()` of torch.distributed.
    const special =
      client && client.supplier !== owner.supplier && owner.role !== 'local' ? client.supplier : null
    const isForeign =
      special !== null && call.language === 'csharp' && owner.role !== 'tooling' && !sharesWord(module, name)
    const base = isForeign
      ? { owner: { supplier: special, role: 'client', entry: name }, module: name, name }
      : { owner: { supplier: owner.supplier, role: owner.role, entry: owner.entry }, module, name }
    const product = client?.product ?? owner.product
    const addressed = this.addresses.ofCall(file, call)
    // A client that one supplier alone understands reaches it behind an address of the organisation's own too.
    if (addressed.length > 0)
      return addressed.map((found) => ({ ...base, ...found, supplier: found.supplier ?? special }))
    const isPart = isPartOfKit(catalogue, call.language, module, owner.supplier)
    // A kit's class for one publisher's protocol, told another provider: `OpenAIChatModel('…', provider='openrouter')`.
    const adapted = isPart ? owner.supplier : owner.role === 'framework' ? special : null
    const chosen = adapted && servesItsOwn(catalogue, adapted) ? this.byOtherProvider(file, call) : null
    if (chosen)
      return [
        {
          ...base,
          ...chosen,
          ...(chosen.supplier && isGateway(catalogue, chosen.supplier) ? { by: 'gateway' as const } : {}),
        },
      ]
    // A name that only says whose package it is gives way to what the arguments say.
    if (client && special !== null && !isNamedFor(module, client.supplier)) {
      // A library that routes reaches whom the model's name says: `LiteLlm(model="anthropic/…")`.
      const model = isRouter(catalogue, client.supplier) ? this.byModel(file, call) : null
      return [
        {
          ...base,
          ...(model ?? { supplier: client.supplier, by: 'client', ...(product ? { product } : {}) }),
        },
      ]
    }
    const instead =
      catalogue.insteadOf(owner.supplier, switchesOn(file, call)) ??
      this.byLedClient(file, call, owner.supplier)
    if (instead) return [{ ...base, supplier: instead, by: 'client' }]
    const unknown = this.addresses.ofKey(call, owner.supplier)
    if (unknown) return [{ ...base, ...unknown }]
    const assigned = this.addresses.ofAssignment(file, call)
    if (assigned.length > 0) return assigned.map((found) => ({ ...base, ...found }))
    if (owner.role === 'framework') {
      const plain = this.byPlainModel(file, call, owner)
      if (plain) return [{ ...base, ...plain }]
      const handed = this.byClient(file, call)
      if (handed.length > 0) return handed.map((found) => ({ ...base, ...found }))
      const model = this.byHandedModel(file, call, owner.supplier) ?? this.byModel(file, call)
      // A framework that reaches its own publisher does so by the publisher's client, which the same settings lead.
      const led = model?.supplier === owner.supplier ? this.settingFor(owner, file) : null
      if (model) return [{ ...base, ...(led ?? model) }]
    }
    const neighbours = this.addresses.ofNeighbours(file, call)
    if (neighbours.length > 0) return neighbours.map((found) => ({ ...base, ...found }))
    const setting = this.settingFor(owner, file)
    if (setting) return [{ ...base, ...setting }]
    // A kit's part for one supplier is there to reach it, though its classes are called for what the kit makes of it: `ExaTools`.
    const by = isPart && adapting.test(name) ? 'client' : 'default'
    return [{ ...base, supplier: owner.supplier, by, ...(product ? { product } : {}) }]
  }

  /** Where settings lead a supplier's clients, and a framework of a supplier who serves models itself. */
  private settingFor(
    { supplier, role }: { supplier: string; role: string },
    file: RepositoryFile,
  ): Reached | null {
    const { catalogue } = this.repository
    // What leads a hub elsewhere leads its downloads there.
    const isLed =
      role === 'client' ||
      (role === 'framework' && serves(catalogue, supplier) && !isHub(catalogue, supplier))
    return isLed ? this.settings.of(supplier, file) : null
  }

  /** A framework that is handed a client reaches whom that client reaches: `from_openai(OpenAI(base_url=…))`. */
  private byClient(file: RepositoryFile, call: CallSign): Reached[] {
    if (!wrapping.test(call.callee)) return []
    const handed = [...call.positional.slice(0, 2), ...(call.named.client ? [call.named.client] : [])]
    const made = handed.flatMap((value) => this.madeBy(file, value))
    return distinct(made.filter(({ owner }) => owner.role === 'client')).map(
      ({ supplier, host, product }) => ({
        supplier,
        by: 'client' as const,
        ...(host ? { host } : {}),
        ...(product ? { product } : {}),
      }),
    )
  }

  /** What is made of a client that a switch leads elsewhere goes there, too: `getGenerativeModel(ai, …)`. */
  private byLedClient(file: RepositoryFile, { positional }: CallSign, publisher: string): string | null {
    const [first = null] = positional
    const led = this.madeBy(file, first).find(
      ({ owner, supplier, by }) => owner.supplier === publisher && supplier !== publisher && by === 'client',
    )
    return led?.supplier ?? null
  }

  /** Who answers what a value was made by. */
  private madeBy(file: RepositoryFile, value: Value): readonly Served[] {
    if (value === null || typeof value === 'string') return []
    return this.tracer
      .trace(file, value)
      .flatMap((origin) =>
        origin.t === 'call' && origin.path.length === 0 ? this.of(origin.file, origin.call) : [],
      )
  }

  /**
   * An agent of a framework whose publisher serves models too reaches whom the model reaches that it is handed:
   * `Agent(model=LiteLlm(model="anthropic/…"))`.
   */
  private byHandedModel(file: RepositoryFile, call: CallSign, publisher: string): Reached | null {
    const { catalogue } = this.repository
    if (!serves(catalogue, publisher) || catalogue.suppliers.get(publisher)?.roles.includes('gateway'))
      return null
    const made = argumentsOf(call, 'model').flatMap((value) => this.madeBy(file, value))
    const [found] = made.filter(({ supplier, owner }) => supplier !== null && owner.role !== 'tooling')
    return found
      ? { supplier: found.supplier, by: 'model', ...(found.host ? { host: found.host } : {}) }
      : null
  }

  /** A framework that has a gateway of its own for models which it is given by name alone: `generateText({ model: 'openai/gpt-5' })`. */
  private byPlainModel(
    file: RepositoryFile,
    call: CallSign,
    { supplier, entry }: { supplier: string; entry: string },
  ): Reached | null {
    const { catalogue } = this.repository
    const { plainModels } = catalogue.suppliers.get(supplier) ?? {}
    if (!plainModels?.packages.includes(entry) || this.repository.sets(plainModels.unless)) return null
    const ids = argumentsOf(call, 'model').flatMap((value) => this.tracer.texts(file, value))
    return ids.some((id) => id.includes('/') && prefixOwner(catalogue, id) !== null)
      ? { supplier, by: 'gateway' }
      : null
  }

  /** Whom the argument `provider` names. */
  private byProvider(file: RepositoryFile, call: CallSign): string | null {
    for (const value of argumentsOf(call, 'provider'))
      for (const text of this.tracer.texts(file, value)) {
        const supplier = supplierCalled(this.repository.catalogue, text)
        if (supplier) return supplier
      }
    return null
  }

  /** The same where the argument may be made too: `provider=OpenRouterProvider(…)`. */
  private byOtherProvider(file: RepositoryFile, call: CallSign): Reached | null {
    const named = this.byProvider(file, call)
    if (named) return serves(this.repository.catalogue, named) ? { supplier: named, by: 'client' } : null
    const made = argumentsOf(call, 'provider').flatMap((value) => this.madeBy(file, value))
    const [found] = made.filter(({ owner }) => owner.role !== 'tooling')
    return found
      ? { supplier: found.supplier, by: 'client', ...(found.host ? { host: found.host } : {}) }
      : null
  }

  private byModel(file: RepositoryFile, call: CallSign): Reached | null {
    const { catalogue } = this.repository
    const provider = this.byProvider(file, call)
    if (provider) return { supplier: provider, by: 'model' }
    for (const value of [...argumentsOf(call, 'model'), ...call.positional.slice(0, 1)])
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
}

/** A class further from what it is built upon than this is left. */
const maxParents = 8

/**
 * `OpenAI.Chat` and `AzureOpenAIClient` have a word of their own in common; `Azure.AI.FormRecognizer` and `OpenAIClient` have none. In C#
 * a file takes in whole namespaces, and all of them for it may stand elsewhere, so that a class is not by that the one's.
 */
const sharesWord = (module: string, name: string): boolean => {
  const said = new Set(wordsOf(module))
  return wordsOf(name).some((word) => said.has(word))
}

const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !ownToNobody.test(word))

const ownToNobody = /^(ai|amazon|aws|azure|client|cloud|google|microsoft|net|service|services|v\d*)$/

/** A part of a framework's package by which another supplier is reached: `pydantic_ai.models.openai`, `agno.tools.exa`. */
function isPartOfKit(
  catalogue: Repository['catalogue'],
  language: CallSign['language'],
  module: string,
  supplier: string,
): boolean {
  const root = module.split('.')[0]!
  if (language !== 'python' || root === module) return false
  const kit = catalogue.importOwner(language, root)
  return kit?.role === 'framework' && kit.supplier !== supplier
}

/** A publisher of models that answers for its own alone: where its class is told a provider, that one answers in its place. */
const servesItsOwn = (catalogue: Repository['catalogue'], slug: string): boolean => {
  const roles = catalogue.suppliers.get(slug)?.roles ?? []
  return roles.includes('model-provider') && !roles.some((role) => servesOthers.has(role))
}

const servesOthers: ReadonlySet<string> = new Set(['gateway', 'cloud-ai', 'inference-host', 'model-hub'])

/** What a kit calls its adapters for others' services. */
const adapting = /(Tools?|Loader|Handler)$/

/** A supplier that itself answers at an address, and is no framework alone. */
const hasService = (catalogue: Repository['catalogue'], slug: string): boolean =>
  catalogue.suppliers.get(slug)?.hosts?.some((entry) => typeof entry === 'string' || !entry.site) === true

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

/** A package of one supplier for what another made: of `OpenAIClient` in `Azure.AI.OpenAI` the package tells more. */
const isNamedFor = (module: string, supplier: string): boolean =>
  module.toLowerCase().replaceAll(/\W|_/g, '').includes(supplier.replaceAll('-', '')) &&
  /^[A-Z][\w.]+\.[A-Z]/.test(module)

/** Switches that are turned on, and what is made for one: `vertexai=True`, `{ backend: new VertexAIBackend() }`. */
const switchesOn = ({ signs }: RepositoryFile, { named }: CallSign): string[] =>
  Object.entries(named).flatMap(([name, value]) => {
    if (value === ON) return name.split('.').at(-1)!
    if (value === null || typeof value !== 'object' || !('call' in value)) return []
    return signs.calls?.[value.call]?.callee.split('.').at(-1) ?? []
  })
