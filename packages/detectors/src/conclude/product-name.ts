import type { Catalogue } from '../catalogue.ts'
import { hosts } from '../hosting.ts'

const known = new WeakMap<Catalogue, ReadonlySet<string>>()

/**
 * Whether an id is the name of a product or of its maker, and no model: programs that have one field for both write
 * `model="sagemaker"` for an endpoint, and `text-generation-webui` where the server has but one model. Local servers
 * alone call a model by what its publisher is called too: `ollama run mistral`.
 *
 * @param server who serves it
 */
export function namesProduct(catalogue: Catalogue, id: string, server: string | null): boolean {
  const owner = catalogue.modelOwner(id)
  if (owner && (!owner.openWeights || isLocal(catalogue, server))) return false
  const names = known.get(catalogue) ?? productNames(catalogue)
  known.set(catalogue, names)
  return names.has(plain(id))
}

/** Of all suppliers but those of whose models nothing is known but that they have one: `midjourney`. */
function productNames(catalogue: Catalogue): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { slug, name, roles, models, modelPrefixes = [] } of catalogue.suppliers.values()) {
    const isModel = !models?.length && !hosts(roles) && roles.some((role) => making.has(role))
    if (!isModel) for (const one of [slug, name, ...modelPrefixes]) names.add(plain(one))
  }
  names.delete('')
  return names
}

const making: ReadonlySet<string> = new Set(['model-provider', 'speech', 'vision', 'translation'])

const isLocal = (catalogue: Catalogue, supplier: string | null): boolean =>
  supplier !== null && (catalogue.suppliers.get(supplier)?.roles.includes('local-runtime') ?? false)

/** As far as a mark does not part it from a version: `deepseek:7b` is more than a name. */
const plain = (name: string): string => name.toLowerCase().replace(/[-_ .()/]|:$/g, '')
