import type { Catalogue } from '../catalogue.ts'
import { isModelPlace, looksLikeModel } from '../code/places.ts'
import { supplierNamed } from '../code/supplier-named.ts'
import { isSmallerWeights } from '../code/weights.ts'
import {
  canServe,
  hostByForm,
  isBesideModels,
  isGateway,
  isHub,
  isHubName,
  prefixOwner,
  servesOthers,
} from '../hosting.ts'
import { serves } from '../serves.ts'
import type { ModelSign, Value } from '../signs.ts'
import type { RepositoryFile } from './repository.ts'

/** A model and where it is named. */
export interface Named {
  readonly file: RepositoryFile
  readonly sign: ModelSign
  readonly id: string
  /** It is a file of weights, which only a program of one's own runs. */
  readonly isFile?: boolean
  /** The gateway that the call which names it leads to. */
  readonly through?: string | null | undefined
}

/** Who serves a model that is named away from any call; null: nobody can tell, or it is no model. */
export function settle(
  catalogue: Catalogue,
  { file, sign, id, isFile }: Named,
  here: ReadonlySet<string>,
  reached: ReadonlySet<string>,
  hostsOf: ReadonlyMap<string, ReadonlySet<string>>,
  dotted: string | undefined,
  runtimes: readonly string[],
): { supplier: string | null; id: string } | null {
  if (sign.supplier) return { supplier: sign.supplier, id }
  if (isFile) {
    const local = (slug: string) => catalogue.suppliers.get(slug)?.roles.includes('local-runtime') ?? false
    // Of weights that a name alone tells of, a runtime beside it may read quite another form.
    const named = leadingFile(catalogue, file.path)
    const near = isWeights(id)
      ? undefined
      : named && reached.has(named) && local(named)
        ? named
        : onlyOne([...here].filter(local))
    return { supplier: near ?? onlyOne(runtimes) ?? null, id }
  }
  const prefix = isHubName(catalogue, id) ? null : prefixOwner(catalogue, id)
  if (sign.beside && reached.has(sign.beside)) {
    // Before an address elsewhere a prefix says how a server is spoken to: `openai/x` with `api_base`.
    const publisher = prefix === null ? undefined : catalogue.modelOwner(prefix.rest)?.publisher
    const isProtocol =
      prefix !== null &&
      looksLikeModel(prefix.rest) &&
      // Routers themselves write who published a model before it.
      (!isHub(catalogue, sign.beside) || (publisher !== undefined && publisher !== prefix.supplier))
    const bare = isProtocol ? prefix.rest : id
    if (canServe(catalogue, sign.beside, bare)) return { supplier: sign.beside, id: bare }
  }
  if (sign.own && prefix && looksLikeModel(prefix.rest)) return { supplier: null, id: prefix.rest }
  const said = saidProvider(catalogue, sign, reached)
  if (said && canServe(catalogue, said, id)) return { supplier: said, id: withoutPrefix(catalogue, said, id) }
  // An id that says by itself where it is served needs nobody else to say so.
  const isPlainId = prefix === null && catalogue.modelFormOwner(id) === null
  if (!said && isPlainId && isAnothers(catalogue, sign, id, reached)) return null
  const formed = hostByForm(catalogue, id, reached)
  if (formed) return { supplier: formed, id }
  const owning =
    ownerOfPlace(catalogue, sign) ?? leading(catalogue, sign.place, reached) ?? hostOfPlace(catalogue, sign)
  if (owning && reached.has(owning) && canServe(catalogue, owning, id)) return { supplier: owning, id }
  const placed = sign.place !== undefined && isModelPlace(sign.place)
  const gateways = [...reached].filter(
    (slug) => catalogue.suppliers.get(slug)?.roles.includes('gateway') && serves(catalogue, slug),
  )
  const gateway =
    onlyOne([...here].filter((slug) => isHub(catalogue, slug) && serves(catalogue, slug))) ??
    onlyOne(gateways)
  if (
    prefix &&
    here.has(prefix.supplier) &&
    !isHub(catalogue, prefix.supplier) &&
    looksLikeModel(prefix.rest)
  )
    return { supplier: prefix.supplier, id: prefix.rest }
  const known = catalogue.modelOwner(id)
  // Routers write who published a model; who only hosts it is reached itself: `groq/llama-3.3-70b-versatile`.
  if (
    prefix &&
    known &&
    known.publisher !== prefix.supplier &&
    reached.has(prefix.supplier) &&
    !isHub(catalogue, prefix.supplier) &&
    servesOthers(catalogue, prefix.supplier)
  )
    return { supplier: prefix.supplier, id: prefix.rest }
  const able = (slug: string) => serves(catalogue, slug) && canServe(catalogue, slug, id)
  const hostHere = onlyOne([...here].filter((slug) => able(slug) && servesOthers(catalogue, slug)))
  if (hostHere && id.includes('/')) return { supplier: hostHere, id }
  if (prefix && looksLikeModel(prefix.rest)) {
    if (gateway && id.includes('/')) return { supplier: gateway, id }
    // One of several routers writes it so; that its publisher is reached too, nothing says.
    if (gateways.length > 1 && id.includes('/') && !reached.has(prefix.supplier))
      return { supplier: null, id }
    return { supplier: prefix.supplier, id: prefix.rest }
  }
  const about = leadingFile(catalogue, file.path)
  if (known && about && reached.has(about) && canServe(catalogue, about, id)) return { supplier: about, id }
  if (known && dotted && isDotted(id)) return { supplier: dotted, id }
  const near = [...here].filter(able)
  if (known && !known.elsewhere && here.has(known.publisher)) return { supplier: known.publisher, id }
  // A word alone is a size (`model="base"`), or what reads or keeps a table (`engine="openpyxl"`, `model="shop.Order"`).
  const isPlain = !/[-\d:/]/.test(id)
  const others = near.length === 1 && servesOthers(catalogue, near[0]!)
  if (near.length === 1 && (known ? others : placed && !isPlain && (others || !isHubForm(id))))
    return { supplier: near[0]!, id }
  // A name on a hub that nobody knows, beside a publisher who serves its own models alone: somebody else runs it.
  if (
    !known &&
    placed &&
    near.every((slug) => !servesOthers(catalogue, slug)) &&
    near.length > 0 &&
    isHubForm(id)
  )
    return { supplier: null, id }
  const elsewhere = hostsOf.get(id)
  if (elsewhere)
    return {
      supplier:
        known && !known.elsewhere && elsewhere.has(known.publisher)
          ? known.publisher
          : [...elsewhere].sort()[0]!,
      id,
    }
  // A name on a hub beside a server that knows none by it: somebody else runs the model.
  const isUnserved = [...here, ...runtimes].some((slug) => catalogue.suppliers.get(slug)?.hubNames === false)
  if (!known) return placed && isUnserved && isHubForm(id) ? { supplier: null, id } : null
  // Somebody's own form of weights is at a hub, and nowhere at their publisher's.
  const isForm = known.openWeights && id.includes('/')
  if (!known.elsewhere && reached.has(known.publisher) && !isHubName(catalogue, id) && !isForm)
    return { supplier: known.publisher, id }
  // Nobody far away runs what was made smaller for one's own machine.
  if (near.length === 0 && isSmallerWeights(id)) return { supplier: onlyOne(runtimes) ?? null, id }
  const far = near.length === 0 ? onlyOne([...reached].filter(able)) : undefined
  if (far && servesOthers(catalogue, far)) return { supplier: far, id }
  // Of those who are reached, one alone can serve it: a cloud rather than a publisher whom nothing here calls.
  const capable =
    near.length === 0
      ? onlyOne([...reached].filter((slug) => able(slug) && servesOthers(catalogue, slug)))
      : undefined
  if (capable) return { supplier: capable, id }
  // What hears and speaks on one's own machine runs no closed model that a program happens to name.
  const runs = (slug: string) =>
    canServe(catalogue, slug, id) &&
    (known.openWeights === true || !catalogue.suppliers.get(slug)?.roles.includes('speech'))
  const runtime = near.length === 0 ? onlyOne(runtimes.filter(runs)) : undefined
  if (runtime) return { supplier: runtime, id }
  if (isUnserved && isHubForm(id)) return { supplier: null, id }
  if (!placed || sign.strength !== 'strong') return null
  // Weights that anybody may serve: their publisher is not by that the one who does. Nor is one whom nothing reaches beside routers.
  const isRouted = [...reached].filter((slug) => isRouter(catalogue, slug) && able(slug)).length > 1
  return {
    supplier:
      !known.openWeights &&
      !isRouted &&
      !id.includes('/') &&
      (catalogue.suppliers.get(known.publisher)?.hosts ?? []).length > 0
        ? known.publisher
        : null,
    id,
  }
}

