import type { CallSign, ImportSign } from '../signs.ts'
import type { Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'
import type { Package } from './package-words.ts'
import { Packages, packageNamed } from './packages.ts'
import { makesNothing, type Reach, type Redirects } from './reach.ts'
import type { Repository } from './repository.ts'
import type { Served } from './served.ts'

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

const purl = (ecosystem: Package['ecosystem'], name: string): string =>
  `pkg:${ecosystem}/${name.replace(/^@/, '%40').replace(':', '/')}`
