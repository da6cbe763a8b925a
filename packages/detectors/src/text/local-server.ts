import type { Supplier } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { commonWords } from '../data/common-words.ts'

/** What people run beside their program, and name in it: `DEFAULT_LLAMACPP_URL`, `liteLLMBaseURL`. */
const runnable = new Set(['local-runtime', 'gateway', 'ml-library'])

/** An application that comes as an image answers at an address of one's own too: `ENDPOINT_OPENWEBUI`. */
const isRun = ({ roles, images = [] }: Supplier): boolean =>
  roles.some((role) => runnable.has(role)) ||
  (images.length > 0 && roles.includes('ai-application') && !roles.includes('agent-framework'))

const generic =
  /^(default|base|api|server|service|local|http|url|uri|endpoint|host|address|addr|origin|root|proxy)$/i

/** What an address is for: `LLAMA_CPP_MODEL_URL`. */
const purpose = /^(models?|chat|completions?|embeddings?|inference|llm)$/i

/** A server called by such words alone is anybody's: `http://llm-gateway:4033`. */
const ofKind = /^(?:ai|llm|ml|api|agents?|chat|gateway|hub|inference|models?|proxy|router|server)$/

const names = new WeakMap<Catalogue, ReadonlyMap<string, string>>()

function namesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  const known = names.get(catalogue)
  if (known) return known
  const made = new Map(
    [...catalogue.suppliers.values()]
      .filter((supplier) => isRun(supplier) && !supplier.slug.split('-').every((word) => ofKind.test(word)))
      .map(({ slug }) => [slug.replaceAll('-', ''), slug] as const),
  )
  names.set(catalogue, made)
  return made
}

const words = (name: string): string[] => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []

const filled = String.raw`(?:\{[^{}]{0,40}\}|%[dsv]|\$\{[\w.]{1,40}\}|\$\w{1,40})`
const templated = new RegExp(`^(?:https?|${filled})://${filled}:(?:${filled}|\\d{2,5})(?:/|$)`)

/** An address whose host and port people give: `{protocol}://{ip_address}:{port}/api/chat`. */
export const isAddressGiven = (text: string): boolean => templated.test(text)

/**
 * Whose server answers at an address of one's own machine, as the name says that holds it: a port is anybody's, so
 * that nothing else tells.
 */
export function localServer(
  catalogue: Catalogue,
  place: string | undefined,
  { host, port }: { readonly host: string; readonly port: number | undefined },
): string | null {
  if (port === undefined) return null
  const inNetwork = ownNetwork(catalogue, host)
  if (inNetwork !== null || place === undefined) return inNetwork
  if (!/^(localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal)$/.test(host)) return null
  const all = words(place)
  const telling = all.filter((word) => !generic.test(word))
  if (telling.length === all.length) return null
  const named = (some: readonly string[]) => namesOf(catalogue).get(some.join('').toLowerCase())
  return named(telling) ?? named(telling.filter((word) => !purpose.test(word))) ?? null
}

/** The name that a server has among one's own containers: `http://llamacpp:8080/v1`. */
function ownNetwork(catalogue: Catalogue, host: string): string | null {
  const bare = host.replaceAll(/[-_]/g, '')
  if (!/^[a-z][a-z\d]{2,40}$/.test(bare) || commonWords.has(bare)) return null
  return namesOf(catalogue).get(bare) ?? null
}
