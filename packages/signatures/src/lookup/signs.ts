import type { Catalogue, EnvironmentOwner, NamedOwner, Supplier } from '../catalogue-form.ts'
import { compileWhole, MODEL_WINDOW } from '../match.ts'
import type { NamedEntry, Signature } from '../signature.ts'
import { ANYWHERE, ClaimTable, type Clash, entryName, productOf } from './claims.ts'
import { HostTable } from './hosts.ts'
import { ModelConstants } from './model-constants.ts'
import { ModelTable } from './models.ts'
import type { PrefixTable } from './prefix-table.ts'

/** A table of plain names. */
export function namedTable(
  all: readonly Supplier[],
  what: string,
  pick: (s: Signature) => readonly NamedEntry[] | undefined,
  normalise: (name: string) => string,
  clashes: Clash[],
): PrefixTable<NamedOwner> {
  const table = new ClaimTable<NamedOwner>(what, clashes)
  for (const s of all)
    for (const entry of pick(s) ?? []) {
      const name = entryName(entry)
      table.claim(normalise(name), { supplier: s.slug, entry: name, ...productOf(entry) })
    }
  return table.table
}

export function clientLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['clientOwner'] {
  const tables = new Map<string, ClaimTable<NamedOwner>>()
  for (const s of all)
    for (const [language, entries] of Object.entries(s.clients ?? {})) {
      const table = tables.get(language) ?? new ClaimTable<NamedOwner>(`${language} client`, clashes)
      tables.set(language, table)
      for (const entry of entries)
        table.claim(entryName(entry), { supplier: s.slug, entry: entryName(entry), ...productOf(entry) })
    }
  return (language, identifier) => tables.get(language)?.table.get(identifier) ?? null
}

export function hostLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['hostOwner'] {
  const table = new HostTable()
  const claims = new ClaimTable<{ supplier: string }>('host', clashes)
  for (const s of all)
    for (const entry of s.hosts ?? []) {
      const rule = typeof entry === 'string' ? { host: entry } : entry
      const port = rule.port === undefined ? '' : `:${rule.port}`
      claims.claim(`${rule.host}${port}${rule.path ?? ''} `, { supplier: s.slug })
      table.set(rule.host, rule.path, rule.port, {
        supplier: s.slug,
        shared: rule.shared ?? false,
        site: rule.site ?? false,
        ...(rule.product ? { product: rule.product } : {}),
        ...(rule.host.includes('*') ? { template: rule.host } : {}),
      })
    }
  return (hostname, path, port) => table.get(hostname, path, port)
}

export function environmentLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['environmentOwner'] {
  const table = new ClaimTable<EnvironmentOwner>('environment name', clashes)
  for (const s of all)
    for (const entry of s.environment ?? []) {
      const name = entryName(entry)
      const shared = typeof entry !== 'string' && (entry.shared ?? false)
      table.claim(name, { supplier: s.slug, entry: name, shared, ...productOf(entry) })
    }
  return (name) => {
    // Who opts out of a telemetry says that it uses some library, and none of what that library reaches.
    if (/_OPT_?OUT$/.test(name)) return null
    return (
      table.table.get(name) ??
      table.table.get(name.replace(MADE_PUBLIC, '')) ??
      ownPrefixed(table.table, name)
    )
  }
}

/** Behind a program's own prefix only names count that hold a key or an address: `ACME_OPENAI_API_KEY`. */
const TELLING = /_(?:API_?KEY|API_?TOKEN|ACCESS_TOKEN|API_?BASE|BASE_?URL|API_?URL|ENDPOINT)$/

/** Words that do not name a program: what follows them is somebody else's, or is not used. */
const NO_PROGRAM =
  /^(?:AZURE|AWS|GCP|GOOGLE|VERTEX|BEDROCK|CUSTOM|COMPATIBLE|COMPAT|GENERIC|LOCAL|LIKE|FAKE|MOCK|DUMMY|NO|NOT|NON|USE|HAS|IS|MISSING|INVALID|DISABLE|DISABLED|DEPRECATED|LEGACY|OLD|EX|FREE|OPEN|ALT|ALTERNATIVE|OTHER|PROXY)$/

/**
 * The owner of a name that a program puts its own prefix before, of one or two words or apart by two strokes. A prefix
 * that is itself a supplier's name keeps its own meaning: what a router calls its key for another is the router's.
 */
function ownPrefixed(table: PrefixTable<EnvironmentOwner>, name: string): EnvironmentOwner | null {
  if (!TELLING.test(name)) return null
  const parts = name.split(/_+/)
  for (const count of [1, 2]) {
    const before = parts.slice(0, count)
    const rest = parts.slice(count).join('_')
    if (before.some((part) => part === '' || NO_PROGRAM.test(part)) || rest.split('_').length < 2) return null
    if (table.get(`${before.join('_')}_API_KEY`)) return null
    const owner = table.get(rest)
    if (owner && !owner.shared) return owner
  }
  return null
}

/** What build tools want before the name of a variable that a program may read. */
const MADE_PUBLIC =
  /^(NEXT_PUBLIC|NUXT_PUBLIC|NUXT|VITE|REACT_APP|VUE_APP|EXPO_PUBLIC|GATSBY|PUBLIC|PLASMO_PUBLIC)_(?=[A-Z])/

