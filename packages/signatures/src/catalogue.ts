import { type CompiledKeyShape, compileKeyShape } from './key-shape.ts'
import { collectLiterals, type LiteralMeaning } from './literals.ts'
import { ClaimTable, type Clash, entryName, productOf } from './lookup/claims.ts'
import type { HostOwner } from './lookup/hosts.ts'
import { importTables, SEPARATOR } from './lookup/imports.ts'
import type { ModelOwner } from './lookup/models.ts'
import { npmPackageOf } from './lookup/names.ts'
import { findPackage, packageTables } from './lookup/packages.ts'
import {
  clientLookup,
  environmentLookup,
  fileLookup,
  hostLookup,
  imageLookup,
  modelPrefixLookup,
  modelTable,
  resourceLookup,
} from './lookup/signs.ts'
import type { Ecosystem, Language, NamedEntry, PackageRole, Signature } from './signature.ts'

/** Rises when the form of signatures or the meaning of a look-up changes: caches keyed by `hash` then miss. */
export const FORM_VERSION = 1

/** What the build writes and a bundle carries: checked signatures, by slug. */
export interface CompiledCatalogue {
  form: number
  hash: string
  suppliers: Record<string, Signature>
}

export type Supplier = Signature & { readonly slug: string }

export interface PackageOwner {
  readonly supplier: string
  readonly role: PackageRole
  readonly product?: string
  /** The name as the signature declares it, e.g. `@ai-sdk/*`. */
  readonly entry: string
  /** Others use the name too: it counts only beside another sign (the package in a manifest, a key, a host). */
  readonly shared: boolean
}

export interface NamedOwner {
  readonly supplier: string
  readonly product?: string
  readonly entry: string
}

export interface EnvironmentOwner extends NamedOwner {
  /** Others use the name too: it counts only beside another sign. */
  readonly shared: boolean
}

/** Who owns a sign. Every look-up answers null where no signature claims it. */
export interface Catalogue {
  /** SHA-256 over the content of all signatures and the form's version; equal for equal knowledge. */
  readonly hash: string
  readonly suppliers: ReadonlyMap<string, Supplier>
  packageOwner(ecosystem: Ecosystem, name: string): PackageOwner | null
  /** A module as the language writes it: `google.genai.types`, `openai/helpers/zod`, `github.com/x/y/z`. */
  importOwner(language: Language, moduleName: string): PackageOwner | null
  clientOwner(language: Language, identifier: string): NamedOwner | null
  /** Longest match wins. `path` begins with `/`. A template (`{name}.openai.azure.com`) is understood. */
  hostOwner(hostname: string, path?: string, port?: number): HostOwner | null
  environmentOwner(name: string): EnvironmentOwner | null
  /** With or without registry, mirror, tag and digest. */
  imageOwner(reference: string): NamedOwner | null
  /** `kind` is the resource's own kind where it has one (Cognitive Services accounts). */
  resourceOwner(type: string, kind?: string): NamedOwner | null
  /** With or without `@ref`. */
  actionOwner(name: string): NamedOwner | null
  awsServiceOwner(service: string): NamedOwner | null
  /** An IAM action (`bedrock:InvokeModel`) or its service prefix. */
  awsActionOwner(action: string): NamedOwner | null
  gcpServiceOwner(service: string): NamedOwner | null
  /** A path of a repository, `/` between its parts. */
  fileOwner(path: string): NamedOwner | null
  modelOwner(id: string): ModelOwner | null
  /** `bedrock/anthropic.claude-v2` → aws-bedrock and the rest. */
  modelPrefixOwner(id: string): { supplier: string; rest: string } | null
  readonly keyShapes: readonly CompiledKeyShape[]
  /** What is worth a closer look where it occurs in text, for a prefilter; compare without regard to case. */
  readonly literals: readonly string[]
  /** What `literals[i]` stands for. */
  readonly literalMeaning: readonly (readonly LiteralMeaning[])[]
}

/** Builds the look-up tables. `clashes` collects double claims; without it the first claim wins silently. */
export function catalogueFrom(json: unknown, clashes: Clash[] = []): Catalogue {
  const compiled = asCompiled(json)
  const slugs = Object.keys(compiled.suppliers).sort()
  const suppliers = new Map(slugs.map((slug) => [slug, { ...compiled.suppliers[slug]!, slug }]))
  const all = [...suppliers.values()]
  const named = (what: string, pick: (s: Signature) => readonly NamedEntry[] | undefined, lower = false) => {
    const table = new ClaimTable<NamedOwner>(what, clashes)
    for (const s of all)
      for (const entry of pick(s) ?? []) {
        const name = entryName(entry)
        table.claim(lower ? name.toLowerCase() : name, { supplier: s.slug, entry: name, ...productOf(entry) })
      }
    return (name: string): NamedOwner | null => table.table.get(lower ? name.toLowerCase() : name) ?? null
  }

  const packages = packageTables(all, clashes)
  const imports = importTables(all, clashes)
  const packageOwner: Catalogue['packageOwner'] = (ecosystem, name) => findPackage(packages, ecosystem, name)
  const models = modelTable(all, clashes)
  const action = named('action', (s) => s.actions, true)
  const awsAction = named('IAM prefix', (s) => s.awsActions, true)
  const { literals, literalMeaning } = collectLiterals(all)

  return {
    hash: compiled.hash,
    suppliers,
    packageOwner,
    importOwner(language, moduleName) {
      const found = imports.get(language)?.table.getParent(moduleName, SEPARATOR[language])
      if (found || language !== 'javascript') return found ?? null
      if (moduleName.startsWith('jsr:'))
        return packageOwner('jsr', npmPackageOf(moduleName.replace(/^jsr:\/?/, '')) ?? '')
      const npm = npmPackageOf(moduleName)
      return npm ? packageOwner('npm', npm) : null
    },
    clientOwner: clientLookup(all, clashes),
    hostOwner: hostLookup(all, clashes),
    environmentOwner: environmentLookup(all, clashes),
    imageOwner: imageLookup(all, clashes),
    resourceOwner: resourceLookup(all, clashes),
    actionOwner(name) {
      const bare = name.replace(/@.*$/, '')
      const parent = bare.split('/').slice(0, 2).join('/')
      return action(bare) ?? action(parent)
    },
    awsServiceOwner: named('AWS service', (s) => s.awsServices, true),
    awsActionOwner: (name) => awsAction(name.replace(/:.*$/, '')),
    gcpServiceOwner: named('Google Cloud API', (s) => s.gcpServices, true),
    fileOwner: fileLookup(all, clashes),
    modelOwner: (id) => models.get(id),
    modelPrefixOwner: modelPrefixLookup(all, clashes),
    keyShapes: all.flatMap((s) => (s.keys ?? []).map((shape) => compileKeyShape(s.slug, shape))),
    literals,
    literalMeaning,
  }
}

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