/** A gateway that is a service, and no library or program of one's own. */
const isRouter = (catalogue: Catalogue, slug: string): boolean =>
  isGateway(catalogue, slug) &&
  (catalogue.suppliers.get(slug)?.hosts ?? []).some((host) => typeof host === 'string' || !host.site)

/** `acme/Chat-8B`. */
const isHubForm = (id: string): boolean => /^[\w.-]+\/[\w.-]*[-\d][\w.-]*$/.test(id)

/**
 * Whom the provider means that stands beside a model. Where nothing but that tells that it is one (`{ id: 'acme-1', provider: 'acme' }`),
 * it is as good as any list of what there is, and counts for whom something reaches.
 */
export function saidProvider(
  catalogue: Catalogue,
  sign: ModelSign,
  reached: ReadonlySet<string>,
): string | undefined {
  const said = namedProvider(catalogue, sign)
  const isPlaced = sign.place !== undefined && isModelPlace(sign.place.split('.').at(-1) ?? '')
  return said !== undefined && (isPlaced || sign.method !== 'model-id' || reached.has(said))
    ? said
    : undefined
}

/** What a supplier calls a model that is written behind its name: `acme:acme-1` beside `provider: 'acme'`. */
export function withoutPrefix(catalogue: Catalogue, supplier: string, id: string): string {
  const prefix = isHubName(catalogue, id) ? null : prefixOwner(catalogue, id)
  return prefix?.supplier === supplier && looksLikeModel(prefix.rest) ? prefix.rest : id
}

