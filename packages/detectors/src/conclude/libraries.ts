import {
  type Ecosystem,
  type Language,
  normalisePackage,
  npmPackageOf,
  type PackageOwner,
} from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { CallSign, ImportSign } from '../signs.ts'
import type { Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'
import { closest, mainOf, named, type Package } from './package-words.ts'
import { partOwner } from './part-owner.ts'
import { makesNothing, type Reach, type Redirects } from './reach.ts'
import type { Repository } from './repository.ts'
import type { Served } from './served.ts'

const ecosystems: Readonly<Record<string, Ecosystem>> = {
  python: 'pypi',
  javascript: 'npm',
  go: 'golang',
  java: 'maven',
  csharp: 'nuget',
  ruby: 'gem',
  php: 'composer',
  rust: 'cargo',
  swift: 'swift',
  dart: 'pub',
  elixir: 'hex',
  r: 'cran',
}

const keyOf = ({ ecosystem, name }: Pick<Package, 'ecosystem' | 'name'>): string =>
  `library:${ecosystem}:${name}`

/** One `library` per package of the catalogue that the repository names or imports. */
export function libraryDrafts(
  repository: Repository,
  reaches: readonly Reach[],
  reached: ReadonlySet<string>,
  redirects: Redirects,
  drafts: Drafts,
): void {
  const { catalogue } = repository
  const packages = new Packages(catalogue, declaredIn(repository), reached)
  const suppliers = reachedThrough(reaches, packages)
  const parts = partsImported(repository, packages)
  const draftOf = (found: Package): Draft => {
    const { owner, name, ecosystem } = found
    const through = suppliers.get(keyOf(found)) ?? parts.get(keyOf(found)) ?? new Set<string>()
    // A package that nothing calls here follows those of its publisher that are called.
    const supplier =
      through.size > 0 && owner.role !== 'tooling'
        ? chosen(owner.supplier, through)
        : { slug: redirects.insteadOf(owner.supplier) ?? owner.supplier, name: undefined }
    const draft = drafts.get({ key: keyOf(found), kind: 'library', supplier: supplier.slug, name })
    if (supplier.name) draft.optional.supplierName = supplier.name
    draft.attributes.ecosystem = ecosystem
    draft.attributes.publisher = owner.supplier
    draft.attributes.role = owner.role
    if (owner.product) draft.optional.product = owner.product
    if (owner.role === 'framework') draft.optional.framework = name
    if (through.size > 1) draft.attributes.suppliers = [...through].sort()
    draft.identify('purl', purl(ecosystem, name))
    return draft
  }
  manifestProofs(repository, draftOf)
  for (const file of repository.files)
    for (const sign of file.signs.imports ?? []) {
      const found = packages.of(sign)
      if (!found || file.context === 'documentation') continue
      const draft = draftOf(found)
      // With a client, a host, a key's name or a model beside it, an import is more than a declaration.
      const configured = draft.head.supplier !== null && reached.has(draft.head.supplier)
      const { line, cell, excerpt } = sign
      draft.add({
        file,
        line,
        cell,
        excerpt,
        method: 'import',
        rule: `${found.owner.supplier}/import`,
        strength: 'strong',
        grade: configured ? 'configured' : 'declared',
      })
    }
  for (const { file, call, served } of reaches) {
    const found =
      makesNothing(served) || file.context === 'documentation' ? null : packages.of(importOf(call, served))
    if (!found) continue
    const { line, cell, excerpt } = call
    // A client that is made or called turns a declared package into a configured one.
    draftOf(found).add({
      file,
      line,
      cell,
      excerpt,
      method: 'call',
      rule: `${served.owner.supplier}/call`,
      strength: 'strong',
      grade: 'configured',
    })
  }
}

/** The import that a call came through. */
const importOf = (call: CallSign, served: Served): ImportSign => ({
  language: call.language,
  module: served.module,
  names: [served.name.split('.')[0]!],
  line: call.line,
})

/** Packages that manifests and lock files name, by key. */
function declaredIn(repository: Repository): Map<string, Package> {
  const declared = new Map<string, Package>()
  for (const file of repository.files)
    for (const sign of file.signs.packages ?? []) {
      const found = packageNamed(repository.catalogue, sign.ecosystem, sign.name)
      if (found) declared.set(keyOf(found), found)
    }
  return declared
}

function packageNamed(catalogue: Catalogue, ecosystem: Ecosystem, written: string): Package | null {
  const name = normalisePackage(ecosystem, written)
  const owner = catalogue.packageOwner(ecosystem, name)
  return owner ? { ecosystem, name, owner } : null
}

function manifestProofs(repository: Repository, draftOf: (found: Package) => Draft): void {
  for (const file of repository.files)
    for (const sign of file.signs.packages ?? []) {
      const found = packageNamed(repository.catalogue, sign.ecosystem, sign.name)
      if (!found) continue
      const draft = draftOf(found)
      const known = sign.optional || sign.transitive ? 'available' : 'declared'
      draft.add({
        file,
        line: sign.line,
        cell: sign.cell,
        excerpt: sign.excerpt,
        method: sign.method,
        rule: `${found.owner.supplier}/package`,
        strength: sign.method === 'manifest' ? 'strong' : 'medium',
        grade: known,
        ...(sign.dev && file.context === 'production' ? { context: 'development' as const } : {}),
      })
      if (sign.range && !draft.attributes.range) draft.attributes.range = sign.range.slice(0, 200)
      if (sign.version && !draft.attributes.version) draft.attributes.version = sign.version.slice(0, 200)
      if (sign.method === 'manifest' && !sign.optional) draft.attributes.direct = true
      if (sign.dev) draft.attributes.dev ??= true
      else if (!sign.transitive) draft.attributes.dev = false
      if (sign.transitive && !draft.attributes.direct && sign.via)
        draft.attributes.via = sign.via.join(' > ').slice(0, 500)
      if (known === 'available') draft.attributes[sign.optional ? 'optional' : 'transitive'] ??= true
    }
}

/** Who is reached through each package, by its key; an address of nobody as `host <name>`. Production outranks the rest. */
function reachedThrough(reaches: readonly Reach[], packages: Packages): Map<string, Set<string>> {
  const production = new Map<string, Set<string>>()
  const elsewhere = new Map<string, Set<string>>()
  for (const { served, call, file } of reaches) {
    const target = served.supplier ?? (served.host ? `host ${served.host}` : null)
    const found =
      makesNothing(served) || file.context === 'documentation' ? null : packages.of(importOf(call, served))
    if (!found || target === null) continue
    const into = file.context === 'production' ? production : elsewhere
    into.set(keyOf(found), (into.get(keyOf(found)) ?? new Set()).add(target))
  }
  return new Map([...elsewhere, ...production])
}

/** What stands between the parts of a module's name, where it is no dot. */
const parting: Partial<Record<Language, string>> = { go: '/', php: '\\' }

const hasParts: ReadonlySet<string> = new Set(['javascript', 'php', 'python'])

/** Whose parts of a package are taken in, where they are another supplier's than the package: `@langchain/community/vectorstores/opensearch`. */
function partsImported(repository: Repository, packages: Packages): Map<string, Set<string>> {
  const parts = new Map<string, Set<string>>()
  for (const { signs, context } of repository.files)
    for (const sign of signs.imports ?? []) {
      const found = context === 'documentation' || !hasParts.has(sign.language) ? null : packages.of(sign)
      const supplier = repository.catalogue.importOwner(sign.language, sign.module)?.supplier
      if (!found || supplier === undefined || supplier === found.owner.supplier) continue
      parts.set(keyOf(found), (parts.get(keyOf(found)) ?? new Set()).add(supplier))
    }
  return parts
}

/** The one that is reached; its default where that is among several; else the first by name. */
function chosen(
  fallback: string,
  through: ReadonlySet<string>,
): { slug: string | null; name: string | undefined } {
  const slugs = [...through].sort()
  if (slugs.length === 0 || slugs.includes(fallback)) return { slug: fallback, name: undefined }
  const known = slugs.find((slug) => !slug.startsWith('host '))
  if (known) return { slug: known, name: undefined }
  return { slug: null, name: slugs[0]!.slice('host '.length) }
}

/** Finds the package that an import comes from. */
class Packages {
  private readonly catalogue: Catalogue
  private readonly declared: ReadonlyMap<string, Package>
  private readonly reached: ReadonlySet<string>
  /** The same few modules are imported in every file. */
  private readonly answers = new Map<string, Package | null>()

  constructor(catalogue: Catalogue, declared: ReadonlyMap<string, Package>, reached: ReadonlySet<string>) {
    this.catalogue = catalogue
    this.declared = declared
    this.reached = reached
  }

  of(sign: ImportSign): Package | null {
    const asked = `${sign.language} ${sign.module} ${sign.language === 'python' ? (sign.names ?? []).join() : ''}`
    const before = this.answers.get(asked)
    if (before !== undefined) return before
    const found = this.find(sign)
    this.answers.set(asked, found)
    return found
  }

  /** One that the module's name gives away, else one that a manifest names, else the module itself. */
  private find(sign: ImportSign): Package | null {
    const ecosystem = ecosystems[sign.language]
    const owner = this.ownerOf(sign)
    if (owner && sign.language === 'cpp') return { ecosystem: 'generic', name: owner.entry, owner }
    if (!ecosystem || !owner) return null
    if (sign.language === 'rust' && owner.entry.includes('::')) return this.kit(sign, owner)
    const exact =
      this.byModulePath(ecosystem, sign) ??
      this.byName(ecosystem, owner, sign) ??
      (sign.language === 'php' ? this.namespaced(owner, sign) : this.part(owner, sign))
    if (exact) return exact
    // A class of a package that has nothing to do with AI else is in that package: `redis.commands.search.field.VectorField`.
    const root = sign.module.split('.')[0]!.replaceAll('_', '-')
    if (
      sign.language === 'python' &&
      /\.[A-Z]\w*$/.test(owner.entry) &&
      !packageNamed(this.catalogue, ecosystem, root)
    )
      return { ecosystem, name: root, owner }
    const declared = [...this.declared.values()].filter(
      (one) => one.ecosystem === ecosystem && one.owner.supplier === owner.supplier,
    )
    const known = this.known(ecosystem, owner.supplier)
    const group =
      ecosystem === 'maven'
        ? [...declared, ...known].find(({ name }) => sign.module.startsWith(`${name.split(':')[0]}.`))
        : undefined
    // And of Java, where it is not in a kit's package beside others: `com.mongodb.client.model.search.VectorSearchOptions`.
    if (sign.language === 'java' && !group && /\.[A-Z]\w*$/.test(owner.entry))
      return { ecosystem, name: owner.entry.replace(/(?:\.[A-Z]\w*)+$/, ''), owner }
    const module = this.rootOf(sign, owner)
    const found =
      group ??
      closest(declared, module) ??
      (sign.language === 'python' ? mainOf(known, module) : undefined) ??
      closest(known, module) ??
      (declared.length === 1 ? declared[0] : undefined) ??
      // A part of another supplier's package has no package of its own name.
      (sign.language === 'python' && owner.entry.includes('.') ? known[0] : undefined)
    return found ?? { ecosystem, name: owner.entry.replace(/[.*]+$/, ''), owner }
  }

  /** A framework's module for one provider is part of the framework's package: `rig::providers::ollama` of `rig-core`. */
  private kit({ module }: ImportSign, owner: PackageOwner): Package {
    const root = (module.split('::')[0] ?? module).replaceAll('_', '-')
    const declared = [...this.declared.values()].find(
      ({ ecosystem, name }) => ecosystem === 'cargo' && (name === root || name.startsWith(`${root}-`)),
    )
    return { ecosystem: 'cargo', name: declared?.name ?? root, owner: declared?.owner ?? owner }
  }

  private ownerOf(sign: ImportSign): PackageOwner | null {
    const taken = sign.language === 'python' ? (sign.names ?? []) : []
    for (const name of taken) {
      const part = partOwner(this.catalogue, sign.module, name)
      // Nobody is reached through what runs in place, so that nothing but its library stands for it.
      if (part?.role === 'local') return part
    }
    const names = taken.map((name) => `${sign.module}.${name}`)
    const whole = this.catalogue.importOwner(sign.language, sign.module)
    for (const module of names) {
      const owner = this.catalogue.importOwner(sign.language, module)
      if (owner && owner.supplier !== whole?.supplier) return owner
    }
    return whole
  }

  /** In Go a module's path begins that of its packages; of two the longer one is meant: `…/v2`. */
  private byModulePath(ecosystem: Ecosystem, { module }: ImportSign): Package | null {
    if (ecosystem !== 'golang') return null
    const all = [...this.declared.values()].filter(
      (one) => one.ecosystem === ecosystem && (module === one.name || module.startsWith(`${one.name}/`)),
    )
    return all.sort((a, b) => b.name.length - a.name.length)[0] ?? null
  }

  /** A part of a module that the same supplier brings whole is in the whole one's package: `agents.voice` of `agents`. */
  private rootOf({ language, module }: ImportSign, { supplier }: PackageOwner): string {
    const root = language === 'python' ? module.split('.')[0]! : module
    const owner = this.catalogue.importOwner(language, root)
    return owner?.supplier === supplier && owner.entry === root ? root : module
  }

  private byName(ecosystem: Ecosystem, owner: PackageOwner, sign: ImportSign): Package | null {
    const { entry } = owner
    const guesses =
      sign.language === 'javascript'
        ? [npmPackageOf(sign.module) ?? sign.module]
        : [
            entry,
            entry.replaceAll(/[._]/g, '-'),
            sign.module.split('.')[0]!,
            sign.module.replaceAll(/[._]/g, '-'),
          ]
    for (const guess of guesses) {
      const found = guess.includes('*') ? null : packageNamed(this.catalogue, ecosystem, guess)
      if (found?.owner.supplier === owner.supplier) return found
    }
    return null
  }

  /**
   * A part of a package by which another supplier is reached is in that package: a module of npm begins with its name, one of
   * Python, Go or Elixir with a module that the package's own supplier brings (`agno.models.aws`, `langchaingo/llms/ernie`).
   */
  private part(owner: PackageOwner, sign: ImportSign): Package | null {
    const { module, language } = sign
    if (language === 'python') {
      // Of whom nothing else tells, a package of their own must, so that they are not lost.
      if (!this.reached.has(owner.supplier)) return null
      const root = packageNamed(this.catalogue, 'pypi', module.split('.')[0]!)
      if (root && root.owner.supplier !== owner.supplier && root.owner.role !== 'local') return root
      // One distribution of several that share a namespace: `haystack_integrations.….amazon_bedrock`.
      const own = named(this.known('pypi', owner.supplier), module)
      const above = own ? null : this.above(owner, sign)
      return (
        own ??
        (above && above.owner.role !== 'local' ? this.of({ ...sign, module: above.module, names: [] }) : null)
      )
    }
    if (language === 'go' || language === 'elixir') {
      const above = this.above(owner, sign)
      return above && this.of({ ...sign, module: above.module })
    }
    const name = language === 'javascript' ? npmPackageOf(module) : null
    if (name === null) return null
    return packageNamed(this.catalogue, 'npm', name) ?? { ecosystem: 'npm', name, owner }
  }

  /**
   * A namespace of PHP below another supplier's is in that one's package (`LLPhant\\Chat\\AnthropicChat`), unless there is one
   * of its own that begins with the same word (`symfony/ai-qdrant-store`).
   */
  private namespaced(owner: PackageOwner, sign: ImportSign): Package | null {
    const above = this.above(owner, sign)
    if (!above) return null
    const root = sign.module.split('\\')[0]!.toLowerCase()
    const own = this.known('composer', owner.supplier).filter(({ name }) => name.startsWith(`${root}/`))
    return closest(own, sign.module) ?? this.of({ ...sign, module: above.module, names: [] })
  }

  /** The nearest module above a part that another supplier brings. */
  private above(
    { supplier }: PackageOwner,
    { module, language }: ImportSign,
  ): { module: string; owner: PackageOwner } | null {
    const separator = parting[language] ?? '.'
    for (let end = module.length; end > 0; end = module.lastIndexOf(separator, end - 1)) {
      const name = module.slice(0, end)
      const owner = this.catalogue.importOwner(language, name)
      if (owner && owner.supplier !== supplier) return { module: name, owner }
    }
    return null
  }

  private known(ecosystem: Ecosystem, supplier: string): Package[] {
    return (this.catalogue.suppliers.get(supplier)?.packages?.[ecosystem] ?? []).flatMap((entry) => {
      const name = typeof entry === 'string' ? entry : entry.name
      return name.includes('*') ? [] : (packageNamed(this.catalogue, ecosystem, name) ?? [])
    })
  }
}

const purl = (ecosystem: Package['ecosystem'], name: string): string =>
  `pkg:${ecosystem}/${name.replace(/^@/, '%40').replace(':', '/')}`
