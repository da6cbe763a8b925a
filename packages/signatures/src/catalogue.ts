import type { Catalogue, NamedOwner, PackageOwner, Supplier } from './catalogue-form.ts'
import { compileKeyShape } from './key-shape.ts'
import { collectLiterals, type Literals, unpackLiterals } from './literals.ts'
import type { Clash } from './lookup/claims.ts'
import { forkTable, originalOf } from './lookup/forks.ts'
import { findGlobal } from './lookup/globals.ts'
import { findImport, importTable } from './lookup/imports.ts'
import { hostedModel, type Known } from './lookup/model-constants.ts'
import { findPackage, type PackageTable, packageTable } from './lookup/packages.ts'
import { rememberedByKind } from './lookup/remembered.ts'
import {
  clientLookup,
  environmentLookup,
  fileLookup,
  hostLookup,
  imageLookup,
  modelConstants,
  modelFormLookup,
  modelPrefixLookup,
  modelTable,
  namedTable,
  resourceLookup,
} from './lookup/signs.ts'
import { assistantStarts, HOSTS, ownersOf, pathLookup } from './lookup/whole.ts'
import type { Ecosystem, Language, NamedEntry, Signature } from './signature.ts'

/** Rises when the form of signatures or the meaning of a look-up changes: caches keyed by `hash` then miss. */
export const FORM_VERSION = 3

/** What the build writes: checked signatures, by slug. */
export interface CompiledCatalogue {
  form: number
  hash: string
  suppliers: Record<string, Signature>
  /** All literals, packed: collecting them takes longer than scanning a small repository. Absent: they are collected. */
  literals?: string
  /** Of the sources it was built from; a checkout uses it only while they are the same. */
  stamp?: string
}

/** What a bundle carries: without what only tests and the page of suppliers ask for, a third of all signatures. */
export function withoutProof(compiled: CompiledCatalogue): Record<string, unknown> {
  const suppliers = Object.entries(compiled.suppliers).map(
    ([slug, { found, ignored, sources, ...known }]) => [slug, known],
  )
  return { ...compiled, suppliers: Object.fromEntries(suppliers) }
}

/**
 * The look-ups over a compiled catalogue. Each table is built when it is first asked, so that loading costs
 * little more than the JSON. With `clashes` all are built at once, and signs claimed twice are added to it.
 */
