import { conventions } from '../data/conventions.ts'
import { isGateway, isHub, isRouter } from '../hosting.ts'
import { serves } from '../serves.ts'
import { type CallSign, ON } from '../signs.ts'
import { own } from '../text/own.ts'
import { CallAddresses } from './call-addresses.ts'
import { Handed } from './handed.ts'
import { hasService, isNamedFor, isPartOfKit, isRuntime, servesItsOwn, sharesWord } from './kit-classes.ts'
import { partOwner } from './part-owner.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import { distinct, type Reached, type Served } from './served.ts'
import { SetAddresses } from './set-addresses.ts'
import type { Origin, Tracer } from './trace.ts'

/** Decides for each call of a repository who serves it: the base URL first, the package last. */
export class Serving {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly known = new Map<CallSign, readonly Served[]>()
  private readonly addresses: CallAddresses
  private readonly settings: SetAddresses
  private readonly handed: Handed

  constructor(repository: Repository, tracer: Tracer) {
    this.repository = repository
    this.tracer = tracer
    this.addresses = new CallAddresses(repository, tracer)
    this.settings = new SetAddresses(repository, tracer, this.addresses)
    this.handed = new Handed(repository, tracer, (file, call) => this.of(file, call))
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
      return { ...served, ...(this.handed.byModel(file, call) ?? {}) }
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
    const isPart = isPartOfKit(catalogue, call.language, module, owner.supplier)
    const special =
      client &&
      client.supplier !== owner.supplier &&
      owner.role !== 'local' &&
      !(isPart && isRuntime(catalogue, client.supplier))
        ? client.supplier
        : null
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
    // A kit's class for one publisher's protocol, told another provider: `OpenAIChatModel('…', provider='openrouter')`.
    const adapted = isPart ? owner.supplier : owner.role === 'framework' ? special : null
    const chosen =
      adapted && servesItsOwn(catalogue, adapted) ? this.handed.byOtherProvider(file, call) : null
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
      const model = isRouter(catalogue, client.supplier) ? this.handed.byModel(file, call) : null
      return [
        {
          ...base,
          ...(model ?? { supplier: client.supplier, by: 'client', ...(product ? { product } : {}) }),
        },
      ]
    }
    const instead =
      catalogue.insteadOf(owner.supplier, switchesOn(file, call)) ??
      this.handed.byLedClient(file, call, owner.supplier)
    if (instead) return [{ ...base, supplier: instead, by: 'client' }]
    const unknown = this.addresses.ofKey(call, owner.supplier)
    if (unknown) return [{ ...base, ...unknown }]
    const assigned = this.addresses.ofAssignment(file, call)
    if (assigned.length > 0) return assigned.map((found) => ({ ...base, ...found }))
    if (owner.role === 'framework') {
      const plain = this.handed.byPlainModel(file, call, owner)
      if (plain) return [{ ...base, ...plain }]
      const handed = this.handed.byClient(file, call)
      if (handed.length > 0) return handed.map((found) => ({ ...base, ...found }))
      const model = this.handed.byHandedModel(file, call, owner.supplier) ?? this.handed.byModel(file, call)
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
}

/** A class further from what it is built upon than this is left. */
const maxParents = 8

/** What a kit calls its adapters for others' services. */
const adapting = /(Tools?|Loader|Handler)$/

/** Switches that are turned on, and what is made for one: `vertexai=True`, `{ backend: new VertexAIBackend() }`. */
const switchesOn = ({ signs }: RepositoryFile, { named }: CallSign): string[] =>
  Object.entries(named).flatMap(([name, value]) => {
    if (value === ON) return name.split('.').at(-1)!
    if (value === null || typeof value !== 'object' || !('call' in value)) return []
    return signs.calls?.[value.call]?.callee.split('.').at(-1) ?? []
  })
