import type { Catalogue } from '../catalogue.ts'
import type { Input } from '../detector.ts'
import type { ModelSign } from '../signs.ts'

/** What a package URL or an address names at a hub of models. */
export interface AtHub {
  readonly supplier: string
  /** Without its revision. */
  readonly id: string
  readonly isDataset: boolean
}

/** The hub that a package URL names, and the model's own id without its revision. */
export function hubOf(input: Input, purl: string | null): AtHub | null {
  const match = /^pkg:(huggingface|mlflow)\/([^@?#]+)/.exec(purl ?? '')
  if (!match || !input.catalogue.suppliers.has(match[1]!)) return null
  const id = decoded(match[2]!)
  return { supplier: match[1]!, id: id.replace(/^datasets\//, ''), isDataset: id.startsWith('datasets/') }
}

/** `https://huggingface.co/datasets/acme/tickets`, `git+https://huggingface.co/acme/model@…`. */
export function addressAtHub(input: Input, address: string | null): AtHub | null {
  const match =
    /^(?:git\+)?https?:\/\/([\w.-]+)\/((?:datasets\/)?[\w.-]+\/[\w.-]+?)(?:\.git)?(?:[/@#?].*)?$/.exec(
      address ?? '',
    )
  if (!match) return null
  const supplier = input.catalogue.hostOwner(match[1]!, `/${match[2]}`)?.supplier
  if (!supplier || !isHub(input.catalogue, supplier)) return null
  return { supplier, id: match[2]!.replace(/^datasets\//, ''), isDataset: match[2]!.startsWith('datasets/') }
}

/** Only hubs of models have such paths (huggingface.co/docs/hub/models-downloading). */
const fetching = /^\/([\w.-]+\/[\w.-]+)\/resolve\//

/**
 * The model whose file an address fetches: `https://huggingface.co/acme/model/resolve/main/model.gguf`. `host` null: a
 * variable says at which hub.
 */
export function weightsAt(
  catalogue: Catalogue,
  host: string | null,
  path: string,
): Omit<ModelSign, 'line'> | null {
  const id = fetching.exec(path)?.[1]
  if (id === undefined || /^(datasets|spaces)\//.test(id)) return null
  const supplier = host === null ? catalogue.pathOwner(path) : catalogue.hostOwner(host, path)?.supplier
  return supplier && isHub(catalogue, supplier)
    ? { value: id, place: 'model', supplier, method: 'model-id', strength: 'strong' }
    : null
}

const isHub = (catalogue: Catalogue, supplier: string): boolean =>
  catalogue.suppliers.get(supplier)?.roles.includes('model-hub') ?? false

function decoded(text: string): string {
  // Not every percent sign begins an escape.
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escaped) => {
    const bytes = escaped.match(/[0-9A-Fa-f]{2}/g) ?? []
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)))
  })
}
