import { names, type Served, workloadMethod } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { type Thing, thing } from '../finding.ts'
import type { Place } from '../place.ts'

/** What runs: a function, a container, a machine. Of its environment only the names ever get here. */
export interface Workload {
  readonly type: string
  readonly name: string
  readonly arn?: string | undefined
  readonly id?: string
  readonly operation: Thing['operation']
  /** `deployed` where it can run as it is, `configured` where somebody must start it. */
  readonly grade: 'deployed' | 'configured'
  readonly images: readonly (string | undefined)[]
  readonly environmentNames: readonly string[]
  /** Models that its containers are told to serve. */
  readonly served?: readonly Served[]
  readonly created?: Date | undefined
  readonly changed?: Date | undefined
  readonly tags?: Thing['tags']
  readonly attributes?: Thing['attributes']
}

interface Signs {
  readonly images: string[]
  readonly variables: string[]
  readonly served: Served[]
  readonly product: string | undefined
}

/** Names that say "AI" without a supplier are too many to be told from others. */
const GENERAL = new Set(['aws-bedrock', 'aws-sagemaker', 'aws-ai-services'])

/**
 * One finding for each supplier that a workload's images or the names of its variables and secrets name; none where
 * nothing of it is AI. An image of a model server is a model server, a name is a sign of calling the supplier.
 */
export function* workloadFindings(place: Place, it: Workload): Generator<Finding> {
  const { catalogue } = place
  const signs = new Map<string, Signs>()
  const signOf = (supplier: string, product: string | undefined) => {
    const sign = signs.get(supplier) ?? { images: [], variables: [], served: [], product }
    signs.set(supplier, sign)
    return sign
  }
  for (const image of it.images) {
    const owner = image ? catalogue.imageOwner(image) : null
    if (image && owner) signOf(owner.supplier, owner.product).images.push(image)
  }
  for (const one of it.served ?? []) signOf(one.supplier, undefined).served.push(one)
  const named = it.environmentNames.flatMap((name) => {
    const owner = catalogue.environmentOwner(name)
    return owner ? [{ name, owner }] : []
  })
  for (const { name, owner } of named)
    if (!owner.shared) signOf(owner.supplier, owner.product).variables.push(name)
  // A name that others use too proves nothing alone.
  for (const { name, owner } of named)
    if (owner.shared && signs.has(owner.supplier)) signOf(owner.supplier, owner.product).variables.push(name)
  for (const [supplier, sign] of [...signs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { images, variables, served, product } = sign
    const serves = served.length > 0 || (images.length > 0 && !GENERAL.has(supplier))
    const [first] = served
    yield thing(place, {
      type: it.type,
      kind: serves ? 'model-server' : 'service',
      id: `${it.id ?? it.arn ?? it.name}:${supplier}`,
      name: it.name,
      arn: it.arn,
      grade: it.grade,
      supplier,
      ...(product ? { product } : {}),
      ...(first ? { model: first.model } : {}),
      created: it.created,
      changed: it.changed,
      operation: it.operation,
      method: workloadMethod(images, serves),
      identifiers: digestsOf(images),
      ...(it.tags ? { tags: it.tags } : {}),
      attributes: {
        images,
        variables: variables.sort(),
        models: names(served.map(({ model }) => model.id)),
        ...it.attributes,
      },
    })
  }
}

const digestsOf = (images: readonly string[]) =>
  images.flatMap((image) => {
    const value = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
    return value ? [{ type: 'image-digest', value }] : []
  })
