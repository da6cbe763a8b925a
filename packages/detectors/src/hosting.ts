import type { Catalogue } from './catalogue.ts'

export const isHub = (catalogue: Catalogue, supplier: string): boolean =>
  (catalogue.suppliers.get(supplier)?.roles ?? []).some((role) => role === 'gateway' || role === 'model-hub')

/** It passes on what it is asked, to whom its own settings say. */
export const isGateway = (catalogue: Catalogue, supplier: string): boolean =>
  catalogue.suppliers.get(supplier)?.roles.includes('gateway') ?? false

const hosting: ReadonlySet<string> = new Set([
  'cloud-ai',
  'inference-host',
  'gateway',
  'model-hub',
  'local-runtime',
  'ml-platform',
])

/** What serves models, whoever published them. */
export const hosts = (roles: readonly string[]): boolean => roles.some((role) => hosting.has(role))

/** Who translates, looks up, stores, remembers or traces runs no model of others that programs name. */
const around: ReadonlySet<string> = new Set([
  'translation',
  'search',
  'vector-database',
  'agent-framework',
  'evaluation',
  'observability',
  'labelling',
])

/** Whether it only stands beside those who serve models: `ACME_MEMORY_MODEL` says what it is told to use, not who answers. */
export const isBesideModels = (catalogue: Catalogue, slug: string): boolean =>
  (catalogue.suppliers.get(slug)?.roles ?? []).every((role) => around.has(role))

/** It serves models of other publishers too; who has only its own does not serve this one. */
export const servesOthers = (catalogue: Catalogue, slug: string): boolean => {
  const supplier = catalogue.suppliers.get(slug)
  return !supplier?.models?.length || hosts(supplier.roles)
}

/**
 * Whether a supplier can be the one who serves this model. What nothing is known of may be; a publisher does not
 * serve its rivals' models, and a host of open weights has no closed ones.
 */
export function canServe(catalogue: Catalogue, slug: string, id: string): boolean {
  const form = catalogue.modelFormOwner(id)
  if (form && !form.shared && form.supplier !== slug && !servesOthers(catalogue, slug)) return false
  const known = catalogue.modelOwner(id)
  const supplier = catalogue.suppliers.get(slug)
  const knowsNoName = supplier?.hubNames === false || (supplier?.hubNames === 'gguf' && !GGUF.test(id))
  if (knowsNoName && isNameOnHub(catalogue, id)) return false
  if (!known || !supplier) return true
  if (known.publisher === slug) return !known.elsewhere
  if (hearsAlone(supplier.roles) && !ofSound.test(`${known.family} ${id}`)) return false
  if (Array.isArray(supplier.serves)) return supplier.serves.includes(known.publisher)
  if (isBesideModels(catalogue, slug)) return false
  if (!servesOthers(catalogue, slug)) return !supplier.models?.length
  // `publisher/model` is how such a host writes what it resells.
  const isOpen = (supplier.serves === 'open-weights' && !id.includes('/')) || isRuntime(supplier.roles)
  return known.openWeights === true || !isOpen
}

/** What llama.cpp reads, now or before, or how much was left of each weight: `Q4_K_M`. */
const GGUF = /gg(?:uf|ml)|q\d_/i

/** What hears or speaks, and runs no models of texts. */
const hearsAlone = (roles: readonly string[]): boolean =>
  roles.includes('speech') &&
  roles.every((role) => role === 'speech' || role === 'local-runtime' || around.has(role))

/** Models of sounds, by their family or their own name. */
const ofSound =
  /whisper|asr|stt|tts|speech|spoken|voice|wav2vec|audio|transcri|parakeet|canary|moonshine|kokoro|bark|vits|piper|silero|sense/i

/** `acme/Chat-8B`: in capitals, or below a namespace that the catalogue knows. */
const isNameOnHub = (catalogue: Catalogue, id: string): boolean =>
  /^[\w.-]+\/[\w.-]+$/.test(id) && (/[A-Z]/.test(id) || catalogue.isHubOrganisation(id.split('/')[0]!))

/** Who runs models on one's own machine has none but those whose weights anybody may hold. */
const isRuntime = (roles: readonly string[]): boolean =>
  roles.includes('local-runtime') && !roles.includes('cloud-ai') && !roles.includes('gateway')

/** Who alone writes ids in this form; of forms that others share, only a host that is known anyway. */
export function hostByForm(catalogue: Catalogue, id: string, reached: ReadonlySet<string>): string | null {
  const form = catalogue.modelFormOwner(id)
  return form && (!form.shared || reached.has(form.supplier)) ? form.supplier : null
}

/** A name on a hub of weights that anybody may serve: what stands before the slash is who published them. */
export function isHubName(catalogue: Catalogue, id: string): boolean {
  const known = catalogue.modelOwner(id)
  if (!known?.openWeights || !/^[\w.-]+\/[\w.:-]+$/.test(id)) return false
  const organisation = id.slice(0, id.indexOf('/')).toLowerCase()
  const publisher = catalogue.suppliers.get(known.publisher)
  return (publisher?.organisations ?? []).some((name) => name.toLowerCase() === organisation)
}

/** Who answers the calls that clients of models make; a search or a store does not. */
export const offersModels = (catalogue: Catalogue, slug: string): boolean =>
  (catalogue.suppliers.get(slug)?.roles ?? []).some(
    (role) => role === 'model-provider' || (hosting.has(role) && role !== 'ml-platform'),
  )

/** The publisher of a model where it can be the one who serves it: of weights alone, anybody may. */
export function servingPublisher(catalogue: Catalogue, id: string): string | undefined {
  const known = catalogue.modelOwner(id)
  if (!known || known.elsewhere) return undefined
  // Somebody's own form of weights (`acme/Llama-3.2-1B-JQ4`) is at a hub, and nowhere at their publisher's.
  if (known.openWeights && id.includes('/')) return undefined
  const hosts = catalogue.suppliers.get(known.publisher)?.hosts ?? []
  return known.openWeights && hosts.every((host) => typeof host !== 'string' && host.site)
    ? undefined
    : known.publisher
}

/** A gateway that programs have as a library, which asks the hosts itself. */
export const isRouter = (catalogue: Catalogue, slug: string): boolean => {
  const { roles, packages } = catalogue.suppliers.get(slug) ?? {}
  const all = Object.values(packages ?? {}).flat()
  return (
    roles?.includes('gateway') === true &&
    all.some((entry) => typeof entry !== 'string' && entry.role === 'framework')
  )
}

/** `openai:gpt-4o` and `openai/gpt-4o` name the host alike. */
export function prefixOwner(catalogue: Catalogue, id: string): { supplier: string; rest: string } | null {
  // A local server's tag: `mistral:7b-instruct`. Frameworks write a provider so: `mistral:mistral-large-latest`.
  if (/^[\w.-]+:(?:\d+(?:\.\d+)?[bm](?:[-_].*)?|latest)$/i.test(id) && catalogue.modelOwner(id) !== null)
    return null
  const outer = catalogue.modelPrefixOwner(id) ?? catalogue.modelPrefixOwner(slashed(id))
  // Behind a gateway's prefix a framework writes whose form the request has: `gateway/openai:gpt-5`.
  const inner = outer && slashed(outer.rest) !== outer.rest && catalogue.modelPrefixOwner(slashed(outer.rest))
  return outer && inner ? { ...outer, rest: inner.rest } : outer
}

const slashed = (id: string): string => id.replace(/^([a-z][a-z0-9_-]{1,40}):(?!\/)/, '$1/')
