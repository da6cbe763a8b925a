import type { Decision, FindingRef } from '@ai-census/schema'
import { type DecisionGraph, decisionGraph, subjectsOf } from './decision-graph.ts'
import { refKey, refOf } from './ids.ts'
import type { Facts, LedgerFinding, ScopeFacts } from './ledger.ts'
import { linksOf } from './links.ts'
import { membersOf } from './members.ts'
import type { Settings } from './settings.ts'

/** What a store must be able to look up; each answer in any order. Every call is one round trip. */
export interface LedgerLookup {
  /** The open rows at these addresses, of every scanner. */
  findings(refs: readonly FindingRef[]): Promise<readonly LedgerFinding[]>
  /** The addresses of open rows that carry each link; where there are more than `limit`, `null` instead. */
  carriers(
    links: readonly string[],
    limit: number,
  ): Promise<ReadonlyMap<string, readonly FindingRef[] | null>>
  /** What is known of these scopes, from every scanner. */
  scopes(keys: readonly string[]): Promise<readonly ScopeFacts[]>
}

/** What happened since the projection was last right. */
export interface Changed {
  /** What `ScopeChange` says is touched. */
  readonly refs: readonly FindingRef[]
  /** The links that a finding (`refKey`) had before, where it is one of those or of others that changed with them. */
  former(ref: string): readonly string[]
  readonly decisions: readonly Decision[]
  /** Systems that the calendar changed. */
  readonly systems?: readonly string[]
  /**
   * How many fewer carriers each link has now than it had before; 0 where they are as many or more. By default as many
   * as there are `refs`, which is always enough.
   */
  readonly lost?: (link: string) => number
}

/** The part of the estate that a change can reach, loaded. */
export interface Affected {
  readonly findings: readonly LedgerFinding[]
  readonly scopes: readonly ScopeFacts[]
  /** Addresses (`refKey`) whose components are made anew. Others were loaded for the ends of relationships alone. */
  readonly core: ReadonlySet<string>
  /** Systems that are made anew. */
  readonly systems: ReadonlySet<string>
  /** Links that have too many carriers to tell anything; they were not followed. */
  readonly tags: ReadonlySet<string>
}

/** The facts that do not come from the lookup. */
export type FixedFacts = Pick<Facts, 'now' | 'decisions' | 'aliases' | 'catalogue' | 'settings'>

/**
 * Everything that these changes can move: the findings that are one component with a changed one, now or before; all
 * findings of the systems that those belong to or belonged to; what decisions tie to those; and so on until nothing
 * is added. Then, for relationships alone, the components at their other ends.
 */
export async function closure(
  lookup: LedgerLookup,
  changed: Changed,
  fixed: FixedFacts,
  graph: DecisionGraph = decisionGraph(fixed.decisions),
): Promise<Affected> {
  const walk = new Walk(lookup, fixed, graph, changed)
  await walk.run()
  return walk.affected()
}

class Walk {
  readonly #lookup: LedgerLookup
  readonly #fixed: FixedFacts
  readonly #graph: DecisionGraph
  readonly #limits: Limits
  readonly #former: (ref: string) => readonly string[]
  readonly #rows = new Map<string, LedgerFinding[]>()
  readonly #scopes = new Map<string, readonly ScopeFacts[]>()
  readonly #core = new Set<string>()
  readonly #rim = new Set<string>()
  readonly #systems = new Set<string>()
  readonly #tags = new Set<string>()
  /** Links already followed, and how far: a link may first be followed for the rim and later for the core. */
  readonly #followed = { core: new Set<string>(), rim: new Set<string>() }
  #refs: Set<string>
  #links = new Set<string>()
  #rimLinks = new Set<string>()

  constructor(lookup: LedgerLookup, fixed: FixedFacts, graph: DecisionGraph, changed: Changed) {
    this.#lookup = lookup
    this.#fixed = fixed
    this.#graph = graph
    this.#former = (ref) => changed.former(ref)
    this.#limits = limitsOf(fixed.settings, changed)
    this.#refs = new Set(changed.refs.map(refKey))
    for (const system of changed.systems ?? []) this.#reachSystem(system)
    const log = new Map(fixed.decisions.map((d) => [d.sequence, d]))
    for (const decision of changed.decisions) {
      const { systems, refs } = subjectsOf(decision, log)
      for (const ref of refs) this.#refs.add(ref)
      for (const system of systems) this.#reachSystem(system)
    }
  }

  async run(): Promise<void> {
    while (this.#refs.size > 0 || this.#links.size > 0) {
      await this.#follow('core')
      await this.#loadCore()
    }
    await this.#runRim()
  }