/** The item of a menu names somebody who would serve it and is reached nowhere, as its publisher is not: nobody else does for being here. */
function isAnothers(
  catalogue: Catalogue,
  sign: ModelSign,
  id: string,
  reached: ReadonlySet<string>,
): boolean {
  const named = namedProvider(catalogue, sign)
  const publisher = catalogue.modelOwner(id)?.publisher
  return (
    named !== undefined &&
    canServe(catalogue, named, id) &&
    !(publisher !== undefined && reached.has(publisher))
  )
}

function namedProvider(catalogue: Catalogue, { provider }: ModelSign): string | undefined {
  if (!provider) return undefined
  const written = [provider.replaceAll('_', '-'), provider]
  const prefixed = written
    .map((name) => catalogue.modelPrefixOwner(`${name}/x`))
    .find((owner) => owner !== null)
  if (prefixed) return prefixed.supplier
  // A framework, or a library that routes, serves nothing that it is told the name of.
  const named = supplierNamed(catalogue, provider)
  return named && serves(catalogue, named) && !isGateway(catalogue, named) ? named : undefined
}

/** Weights of whisper.cpp go by the name of their file, with its ending or without (github.com/ggml-org/whisper.cpp/tree/master/models). */
export const isWeights = (id: string): boolean => /^ggml-[a-z]/.test(id)

export const envOf = (value: Value): string | null =>
  value !== null && typeof value === 'object' && 'env' in value ? value.env : null

/** Whose variable the model is named by: `AZURE_OPENAI_MODEL`. */
function ownerOfPlace(catalogue: Catalogue, { place, value }: ModelSign): string | null {
  for (const name of [envOf(value), place?.split('.').at(-1)]) {
    const owner = name ? catalogue.environmentOwner(name) : null
    if (owner && !owner.shared && !isBesideModels(catalogue, owner.supplier)) return owner.supplier
  }
  return null
}

/** The host that a constant names before the model: `AZURE_GPT_4O = "gpt-4o"`. */
const hostOfPlace = (catalogue: Catalogue, { place }: ModelSign): string | null =>
  catalogue.hostedModelOfConstant(place?.split('.').at(-1) ?? '')?.supplier ?? null

/** What says of a name that its value is only where one begins: `DEFAULT_GROQ_MODEL`. */
const qualifier = /^(default|base|my|our|the|current|selected|initial|fallback)$/

/** Of those who are reached, the one whose name leads that of a place: `GROQ_DEFAULT_MODEL_NAME`, `OpenRouterModel`, `ollama_models`. */
function leading(
  catalogue: Catalogue,
  place: string | undefined,
  reached: ReadonlySet<string>,
): string | undefined {
  const name = place?.split('.').at(-1) ?? ''
  if (!isModelPlace(name)) return undefined
  const words = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase())
  const from = words.findIndex((word) => !qualifier.test(word))
  const slugs = new Map([...reached].map((slug) => [slug.replaceAll('-', ''), slug]))
  for (let to = words.length - 1; to > from && from >= 0; to -= 1) {
    const lead = words.slice(from, to).join('')
    const owner = slugs.get(lead) ?? catalogue.modelPrefixOwner(`${lead}/x`)?.supplier
    if (owner !== undefined && reached.has(owner)) return owner
  }
  return undefined
}

/** The one whom a file's name is about: `models/groq.go`, `llm/bedrock_client.py`. */
function leadingFile(catalogue: Catalogue, path: string): string | undefined {
  const name = /([^/]+)\.\w+$/.exec(path)?.[1] ?? ''
  const lead = /^[a-zA-Z]{2}[a-z0-9]*?(?=$|[_.-]|(?<=[a-z0-9])[A-Z])/.exec(name)?.[0].toLowerCase()
  return lead ? catalogue.modelPrefixOwner(`${lead}/x`)?.supplier : undefined
}

/** `publisher.model`, as hosts of many publishers write their ids. */
export const isDotted = (id: string): boolean => /^([a-z]{2,6}\.)?[a-z][a-z0-9]+\.[a-z][a-z0-9-]*-/.test(id)

export const onlyOne = (slugs: readonly string[]): string | undefined =>
  slugs.length === 1 ? slugs[0] : undefined
