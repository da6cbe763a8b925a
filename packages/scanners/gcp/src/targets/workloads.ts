import { modelsServed, names, type Served, workloadMethod } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { digestOf, type Thing, thing } from '../finding.ts'
import { parentOf } from '../listed.ts'
import type { Place } from '../place.ts'
import { labels, lastOf, listOf, modelVariables, optional, resource, text } from '../resource.ts'
import { target } from '../target.ts'

/** What runs. Of its environment only the names ever get here. */
interface Workload extends Pick<Thing, 'type' | 'service' | 'operation' | 'created' | 'changed' | 'labels'> {
  readonly resource: string
  readonly images: readonly string[]
  readonly variables: readonly string[]
  /** Models that its containers are told to serve. */
  readonly served?: readonly Served[]
  readonly attributes?: Thing['attributes']
  readonly host?: string | undefined
}

interface Signs {
  readonly images: string[]
  readonly variables: string[]
  readonly served: Served[]
  readonly product: string | undefined
}

/** Names that say "a cloud's AI" without more are too many to tell a model server by. */
const GENERAL = new Set(['google-vertex-ai', 'google-cloud-ai'])

/** One finding for each supplier that a workload's images or the names of its variables name; none where nothing is AI. */
function* workloadFindings(place: Place, it: Workload): Generator<Finding> {
  const signs = new Map<string, Signs>()
  const signOf = (supplier: string, product: string | undefined) => {
    const sign = signs.get(supplier) ?? { images: [], variables: [], served: [], product }
    signs.set(supplier, sign)
    return sign
  }
  for (const image of it.images) {
    const owner = place.catalogue.imageOwner(image)
    if (owner) signOf(owner.supplier, owner.product).images.push(image)
  }
  for (const name of it.variables) {
    const owner = place.catalogue.environmentOwner(name)
    if (owner && !owner.shared) signOf(owner.supplier, owner.product).variables.push(name)
  }
  for (const one of it.served ?? []) signOf(one.supplier, undefined).served.push(one)
  for (const [supplier, sign] of [...signs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { images, variables, served, product } = sign
    const serves = served.length > 0 || (images.length > 0 && !GENERAL.has(supplier))
    yield thing(place, {
      type: it.type,
      kind: serves ? 'model-server' : 'service',
      id: `${it.resource}:${supplier}`,
      name: lastOf(it.resource),
      service: it.service,
      resource: it.resource,
      grade: 'deployed',
      supplier,
      ...(product ? { product } : {}),
      ...(served[0] ? { model: served[0].model.id } : {}),
      created: it.created,
      changed: it.changed,
      labels: it.labels,
      operation: it.operation,
      method: workloadMethod(images, serves),
      identifiers: [
        ...images.flatMap((image) => digestOf(image)),
        ...(serves && it.host ? [{ type: 'host', value: it.host }] : []),
      ],
      attributes: {
        images: names(images),
        variables: names(variables),
        models: names(served.map(({ model }) => model.id)),
        ...it.attributes,
      },
    })
  }
}

const Containers = listOf(
  z.object({
    image: text,
    command: listOf(z.string()),
    args: listOf(z.string()),
    env: modelVariables,
  }),
)
const imagesOf = (containers: z.infer<typeof Containers>) =>
  names(containers?.map(({ image }) => image)) ?? []
const variablesOf = (containers: z.infer<typeof Containers>) =>
  names(containers?.flatMap(({ env }) => env?.map(({ name }) => name))) ?? []

const servedBy = ({ catalogue }: Place, containers: z.infer<typeof Containers>): Served[] =>
  (containers ?? []).flatMap(({ image, command = [], args = [], env }) =>
    modelsServed(catalogue, { image, command: [...command, ...args], environment: env }),
  )

const hostOf = (url: string | undefined): string | undefined => /^https?:\/\/([^/]+)/.exec(url ?? '')?.[1]

export const runServices = target({
  id: 'cloud-run-service',
  service: 'run',
  title: 'Cloud Run services whose images, arguments or variables name a supplier or a model',
  kinds: ['service', 'model-server'],
  operations: ['run.services.list'],
  list: (gcp, place) =>
    gcp.list({
      service: 'run',
      path: `/v2/${parentOf(place)}/services`,
      key: 'services',
      permission: 'run.services.list',
      item: z.object({
        ...resource,
        uri: text,
        creator: text,
        template: optional(z.object({ containers: Containers, serviceAccount: text })),
      }),
    }),
  *toFindings({ name, template, uri, creator, ...one }, place) {
    yield* workloadFindings(place, {
      type: 'cloud-run-service',
      service: 'run',
      resource: name,
      operation: 'run.services.list',
      images: imagesOf(template?.containers),
      variables: variablesOf(template?.containers),
      served: servedBy(place, template?.containers),
      host: hostOf(uri),
      created: one.createTime,
      changed: one.updateTime,
      labels: one.labels,
      attributes: { creator, serviceAccount: template?.serviceAccount, url: uri },
    })
  },
})

export const runJobs = target({
  id: 'cloud-run-job',
  service: 'run',
  title: 'Cloud Run jobs whose images, arguments or variables name a supplier or a model',
  kinds: ['service', 'model-server'],
  operations: ['run.jobs.list'],
  list: (gcp, place) =>
    gcp.list({
      service: 'run',
      path: `/v2/${parentOf(place)}/jobs`,
      key: 'jobs',
      permission: 'run.jobs.list',
      item: z.object({
        ...resource,
        creator: text,
        template: optional(z.object({ template: optional(z.object({ containers: Containers })) })),
      }),
    }),
  *toFindings({ name, template, creator, ...one }, place) {
    const containers = template?.template?.containers
    yield* workloadFindings(place, {
      type: 'cloud-run-job',
      service: 'run',
      resource: name,
      operation: 'run.jobs.list',
      images: imagesOf(containers),
      variables: variablesOf(containers),
      served: servedBy(place, containers),
      created: one.createTime,
      changed: one.updateTime,
      labels: one.labels,
      attributes: { creator },
    })
  },
})

/** Of a map its keys alone. */
const keysOf = optional(z.record(z.string(), z.unknown()).transform((map) => Object.keys(map)))

export const functions = target({
  id: 'cloud-function',
  service: 'cloudfunctions',
  title: 'Cloud Functions whose variables name a supplier',
  kinds: ['service', 'model-server'],
  operations: ['cloudfunctions.functions.list'],
  list: (gcp, place) =>
    gcp.list({
      service: 'cloudfunctions',
      path: `/v2/${parentOf(place)}/functions`,
      key: 'functions',
      permission: 'cloudfunctions.functions.list',
      item: z.object({
        ...resource,
        buildConfig: optional(z.object({ runtime: text })),
        serviceConfig: optional(
          z.object({
            environmentVariables: keysOf,
            secretEnvironmentVariables: listOf(z.object({ key: text })),
            serviceAccountEmail: text,
          }),
        ),
      }),
    }),
  *toFindings({ name, buildConfig, serviceConfig, ...one }, place) {
    const secrets = serviceConfig?.secretEnvironmentVariables?.map(({ key }) => key) ?? []
    yield* workloadFindings(place, {
      type: 'cloud-function',
      service: 'cloudfunctions',
      resource: name,
      operation: 'cloudfunctions.functions.list',
      images: [],
      variables: names([...(serviceConfig?.environmentVariables ?? []), ...secrets]) ?? [],
      created: one.createTime,
      changed: one.updateTime,
      labels: one.labels,
      attributes: {
        state: one.state,
        runtime: buildConfig?.runtime,
        serviceAccount: serviceConfig?.serviceAccountEmail,
      },
    })
  },
})

const NodePool = z.object({
  name: z.string(),
  status: text,
  config: optional(
    z.object({
      machineType: text,
      accelerators: listOf(z.object({ acceleratorType: text })),
    }),
  ),
})

/** A machine type of TPUs: `ct5lp-hightpu-4t`. */
const isTpu = (machineType: string | undefined): boolean => /^ct\d/.test(machineType ?? '')

export const nodePools = target({
  id: 'gke-accelerated-node-pool',
  service: 'container',
  title: 'GKE node pools with accelerators',
  kinds: ['model-server'],
  operations: ['container.clusters.list'],
  list: (gcp, place) =>
    gcp.list({
      service: 'container',
      path: `/v1/${parentOf(place)}/clusters`,
      key: 'clusters',
      permission: 'container.clusters.list',
      // All at once: this list has no pages, and refuses to be asked for any.
      size: {},
      item: z.object({
        name: z.string(),
        location: text,
        createTime: text,
        resourceLabels: labels,
        nodePools: listOf(NodePool),
      }),
    }),
  *toFindings(cluster, place) {
    const parent = `projects/${place.project.number}/locations/${cluster.location ?? place.location}`
    for (const { name, status, config } of cluster.nodePools ?? []) {
      const accelerators = names(config?.accelerators?.map(({ acceleratorType }) => acceleratorType))
      if (!accelerators && !isTpu(config?.machineType)) continue
      yield thing(place, {
        type: 'gke-accelerated-node-pool',
        kind: 'model-server',
        name: `${cluster.name}/${name}`,
        service: 'container',
        resource: `${parent}/clusters/${cluster.name}/nodePools/${name}`,
        grade: 'deployed',
        supplier: null,
        product: 'GKE node pool',
        created: cluster.createTime,
        labels: cluster.resourceLabels,
        operation: 'container.clusters.list',
        attributes: { state: status, machineType: config?.machineType, accelerators },
      })
    }
  },
})
