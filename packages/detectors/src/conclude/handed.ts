import type { Catalogue } from '../catalogue.ts'
import { isHubName, prefixOwner, servingPublisher } from '../hosting.ts'
import { serves } from '../serves.ts'
import type { CallSign, Value } from '../signs.ts'
import { argumentsOf } from './call-addresses.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import { distinct, type Reached, type Served } from './served.ts'
import type { Tracer } from './trace.ts'

/** Whom a call reaches by what it is handed: a client, a model, a provider. */
export class Handed {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly servedBy: (file: RepositoryFile, call: number) => readonly Served[]

  constructor(
    repository: Repository,
    tracer: Tracer,
    servedBy: (file: RepositoryFile, call: number) => readonly Served[],
  ) {
    this.repository = repository
    this.tracer = tracer
    this.servedBy = servedBy
  }

  /** A framework that is handed a client reaches whom that client reaches: `from_openai(OpenAI(base_url=…))`. */
  byClient(file: RepositoryFile, call: CallSign): Reached[] {
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
  byLedClient(file: RepositoryFile, { positional }: CallSign, publisher: string): string | null {
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
        origin.t === 'call' && origin.path.length === 0 ? this.servedBy(origin.file, origin.call) : [],
      )
  }

  /**
   * An agent of a framework whose publisher serves models too reaches whom the model reaches that it is handed:
   * `Agent(model=LiteLlm(model="anthropic/…"))`.
   */
  byHandedModel(file: RepositoryFile, call: CallSign, publisher: string): Reached | null {
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
  byPlainModel(
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

  /** Whom the argument `provider` names; where people sign in, it is who knows them: `client.authenticate(provider="google")`. */
  byProvider(file: RepositoryFile, call: CallSign): string | null {
    if (signingIn.test(call.callee) || 'scopes' in call.named) return null
    for (const value of argumentsOf(call, 'provider'))
      for (const text of this.tracer.texts(file, value)) {
        const supplier = supplierCalled(this.repository.catalogue, text)
        if (supplier) return supplier
      }
    return null
  }

  /** The same where the argument may be made too: `provider=OpenRouterProvider(…)`. */
  byOtherProvider(file: RepositoryFile, call: CallSign): Reached | null {
    const named = this.byProvider(file, call)
    if (named) return serves(this.repository.catalogue, named) ? { supplier: named, by: 'client' } : null
    const made = argumentsOf(call, 'provider').flatMap((value) => this.madeBy(file, value))
    const [found] = made.filter(({ owner }) => owner.role !== 'tooling')
    return found
      ? { supplier: found.supplier, by: 'client', ...(found.host ? { host: found.host } : {}) }
      : null
  }

  byModel(file: RepositoryFile, call: CallSign): Reached | null {
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

const signingIn = /(?:auth(?:enticate|orize|orise)?|o_?auth\w*|sign_?in|log_?in)$/i

/** What puts something around a client that it is handed. */
const wrapping = /(^|\.)((from|wrap|patch|observe)_?[A-Za-z]*|[Ii]nstructor)$/

/** Who goes by this name in frameworks' settings, or in the catalogue itself. */
function supplierCalled(catalogue: Catalogue, text: string): string | undefined {
  const name = text.toLowerCase().replaceAll('_', '-')
  return (
    catalogue.modelPrefixOwner(`${name}/x`)?.supplier ??
    catalogue.modelPrefixOwner(`${text}/x`)?.supplier ??
    (catalogue.suppliers.has(name) ? name : undefined)
  )
}
