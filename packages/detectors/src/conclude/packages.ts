import {
  type Ecosystem,
  type Language,
  normalisePackage,
  npmPackageOf,
  type PackageOwner,
} from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { ImportSign } from '../signs.ts'
import { closest, mainOf, named, ofVendor, type Package } from './package-words.ts'
import { partOwner } from './part-owner.ts'

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

/** What stands between the parts of a module's name, where it is no dot. */
const parting: Partial<Record<Language, string>> = { go: '/', php: '\\' }

/** A package that somebody in the catalogue answers for, by its name as a manifest writes it. */
export function packageNamed(catalogue: Catalogue, ecosystem: Ecosystem, written: string): Package | null {
  const name = normalisePackage(ecosystem, written)
  const owner = catalogue.packageOwner(ecosystem, name)
  return owner ? { ecosystem, name, owner } : null
}

/** Finds the package that an import comes from. */
export class Packages {
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
    // One package brings a cloud's every service, of which most have nothing to do with AI.
    if (sign.language === 'php' && sign.module.startsWith('Aws\\'))
      return { ecosystem, name: 'aws/aws-sdk-php', owner }
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
    const group = ecosystem === 'maven' ? this.byGroup([...declared, ...known], sign, owner) : undefined
    // And of Java, where it is not in a kit's package beside others: `com.mongodb.client.model.search.VectorSearchOptions`.
    if (sign.language === 'java' && !group && /\.[A-Z]\w*$/.test(owner.entry))
      return { ecosystem, name: owner.entry.replace(/(?:\.[A-Z]\w*)+$/, ''), owner }
    const module = this.rootOf(sign, owner)
    const found =
      group ??
      closest(declared, module) ??
      (sign.language === 'php' ? ofVendor(known, module) : undefined) ??
      (sign.language === 'python' ? mainOf(known, module) : undefined) ??
      closest(known, module) ??
      (declared.length === 1 ? declared[0] : undefined) ??
      // A part of another supplier's package has no package of its own name.
      (sign.language === 'php' || (sign.language === 'python' && owner.entry.includes('.'))
        ? known[0]
        : undefined)
    return found ?? { ecosystem, name: owner.entry.replace(/[.*]+$/, ''), owner }
  }

  /** Of Java, whose group begins the module's name, the longest one; of a group with many packages that no manifest tells, the group itself. */
  private byGroup(all: readonly Package[], { module }: ImportSign, owner: PackageOwner): Package | undefined {
    const listed = this.catalogue.suppliers.get(owner.supplier)?.packages?.maven ?? []
    const families = listed
      .map((entry) => (typeof entry === 'string' ? entry : entry.name))
      .filter((name) => name.includes('*'))
      .map((name): Package => ({ ecosystem: 'maven', name: name.replace(/[:_.-]*\*$/, ''), owner }))
    const groupOf = ({ name }: Package): string => name.split(':')[0]!
    const [found] = [...all, ...families]
      .filter((one) => `${module}.`.startsWith(`${groupOf(one)}.`))
      .sort((a, b) => groupOf(b).length - groupOf(a).length)
    // One that a manifest names rather than its whole family: `io.acme.client.Chat` of `io.acme.sdk:chat`.
    const isFamily = found !== undefined && families.includes(found)
    return isFamily &&
      all.some(({ name }) => name.startsWith(`${found.name}.`) || name.startsWith(`${found.name}:`))
      ? undefined
      : found
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
