import { modelsServed, names, type Served } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { thing } from '../finding.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import { flag, list, type Resource, text } from '../resource.ts'
import { target } from '../target.ts'
import { hasAccelerator } from './ml-workspaces.ts'

const DIGEST = /@(sha256:[0-9a-f]{64})$/

interface Container {
  readonly image: string | undefined
  /** Names alone: a value may be a key. */
  readonly variables: readonly string[]
  /** Models that it is told to serve. */
  readonly served?: readonly Served[]
}

interface Workload {
  readonly type: string
  readonly product: string
  readonly operation: Operation
  readonly resource: Resource
  readonly host: string | undefined
  readonly containers: readonly Container[]
}

/** A workload says something of AI by the image that it runs or by the names of its settings; most say nothing. */
function* workloadFindings(place: Place, it: Workload): Generator<Finding> {
  const images = byOwner(place, it.containers)
  const served = it.containers.flatMap((one) => one.served ?? [])
  const servers = names([...images.keys(), ...served.map(({ supplier }) => supplier)]) ?? []
  for (const supplier of servers) {
    const image = images.get(supplier)
    const digest = DIGEST.exec(image ?? '')?.[1]
    const models = served.filter((one) => one.supplier === supplier).map(({ model }) => model)
    yield thing(place, {
      ...about(it, servers.length),
      id: `${it.resource.id}:image:${supplier}`,
      kind: 'model-server',
      grade: 'deployed',
      supplier,
      ...(models[0] ? { model: models[0] } : {}),
      // A command alone says what it serves where nobody knows the image.
      method: image ? 'image' : 'configuration',
      identifiers: [
        ...(it.host && servers.length === 1 ? [{ type: 'host', value: it.host.toLowerCase() }] : []),
        ...(digest ? [{ type: 'image-digest', value: digest }] : []),
      ],
      attributes: { image, models: names(models.map(({ id }) => id)) },
    })
  }
  const settings = bySupplier(place, it.containers)
  for (const [supplier, named] of settings)
    yield thing(place, {
      ...about(it, settings.size),
      id: `${it.resource.id}:setting:${supplier}`,
      kind: 'service',
      grade: 'configured',
      supplier,
      method: 'environment-name',
      attributes: { settings: named },
    })
}

/** Uses of two suppliers by one workload are two things: neither is the workload itself. */
const about = ({ type, product, operation, resource }: Workload, count: number) =>
  ({
    type,
    product,
    operation,
    name: resource.name,
    ...(count === 1 ? { resource } : { parent: resource }),
  }) as const

/** Of commands and variables nothing but the model that they name goes on from here. */
const servedBy = ({ catalogue }: Place, container: unknown): Served[] =>
  modelsServed(catalogue, {
    image: text(container, 'image'),
    command: [...list(container, 'command'), ...list(container, 'args')].map((one) => text(one)),
    environment: list(container, 'env').map((one) => ({
      name: text(one, 'name'),
      value: text(one, 'value'),
    })),
  })

/** The first image of each supplier, in order. */
function byOwner(place: Place, containers: readonly Container[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const image of names(containers.map((one) => one.image)) ?? []) {
    const owner = place.catalogue.imageOwner(image)
    if (owner && !found.has(owner.supplier)) found.set(owner.supplier, image)
  }
  return found
}

function bySupplier(place: Place, containers: readonly Container[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const all = names(containers.flatMap(({ variables }) => variables)) ?? []
  for (const name of all) {
    const owner = place.catalogue.environmentOwner(name)
    // A name that others use too proves nothing alone.
    if (owner && !owner.shared) found.set(owner.supplier, [...(found.get(owner.supplier) ?? []), name])
  }
  return found
}

export const containerApps = target({
  id: 'container-app',
  service: 'microsoft.app',
  title: 'Container Apps whose image, command or settings name a supplier of AI or a model',
  kinds: ['model-server', 'service'],
  operations: ['ContainerApps:ContainerApps_List'],
  list: (arm) => arm.list('ContainerApps:ContainerApps_List'),
  toFindings: (app, place) =>
    workloadFindings(place, {
      type: 'container-app',
      product: 'Container App',
      operation: 'ContainerApps:ContainerApps_List',
      resource: app,
      host: text(app.json, 'properties', 'configuration', 'ingress', 'fqdn'),
      containers: list(app.json, 'properties', 'template', 'containers').map((one) => ({
        image: text(one, 'image'),
        variables: list(one, 'env').flatMap((variable) => text(variable, 'name') ?? []),
        served: servedBy(place, one),
      })),
    }),
})

/** `DOCKER|ghcr.io/vllm/vllm-openai:latest`; code without a container names a runtime instead. */
const imageOf = (runtime: string | undefined): string | undefined =>
  /^docker\|(.+)$/i.exec(runtime ?? '')?.[1]

export const webApps = target({
  id: 'web-app',
  service: 'microsoft.web',
  title: 'App Service and Functions apps whose image names a supplier of AI',
  kinds: ['model-server', 'service'],
  operations: ['Web:WebApps_List'],
  list: (arm) => arm.list('Web:WebApps_List'),
  toFindings: (site, place) =>
    workloadFindings(place, {
      type: 'web-app',
      product: /functionapp/i.test(text(site.json, 'kind') ?? '') ? 'Function App' : 'App Service',
      operation: 'Web:WebApps_List',
      resource: site,
      host: text(site.json, 'properties', 'defaultHostName'),
      containers: [
        {
          image: imageOf(text(site.json, 'properties', 'siteConfig', 'linuxFxVersion')),
          // Resource Manager leaves settings out of this list, and gives them for a write-like permission alone.
          variables: list(site.json, 'properties', 'siteConfig', 'appSettings').flatMap(
            (setting) => text(setting, 'name') ?? [],
          ),
        },
      ],
    }),
})

/** A pool has one size, or machines of several. */
function sizesOf(pool: unknown): (string | undefined)[] {
  const scale = ['virtualMachinesProfile', 'scale'] as const
  return [
    text(pool, 'vmSize'),
    text(pool, ...scale, 'autoscale', 'size'),
    ...list(pool, ...scale, 'manual').flatMap((one) => [
      text(one, 'size'),
      ...list(one, 'sizes').filter((size) => typeof size === 'string'),
    ]),
  ]
}

export const clusters = target({
  id: 'aks-cluster',
  service: 'microsoft.containerservice',
  title: 'Kubernetes clusters with accelerators or the AI toolchain operator',
  kinds: ['model-server'],
  operations: ['ContainerService:ManagedClusters_List'],
  list: (arm) => arm.list('ContainerService:ManagedClusters_List'),
  *toFindings(cluster, place) {
    const pools = list(cluster.json, 'properties', 'agentPoolProfiles')
    const sizes = names(pools.flatMap(sizesOf).filter(hasAccelerator))
    const operator = flag(cluster.json, 'properties', 'aiToolchainOperatorProfile', 'enabled')
    if (!sizes && !operator) return
    yield thing(place, {
      type: 'aks-cluster',
      kind: 'model-server',
      resource: cluster,
      grade: 'configured',
      supplier: null,
      supplierName: 'Azure Kubernetes Service',
      product: 'Azure Kubernetes Service',
      operation: 'ContainerService:ManagedClusters_List',
      attributes: {
        acceleratedSizes: sizes,
        aiToolchainOperator: operator,
        kubernetesVersion: text(cluster.json, 'properties', 'kubernetesVersion'),
      },
    })
  },
})