export function imageLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['imageOwner'] {
  const table = new ClaimTable<NamedOwner>('image', clashes)
  const anywhere = new ClaimTable<NamedOwner>('image', clashes)
  for (const s of all)
    for (const entry of s.images ?? []) {
      const name = entryName(entry)
      const owner = { supplier: s.slug, entry: name, ...productOf(entry) }
      if (name.startsWith(ANYWHERE)) anywhere.claim(name.slice(ANYWHERE.length), owner)
      else table.claim(name, owner)
    }
  return (reference) => {
    const whole = reference.replace(/^docker:\/\/|^oci:\/\//, '').toLowerCase()
    const bare = whole.replace(/@sha256:.*$/, '').replace(/:[^/]*$/, '')
    const parts = bare.split('/')
    // A name of one part may have nothing before it but a registry or the official library.
    const before = parts.slice(0, -1)
    const isPlain = before.length === 0 || (before.length === 1 && /[.:]|^library$/.test(before[0]!))
    const last = isPlain ? parts.length : parts.length - 1
    for (let from = 0; from < last; from++) {
      const found = table.table.get(parts.slice(from).join('/'))
      if (found) return found
    }
    return isReference(parts, whole !== bare) ? (anywhere.table.get(parts.at(-1)!) ?? null) : null
  }
}

/** A registry or the first part of a namespace, or a variable that holds it. */
const FIRST_PART = /^(?:[a-z\d][a-z\d.-]*(?::\d+)?|[${][^/]{1,80})$/

/** Whether a text can be nothing but an image in a registry or namespace: a path of files has neither registry nor tag. */
const isReference = (parts: readonly string[], isTagged: boolean): boolean =>
  parts.length > 1 &&
  (isTagged || /.[.:]./.test(parts[0]!)) &&
  parts.every((part, index) => (index === 0 ? FIRST_PART : /^[a-z\d][\w.-]*$/).test(part))

export function resourceLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['resourceOwner'] {
  const table = new ClaimTable<NamedOwner>('resource', clashes)
  for (const s of all)
    for (const entry of s.resources ?? []) {
      const rule = typeof entry === 'string' ? { type: entry } : { ...entry }
      const owner = { supplier: s.slug, entry: rule.type, ...(rule.product ? { product: rule.product } : {}) }
      const type = rule.type.toLowerCase()
      for (const kind of rule.kinds ?? []) table.claim(`${kind.toLowerCase()} ${type}`, owner)
      if (!rule.kinds) table.claim(type, owner)
    }
  return (type, kind) => {
    const bare = type.replace(/@\d{4}.*$/, '').toLowerCase()
    return (kind && table.table.get(`${kind.toLowerCase()} ${bare}`)) || (table.table.get(bare) ?? null)
  }
}

export function fileLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['fileOwner'] {
  const table = new ClaimTable<NamedOwner>('file', clashes)
  /** How names begin: each path of a repository is asked for, part by part, and hardly any is one of these. */
  const beginnings = new Set<string>()
  for (const s of all)
    for (const entry of s.files ?? []) {
      const name = entryName(entry)
      beginnings.add(name.slice(0, BEGINNING))
      table.claim(name.endsWith('/**') ? `${name.slice(0, -2)}*` : name, {
        supplier: s.slug,
        entry: name,
        ...productOf(entry),
      })
    }
  return (path) => {
    for (let from = 0; from >= 0; from = path.indexOf('/', from) + 1 || -1) {
      if (!beginnings.has(path.slice(from, from + BEGINNING))) continue
      const found = table.table.get(path.slice(from))
      if (found) return found
    }
    return null
  }
}

/** Characters; no name of a file that is known is shorter. */
const BEGINNING = 2

export function modelConstants(all: readonly Supplier[]): ModelConstants {
  const table = new ModelConstants()
  for (const { models } of all) for (const family of models ?? []) table.addFamily(family)
  return table
}

export function modelTable(all: readonly Supplier[], clashes: Clash[]): ModelTable {
  const table = new ModelTable()
  const ids = new ClaimTable<{ supplier: string }>('model', clashes)
  const organisations = new ClaimTable<{ supplier: string }>('hub organisation', clashes)
  for (const s of all) {
    for (const family of s.models ?? []) {
      for (const id of [...(family.aliases ?? []), ...Object.keys(family.retirements ?? {})])
        ids.claim(id.toLowerCase(), { supplier: s.slug })
      table.addFamily(s.slug, family)
    }
    for (const organisation of s.organisations ?? []) {
      organisations.claim(organisation.toLowerCase(), { supplier: s.slug })
      table.addOrganisation(s.slug, organisation)
    }
  }
  table.seal()
  return table
}

export interface ModelFormOwner {
  readonly supplier: string
  /** Others write ids so too. */
  readonly shared: boolean
}

export function modelFormLookup(all: readonly Supplier[]): Catalogue['modelFormOwner'] {
  const forms = all.flatMap((s) =>
    (s.modelForms ?? []).map((form) => {
      const { pattern, shared = false } = typeof form === 'string' ? { pattern: form } : form
      return { owner: { supplier: s.slug, shared }, test: compileWhole(pattern) }
    }),
  )
  return (id) => {
    if (id.length > MODEL_WINDOW) return null
    const lower = id.toLowerCase()
    return forms.find(({ test }) => test(lower))?.owner ?? null
  }
}

export function modelPrefixLookup(all: readonly Supplier[], clashes: Clash[]): Catalogue['modelPrefixOwner'] {
  const table = new ClaimTable<{ supplier: string; prefix: string }>('model prefix', clashes)
  for (const s of all)
    for (const prefix of s.modelPrefixes ?? []) table.claim(`${prefix}*`, { supplier: s.slug, prefix })
  return (id) => {
    const found = table.table.get(id)
    return found ? { supplier: found.supplier, rest: id.slice(found.prefix.length) } : null
  }
}
