import type { SupplierRole } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { bareName } from './supplier-named.ts'

/** What a setting ends in that holds a service's key or address, however its words are parted: `acmeApiKey`, `acme_base_url`. */
const ending = /(?:api_?key|api_?token|base_?ur[li]|api_?base|api_?ur[li]|endpoint)$/i

/** A name that may be such a setting's. Names in capitals are variables, and read as such. */
export const maySet = (name: string): boolean =>
  name.length >= 8 && name.length <= 60 && ending.test(name) && /[a-z]/.test(name)

/** Whose settings say that a program asks somebody; who trains or watches models has keys as well. */
export const asked: ReadonlySet<SupplierRole> = new Set([
  'model-provider',
  'cloud-ai',
  'inference-host',
  'gateway',
  'speech',
  'vision',
  'translation',
  'vector-database',
] as const)

/** Of names that begin alike, those that every service has. */
const ofAny = ['API_KEY', 'ENDPOINT', 'BASE_URL', 'API_BASE']

const owners = new WeakMap<Catalogue, ReadonlyMap<string, string>>()

/**
 * Whose setting a field of a program's own is: written in capitals, it would be a variable of the catalogue that is nobody
 * else's (`acmeApiKey`, `acme_api_key`: `ACME_API_KEY`).
 */
export function settingOwner(catalogue: Catalogue, name: string): string | null {
  if (!maySet(name)) return null
  const known = owners.get(catalogue) ?? settingsOf(catalogue)
  owners.set(catalogue, known)
  return known.get(bareName(name)) ?? null
}

function settingsOf(catalogue: Catalogue): Map<string, string> {
  const found = new Map<string, string>()
  for (const [slug, { roles, environment }] of catalogue.suppliers) {
    if (!roles.some((role) => asked.has(role))) continue
    for (const entry of environment ?? []) {
      const written = typeof entry === 'string' ? entry : entry.name
      for (const name of written.endsWith('_*')
        ? ofAny.map((end) => written.slice(0, -1) + end)
        : [written]) {
        const owner = ending.test(name) ? catalogue.environmentOwner(name) : null
        if (owner && !owner.shared && owner.supplier === slug) found.set(bareName(name), slug)
      }
    }
  }
  return found
}
