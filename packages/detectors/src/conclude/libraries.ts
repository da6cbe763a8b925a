import { type Ecosystem, normalisePackage, npmPackageOf } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { ImportSign } from '../signs.ts'
import type { Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'
import { isPassive, type Reach } from './reach.ts'
import type { Repository } from './repository.ts'

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

/** One `library` per package of the catalogue that the repository names or imports. */
export function libraryDrafts(
  repository: Repository,
  reaches: readonly Reach[],
  reached: ReadonlySet<string>,
  drafts: Drafts,
): void {
  const { catalogue } = repository
  const suppliers = reachedThrough(reaches)
  const draftOf = (ecosystem: Ecosystem, name: string): Draft | null => {
    const owner = catalogue.packageOwner(ecosystem, name)
    if (!owner) return null
    const through = suppliers.get(owner.entry) ?? new Set<string | null>()
    const supplier = chosen(owner.supplier, through)
    const draft = drafts.get({
      key: `library:${ecosystem}:${name}`,
      kind: 'library',
      supplier: supplier.slug,
      name,
    })
    if (supplier.name) draft.optional.supplierName = supplier.name
    draft.attributes.ecosystem = ecosystem
    draft.attributes.publisher = owner.supplier
    draft.attributes.role = owner.role
    if (owner.product) draft.optional.product = owner.product
    if (owner.role === 'framework') draft.optional.framework = name
    if (through.size > 1) draft.attributes.suppliers = [...through].filter((slug) => slug !== null).sort()
    draft.identify('purl', purl(ecosystem, name))
    return draft
  }
  manifestProofs(repository, catalogue, draftOf)
  const named = new Map([...drafts.all.keys()].map((key) => [key, key.split(':').slice(2).join(':')]))
  for (const file of repository.files)
    for (const sign of file.signs.imports ?? []) {
      const found = packageOf(catalogue, sign, named)
      if (!found || file.context === 'documentation') continue
      const draft = draftOf(found.ecosystem, found.name)
      // With a client, a host, a key's name or a model beside it, an import is more than a declaration.
      const configured = draft?.head.supplier != null && reached.has(draft.head.supplier)
      draft?.add({
        file,
        line: sign.line,
        cell: sign.cell,
        excerpt: sign.excerpt,
        method: 'import',
        rule: `${catalogue.importOwner(sign.language, sign.module)?.supplier ?? 'code'}/import`,
        strength: 'strong',
        grade: configured ? 'configured' : 'declared',
      })
    }
  callProofs(reaches, catalogue, named, draftOf)
}

function manifestProofs(
  repository: Repository,
  catalogue: Catalogue,
  draftOf: (ecosystem: Ecosystem, name: string) => Draft | null,
): void {
  for (const file of repository.files)
    for (const sign of file.signs.packages ?? []) {
      const name = normalisePackage(sign.ecosystem, sign.name)
      const draft = draftOf(sign.ecosystem, name)
      const owner = catalogue.packageOwner(sign.ecosystem, name)
      if (!draft || !owner) continue
      const known = sign.optional || sign.transitive ? 'available' : 'declared'
      draft.add({
        file,
        line: sign.line,
        cell: sign.cell,
        excerpt: sign.excerpt,
        method: sign.method,
        rule: `${owner.supplier}/package`,
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

/** A client that is made or called turns a declared package into a configured one. */
function callProofs(
  reaches: readonly Reach[],
  catalogue: Catalogue,
  named: ReadonlyMap<string, string>,
  draftOf: (ecosystem: Ecosystem, name: string) => Draft | null,
): void {
  for (const { file, call, served } of reaches) {
    if (isPassive(served.name) || file.context === 'documentation') continue
    const found = packageOf(
      catalogue,
      {
        language: call.language,
        module: served.module,
        names: [served.name.split('.')[0]!],
        line: call.line,
      },
      named,
    )
    if (!found) continue
    draftOf(found.ecosystem, found.name)?.add({
      file,
      line: call.line,
      cell: call.cell,
      excerpt: call.excerpt,
      method: 'call',
      rule: `${served.owner.supplier}/call`,
      strength: 'strong',
      grade: 'configured',
    })
  }
}

/** Who is reached through each package, by its entry in the catalogue. */
function reachedThrough(reaches: readonly Reach[]): Map<string, Set<string | null>> {
  const through = new Map<string, Set<string | null>>()
  const real = reaches.filter(
    ({ served, file }) => !isPassive(served.name) && file.context !== 'documentation',
  )
  const production = new Set(
    real.filter(({ file }) => file.context === 'production').map(({ served }) => served.owner.entry),
  )
  for (const { served, file } of real) {
    if (production.has(served.owner.entry) && file.context !== 'production') continue
    const known = through.get(served.owner.entry) ?? new Set()
    known.add(served.supplier ?? (served.host ? `host ${served.host}` : null))
    through.set(served.owner.entry, known)
  }
  return through
}

/** The one that is reached; its default where that is among several; else the first by name. */
function chosen(
  fallback: string,
  through: ReadonlySet<string | null>,
): { slug: string | null; name?: string } {
  const slugs = [...through].filter((slug): slug is string => slug !== null).sort()
  if (slugs.length === 0 || slugs.includes(fallback)) return { slug: fallback }
  const known = slugs.find((slug) => !slug.startsWith('host '))
  if (known) return { slug: known }
  return { slug: null, name: slugs[0]!.slice('host '.length) }
}

/** The package that an import comes from: one that a manifest names, else the name that the import gives away. */
function packageOf(
  catalogue: Catalogue,
  sign: ImportSign,
  named: ReadonlyMap<string, string>,
): { ecosystem: Ecosystem; name: string } | null {
  const ecosystem = ecosystems[sign.language]
  if (!ecosystem) return null
  const modules =
    sign.language === 'python'
      ? [...(sign.names ?? []).map((name) => `${sign.module}.${name}`), sign.module]
      : [sign.module]
  const owner = modules
    .map((module) => catalogue.importOwner(sign.language, module))
    .find((found) => found !== null)
  if (!owner) return null
  const guesses =
    sign.language === 'javascript'
      ? [npmPackageOf(sign.module) ?? sign.module]
      : [
          owner.entry,
          owner.entry.replaceAll(/[._]/g, '-'),
          sign.module.split('.')[0]!,
          sign.module.replaceAll(/[._]/g, '-'),
        ]
  for (const guess of guesses.filter((one) => !one.includes('*'))) {
    const name = normalisePackage(ecosystem, guess)
    if (catalogue.packageOwner(ecosystem, name)?.supplier === owner.supplier) return { ecosystem, name }
  }
  if (ecosystem === 'maven') {
    const inGroup = mavenPackage(catalogue, owner.supplier, sign.module, named)
    if (inGroup) return { ecosystem, name: inGroup }
  }
  const own = [...named]
    .filter(
      ([key, name]) =>
        key.startsWith(`library:${ecosystem}:`) &&
        catalogue.packageOwner(ecosystem, name)?.supplier === owner.supplier,
    )
    .map(([, name]) => name)
  const all = (catalogue.suppliers.get(owner.supplier)?.packages?.[ecosystem] ?? [])
    .map((entry) => normalisePackage(ecosystem, typeof entry === 'string' ? entry : entry.name))
    .filter((name) => !name.includes('*'))
  const name =
    closest(own, sign.module) ??
    closest(all, sign.module) ??
    (own.length === 1 ? own[0] : undefined) ??
    (all.length === 1 ? all[0] : undefined)
  return name ? { ecosystem, name } : null
}

/** The package whose name shares most words with the module's, if any does; of equals the shorter name. */
function closest(packages: readonly string[], module: string): string | undefined {
  const words = new Set(module.toLowerCase().split(/[^a-z0-9]+/))
  const scored = packages.map((name) => ({
    name,
    score: name.split(/[^a-z0-9]+/).filter((word) => words.has(word)).length,
  }))
  const best = scored.sort(
    (a, b) => b.score - a.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
  )[0]
  return best && best.score > 0 ? best.name : undefined
}

/** The artifact whose group the module lies in; one that a manifest names before any other. */
function mavenPackage(
  catalogue: Catalogue,
  supplier: string,
  module: string,
  named: ReadonlyMap<string, string>,
): string | null {
  const declared = [...named]
    .filter(
      ([key, name]) =>
        key.startsWith('library:maven:') && catalogue.packageOwner('maven', name)?.supplier === supplier,
    )
    .map(([, name]) => name)
  const known = (catalogue.suppliers.get(supplier)?.packages?.maven ?? [])
    .map((entry) => (typeof entry === 'string' ? entry : entry.name))
    .filter((name) => !name.includes('*'))
  const inside = (name: string): boolean => module.startsWith(`${name.split(':')[0]}.`)
  return declared.find(inside) ?? known.find(inside) ?? null
}

const purl = (ecosystem: Ecosystem, name: string): string =>
  `pkg:${ecosystem}/${name.replace(/^@/, '%40').replace(':', '/')}`