  affected(): Affected {
    return {
      findings: [...this.#rows.values()].flat(),
      scopes: [...this.#scopes.values()].flat(),
      core: this.#core,
      systems: this.#systems,
      tags: this.#tags,
    }
  }

  /** Loads the addresses at hand and notes where they lead. */
  async #loadCore(): Promise<void> {
    const fresh = [...this.#refs].filter((ref) => !this.#core.has(ref))
    this.#refs = new Set()
    for (const ref of fresh) {
      this.#core.add(ref)
      for (const link of this.#former(ref)) this.#reachFrom(link, true)
      for (const system of this.#graph.byRef(ref)) this.#reachSystem(system)
    }
    for (const link of await this.#load(fresh)) this.#reachFrom(link, false)
  }

  /** Loads rows with their scopes; answers with their links. */
  async #load(refs: readonly string[]): Promise<string[]> {
    const unknown = refs.filter((ref) => !this.#rows.has(ref))
    for (const ref of unknown) this.#rows.set(ref, [])
    if (unknown.length > 0) {
      for (const row of await this.#lookup.findings(unknown.map(refOf)))
        this.#rows.get(refKey(row))?.push(row)
    }
    const findings = refs.flatMap((ref) => this.#rows.get(ref) ?? [])
    const scopes = await this.#loadScopes(new Set(findings.map((row) => row.scope)))
    return membersOf({ ...this.#fixed, findings, scopes }).flatMap(linksOf)
  }

  async #loadScopes(keys: ReadonlySet<string>): Promise<ScopeFacts[]> {
    const unknown = [...keys].filter((key) => !this.#scopes.has(key))
    if (unknown.length > 0) {
      const found = Map.groupBy(await this.#lookup.scopes(unknown), (one) => one.scope.key)
      for (const key of unknown) this.#scopes.set(key, found.get(key) ?? [])
    }
    return [...keys].flatMap((key) => this.#scopes.get(key) ?? [])
  }

  #reachSystem(id: string): void {
    if (this.#systems.has(id)) return
    this.#systems.add(id)
    this.#links.add(`group:${id}`)
    const tied = this.#graph.bySystem(id)
    for (const system of tied.systems) this.#reachSystem(system)
    for (const ref of tied.refs) this.#refs.add(ref)
  }

  /** A link of a finding that is made anew leads to others. `changing`: it may have just come or gone. */
  #reachFrom(link: string, changing: boolean): void {
    const [type, name] = partsOf(link)
    switch (type) {
      case 'group':
        this.#reachSystem(name)
        return
      case 'join':
        this.#links.add(link)
        return
      case 'sign':
        for (const other of ['sign', 'thing', 'user']) this.#links.add(`${other}:${name}`)
        return
      case 'here':
        this.#links.add(`to:${name}`)
        return
      case 'to':
        this.#links.add(`here:${name}`)
        this.#rimLinks.add(`thing:${name}`)
        return
      case 'user':
        this.#links.add(`sign:${name}`)
        this.#rimLinks.add(`thing:${name}`)
        return
      case 'thing':
        this.#links.add(`sign:${name}`)
        this.#links.add(link)
        // What else it takes depends on how many things carry the name: see `#follow`.
        if (changing) this.#reachUsers(name)
        for (const user of ['user', 'to']) this.#rimLinks.add(`${user}:${name}`)
    }
  }

  /** Whether users relate to any of the things by this name may have changed for all of them. */
  #reachUsers(name: string): void {
    for (const user of ['user', 'to']) this.#links.add(`${user}:${name}`)
  }

  async #follow(part: 'core' | 'rim'): Promise<void> {
    const wanted = part === 'core' ? this.#links : this.#rimLinks
    const links = [...wanted].filter((link) => !this.#followed[part].has(link))
    wanted.clear()
    for (const [limit, some] of Map.groupBy(links, (link) => this.#limits.of(link))) {
      for (const link of some) this.#followed[part].add(link)
      for (const [link, refs] of await this.#lookup.carriers(some, limit)) {
        if (refs) this.#reached(part, link, refs.map(refKey))
        else this.#tags.add(link)
      }
    }
  }

  #reached(part: 'core' | 'rim', link: string, refs: readonly string[]): void {
    if (part === 'rim') {
      for (const ref of refs) this.#rim.add(ref)
      return
    }
    const [type, name] = partsOf(link)
    if (type === 'thing' && refs.length > 1) this.#reachUsers(name)
    for (const ref of refs) this.#refs.add(ref)
  }

  /** The components at the other ends of relationships: their findings, whole, and no further. */
  async #runRim(): Promise<void> {
    const loaded = new Set<string>()
    while (this.#rimLinks.size > 0) {
      await this.#follow('rim')
      const fresh = [...this.#rim].filter((ref) => !this.#core.has(ref) && !loaded.has(ref))
      for (const ref of fresh) loaded.add(ref)
      for (const link of await this.#load(fresh)) {
        const [type, name] = partsOf(link)
        if (type === 'join') this.#rimLinks.add(link)
        if (type === 'thing' || type === 'user') this.#rimLinks.add(`sign:${name}`)
        if (type === 'sign')
          for (const other of ['sign', 'thing', 'user']) this.#rimLinks.add(`${other}:${name}`)
      }
    }
  }
}

function partsOf(link: string): [type: string, name: string] {
  const colon = link.indexOf(':')
  return [link.slice(0, colon), link.slice(colon + 1)]
}

interface Limits {
  of(link: string): number
}

/**
 * How many carriers a link may have and still tell something. A link that lost n carriers by this change had n more
 * before, so n is added: with more than that it tells nothing before nor after.
 */
function limitsOf(
  { joinLimit, relationLimit }: Pick<Settings, 'joinLimit' | 'relationLimit'>,
  { refs, lost = () => refs.length }: Changed,
): Limits {
  const limits: Readonly<Record<string, number>> = {
    join: joinLimit,
    sign: joinLimit,
    thing: Math.max(joinLimit, relationLimit),
    here: relationLimit,
  }
  return { of: (link) => (limits[partsOf(link)[0]] ?? Number.POSITIVE_INFINITY) + lost(link) }
}
