import { placeOf } from '../code/places.ts'
import { offersModels } from '../hosting.ts'
import type { CallSign, Value } from '../signs.ts'
import { type Address, addressesIn } from '../text/urls.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import type { Reached, Served } from './served.ts'
import type { Tracer } from './trace.ts'

/** Whom the addresses reach that stand in a call, or around it. */
export class CallAddresses {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly bases = new Map<RepositoryFile, ReadonlyMap<string, readonly Value[]>>()

  constructor(repository: Repository, tracer: Tracer) {
    this.repository = repository
    this.tracer = tracer
  }

  /** Its own address; else that of the client which it is handed. */
  ofCall(file: RepositoryFile, call: CallSign, inner = false): Reached[] {
    const found = new Map<string, Reached>()
    for (const value of argumentsOf(call, 'base-url'))
      for (const text of this.tracer.texts(file, value)) {
        const served = this.addressed(text, 'base-url')
        if (served) found.set(`${served.supplier} ${served.host}`, served)
      }
    for (const value of found.size > 0 ? [] : argumentsOf(call, 'base-url')) {
      const served = this.takenIn(file, call, value)
      if (served) found.set(`${served.supplier}`, served)
    }
    return found.size > 0 || inner ? [...found.values()] : this.ofClient(file, call)
  }

  /** An address that a supplier's package brings as a constant: `base_url=ACME_GATEWAY_URL`. */
  private takenIn(file: RepositoryFile, call: CallSign, value: Value): Reached | null {
    if (value === null || typeof value === 'string') return null
    const { catalogue } = this.repository
    for (const origin of this.tracer.trace(file, value)) {
      if (
        origin.t !== 'external' ||
        !/^[A-Z][A-Z\d_]*_(?:URL|ENDPOINT|BASE|HOST)$/.test(origin.path.at(-1) ?? '')
      )
        continue
      const owner = catalogue.importOwner(call.language, origin.module)
      if (owner?.role === 'client' && this.repository.admits(file, call.language, origin.module))
        return { supplier: owner.supplier, by: 'base-url' }
    }
    return null
  }

  /** What is made around a client goes where that client goes: `Model(provider=Provider(base_url=…))`. */
  private ofClient(file: RepositoryFile, call: CallSign): Reached[] {
    return Object.entries(call.named)
      .flatMap(([name, value]) => (/^(provider|(\w+_)?client)$/.test(name) ? [value] : []))
      .flatMap((value) => (value === null || typeof value === 'string' ? [] : this.tracer.trace(file, value)))
      .flatMap((origin) => {
        const made = origin.t === 'call' ? origin.file.signs.calls?.[origin.call] : undefined
        return made && origin.t === 'call' ? this.ofCall(origin.file, made, true) : []
      })
  }

  /** Whose an address is; null where the text is none, or stands for one that people must fill in. */
  addressed(text: string, by: Served['by']): Reached | null {
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
  ofNeighbours(file: RepositoryFile, call: CallSign): Reached[] {
    const addresses = argumentsOf(call, 'base-url')
    if (addresses.length === 0 || addresses.some((value) => variablesOf(value).length > 0)) return []
    const { catalogue } = this.repository
    const found = new Map<string, Reached>()
    // What is another call's own argument is that call's.
    for (const { supplier, host, product, strength, call: used } of file.signs.hosts ?? [])
      if (used === undefined && strength !== 'weak' && offersModels(catalogue, supplier))
        found.set(supplier, { supplier, host, by: 'base-url', ...(product ? { product } : {}) })
    return [...found.values()].slice(0, 24)
  }

  /** An address that nobody tells, but a key whose variable belongs to someone else. */
  ofKey(call: CallSign, supplier: string): Reached | null {
    const addresses = argumentsOf(call, 'base-url')
    if (addresses.length === 0) return null
    const names = [...addresses, ...argumentsOf(call, 'key')].flatMap((value) => variablesOf(value))
    for (const name of names) {
      const owner = this.repository.catalogue.environmentOwner(name)
      if (owner && !owner.shared && owner.supplier !== supplier)
        return { supplier: owner.supplier, by: 'key' }
    }
    return null
  }

  /** `module.api_base = "…"` in the same file. */
  ofAssignment(file: RepositoryFile, call: CallSign): Reached[] {
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
}

/** What a call is given in such a place. */
export const argumentsOf = (call: CallSign, place: 'base-url' | 'key' | 'provider' | 'model'): Value[] =>
  Object.entries(call.named).flatMap(([name, value]) =>
    placeOf(name.split('.').at(-1)!) === place ? [value] : [],
  )

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

export const hostText = (address: Address): string =>
  address.port ? `${address.host}:${address.port}` : address.host

/** A host name that stands for one that people must fill in. */
export const isPlaceholder = (host: string): boolean =>
  /[{}<>$%*()[\]]/.test(host) ||
  /(^|[.-])(your|my|example|placeholder|xxx+|foo|changeme)([.-]|$)|(^|\.)example\.(com|org|net)$|^(your|my)[-_]/.test(
    host,
  )

/** The environment variables that a value may be. */
export function variablesOf(value: Value, depth = 0): string[] {
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