export function catalogueFrom(json: unknown, clashes?: Clash[]): Catalogue {
  const compiled = asCompiled(json)
  const slugs = Object.keys(compiled.suppliers).sort()
  const suppliers = new Map(slugs.map((slug) => [slug, { ...compiled.suppliers[slug]!, slug }]))
  const all = [...suppliers.values()]
  const found = clashes ?? []
  const later = <T>(build: () => T): (() => T) => {
    let built = clashes ? build() : undefined
    return () => {
      built ??= build()
      return built
    }
  }
  const named = (
    what: string,
    pick: (s: Signature) => readonly NamedEntry[] | undefined,
    normalise = (name: string) => name.toLowerCase(),
  ) => {
    const table = later(() => namedTable(all, what, pick, normalise, found))
    return (name: string): NamedOwner | null => table().get(normalise(name)) ?? null
  }

  const packages = laterEach(
    all,
    clashes,
    (s) => s.packages,
    (kind) => packageTable(all, kind, found),
  )
  const imports = laterEach(
    all,
    clashes,
    (s) => s.imports,
    (kind) => importTable(all, kind, found),
  )
  const clients = later(() => clientLookup(all, found))
  const hosts = later(() => hostLookup(all, found))
  const environment = later(() => environmentLookup(all, found))
  const images = later(() => imageLookup(all, found))
  const resources = later(() => resourceLookup(all, found))
  const files = later(() => fileLookup(all, found))
  const models = later(() => modelTable(all, found))
  const constants = later(() => modelConstants(all))
  const constantPrefixes = later(() => ownersOf(all, (s) => s.constantPrefixes))
  const modelPrefixes = later(() => modelPrefixLookup(all, found))
  const modelForms = later(() => modelFormLookup(all))
  const pathOf = later(() => pathLookup(all))
  const insteadOf = later(() =>
    all.flatMap(({ slug, insteadOf }) => (insteadOf ?? []).map((one) => ({ ...one, by: slug }))),
  )
  const extensions = later(() => ownersOf(all, (s) => s.extensions))
  const queries = later(() => ownersOf(all, (s) => s.queries))
  const methods = later(() =>
    Map.groupBy(
      all.flatMap((s) => (s.methods ?? []).map((one) => ({ ...one, supplier: s.slug }))),
      ({ language }) => language,
    ),
  )
  const fieldTypes = later(() => ownersOf(all, (s) => s.fieldTypes))
  const literals = later(
    (): Literals =>
      compiled.literals === undefined ? collectLiterals(all) : unpackLiterals(compiled.literals),
  )
  const modelCommands = later(() => ownersOf(all, (s) => s.modelCommands))
  const serverCommands = later(() =>
    // Who downloads a model from a hub starts no server of it.
    ownersOf(all, (s) => [
      ...(s.modelCommands ?? []).filter((command) => !command.endsWith(' download')),
      ...(s.serverCommands ?? []),
    ]),
  )
  const assistants = later(() => assistantStarts(all))
  const repositories = later(() => ownersOf(all, (s) => s.repositories?.map((name) => name.toLowerCase())))
  const programs = later(() => ownersOf(all, (s) => s.programs))
  const tools = later(() => ownersOf(all, (s) => s.tools))
  const globals = later(() => ownersOf(all, (s) => s.globals))
  const messages = later(() => ownersOf(all, (s) => s.messages))
  const modelFiles = later(() => ownersOf(all, (s) => s.modelFiles?.map((name) => name.toLowerCase())))
  const keyShapes = later(() => all.flatMap((s) => (s.keys ?? []).map((key) => compileKeyShape(s.slug, key))))
  const forks = later(() => forkTable(all))
  const ofOriginal = (isGo: boolean, name: string, find: (module: string) => PackageOwner | null) => {
    const original = isGo ? originalOf(name, forks()) : null
    return original === null ? null : find(original)
  }
  const forConstants: Known = {
    modelOf: (constant) => constants().get(constant),
    isModel: (id) => models().get(id) !== null,
    hostOf(prefix) {
      const said = constantPrefixes().get(prefix)
      if (said !== undefined) return said
      const owner = modelPrefixes()(`${prefix}/x`)?.supplier
      const roles = owner === undefined ? [] : (suppliers.get(owner)?.roles ?? [])
      return owner !== undefined && roles.some((role) => HOSTS.has(role)) ? owner : null
    },
    isPublisher: (word) => models().hasOrganisation(word) || modelPrefixes()(`${word}/x`) !== null,
  }
  const action = named('action', (s) => s.actions)
  const awsAction = named('IAM prefix', (s) => s.awsActions)

  return {
    hash: compiled.hash,
    suppliers,
    packageOwner: rememberedByKind(
      (ecosystem: Ecosystem, name) =>
        findPackage(packages, ecosystem, name) ??
        ofOriginal(ecosystem === 'golang', name, (module) => findPackage(packages, ecosystem, module)),
    ),
    importOwner: rememberedByKind(
      (language: Language, name) =>
        findImport(imports, packages, language, name) ??
        ofOriginal(language === 'go', name, (module) => findImport(imports, packages, language, module)),
    ),
    clientOwner: rememberedByKind((language: Language, identifier) => clients()(language, identifier)),
    hostOwner: (hostname, path, port) => hosts()(hostname, path, port),
    pathOwner: (text) => pathOf()(text),
    insteadOf: (supplier, switches) =>
      insteadOf().find((one) => one.supplier === supplier && switches.includes(one.switch))?.by ?? null,
    environmentOwner: (name) => environment()(name),
    imageOwner: (reference) => images()(reference),
    get modelCommands() {
      return modelCommands()
    },
    get serverCommands() {
      return serverCommands()
    },
    assistantCommands: (program) => assistants().get(program) ?? [],
    repositoryOwner: (name) => repositories().get(name.toLowerCase()) ?? null,
    programOwner: (name) => programs().get(name) ?? null,
    toolOwner: (name) => tools().get(name) ?? null,
    globalOwner: (name) => findGlobal(globals(), name),
    messageOwner: (name) => messages().get(name) ?? null,
    modelFileOwner: (name) => modelFiles().get(name.toLowerCase()) ?? null,
    resourceOwner: (type, kind) => resources()(type, kind),
    actionOwner(name) {
      const bare = name.replace(/@.*$/, '')
      return action(bare) ?? action(bare.split('/').slice(0, 2).join('/'))
    },
    awsServiceOwner: named('AWS service', (s) => s.awsServices),
    awsActionOwner: (name) => awsAction(name.replace(/:.*$/, '')),
    gcpServiceOwner: named('Google Cloud API', (s) => s.gcpServices),
    gitHubAppOwner: named('GitHub App', (s) => s.githubApps),
    fileOwner: (path) => files()(path),
    modelOwner: (id) => models().get(id),
    modelOfConstant: (name) => constants().get(name),
    hostedModelOfConstant: (name) =>
      name.length > LONGEST_CONSTANT ? null : hostedModel(name, forConstants),
    isHubOrganisation: (name) => models().hasOrganisation(name),
    modelPrefixOwner: (id) => modelPrefixes()(id),
    modelFormOwner: (id) => modelForms()(id),
    extensionOwner: (name) => extensions().get(name.toLowerCase()) ?? null,
    fieldTypeOwner: (type) => fieldTypes().get(type) ?? null,
    methodsOf: (language) => methods().get(language) ?? [],
    get queries() {
      return queries()
    },
    get keyShapes() {
      return keyShapes()
    },
    get literals() {
      return literals().literals
    },
    literalIndex: (literal) => literals().indexOf(literal),
    literalMeaning: (index) => literals().meaning(index),
  }
}

/** A table for each language or ecosystem, so that one which a scan never meets is never built. */
function laterEach<K extends string>(
  all: readonly Supplier[],
  clashes: Clash[] | undefined,
  pick: (s: Signature) => Partial<Record<K, unknown>> | undefined,
  build: (kind: K) => PackageTable,
): (kind: K) => PackageTable {
  const tables = new Map<K, PackageTable>()
  const tableOf = (kind: K): PackageTable => {
    const known = tables.get(kind)
    if (known) return known
    const built = build(kind)
    tables.set(kind, built)
    return built
  }
  // Object.keys forgets the keys' type; the form allows these kinds only.
  if (clashes) for (const s of all) for (const kind of Object.keys(pick(s) ?? {})) tableOf(kind as K)
  return tableOf
}

/** Names of constants that are longer are none of a model. */
const LONGEST_CONSTANT = 80

function asCompiled(json: unknown): CompiledCatalogue {
  if (typeof json !== 'object' || json === null || !('form' in json) || !('suppliers' in json))
    throw new TypeError('not a compiled catalogue: it has no form and no suppliers')
  if (json.form !== FORM_VERSION)
    throw new TypeError(
      `the compiled catalogue has form ${String(json.form)}; this build reads ${FORM_VERSION}`,
    )
  // Written by our own build from checked signatures; checking 300 of them again would cost every start.
  return json as CompiledCatalogue
}
