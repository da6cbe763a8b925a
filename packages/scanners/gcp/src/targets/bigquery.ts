import { mapAhead } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { thing, toModel, toResource } from '../finding.ts'
import type { Gcp } from '../gcp.ts'
import { projectOf } from '../listed.ts'
import type { Place } from '../place.ts'
import { labels, lastOf, optional, text } from '../resource.ts'
import { AHEAD, target } from '../target.ts'

const DatasetItem = z.object({
  datasetReference: z.object({ datasetId: z.string() }),
  location: text,
})
const ModelItem = z.object({
  modelReference: z.object({ datasetId: z.string(), modelId: z.string() }),
  modelType: text,
  /** Milliseconds since 1970, as text. */
  creationTime: text,
  lastModifiedTime: text,
  labels,
})
const ModelDetail = z.object({
  location: text,
  remoteModelInfo: optional(
    z.object({ endpoint: text, remoteServiceType: text, connection: text, remoteModelVersion: text }),
  ),
})

const datasets = (gcp: Gcp, place: Place) =>
  gcp.list({
    service: 'bigquery',
    path: `/bigquery/v2/${projectOf(place)}/datasets`,
    key: 'datasets',
    permission: 'bigquery.datasets.get',
    size: { maxResults: 1000 },
    item: DatasetItem,
  })

async function* modelsOf(gcp: Gcp, place: Place) {
  for await (const { datasetReference } of datasets(gcp, place))
    yield* await gcp.within({
      service: 'bigquery',
      path: `/bigquery/v2/${projectOf(place)}/datasets/${datasetReference.datasetId}/models`,
      key: 'models',
      permission: 'bigquery.models.list',
      size: { maxResults: 1000 },
      item: ModelItem,
    })
}

const since1970 = (milliseconds: string | undefined): string | undefined => {
  const instant = new Date(Number(milliseconds ?? Number.NaN))
  return Number.isFinite(instant.getTime()) ? instant.toISOString() : undefined
}

export const bigqueryModels = target({
  id: 'bigquery-model',
  service: 'bigquery',
  title: 'BigQuery ML models, with what remote ones call',
  kinds: ['model'],
  operations: ['bigquery.datasets.get', 'bigquery.models.list', 'bigquery.models.getMetadata'],
  list: (gcp, place) =>
    mapAhead(modelsOf(gcp, place), AHEAD, async (item) => ({
      item,
      detail: await gcp.more(
        {
          service: 'bigquery',
          path: `/bigquery/v2/${projectOf(place)}/datasets/${item.modelReference.datasetId}/models/${item.modelReference.modelId}`,
          permission: 'bigquery.models.getMetadata',
        },
        ModelDetail,
      ),
    })),
  *toFindings({ item, detail }, place) {
    if (detail === undefined) return
    const { datasetId, modelId } = item.modelReference
    const remote = detail?.remoteModelInfo
    // `https://…/v1/projects/p/locations/l/publishers/google/models/m`; else a bare name of a model.
    const called = /\/v\d[a-z0-9]*\/(projects\/.+)$/.exec(remote?.endpoint ?? '')?.[1]
    yield thing(place, {
      type: 'bigquery-model',
      kind: 'model',
      name: `${datasetId}.${modelId}`,
      service: 'bigquery',
      resource: `${projectOf(place)}/datasets/${datasetId}/models/${modelId}`,
      grade: 'configured',
      product: 'BigQuery ML',
      ...(called?.includes('/publishers/') ? { model: called } : {}),
      created: since1970(item.creationTime),
      changed: since1970(item.lastModifiedTime),
      labels: item.labels,
      operation: 'bigquery.models.list',
      relations: [toModel(place, 'calls', called), toConnection(place, remote?.connection)],
      attributes: {
        location: detail?.location,
        modelType: item.modelType,
        remoteEndpoint: remote?.endpoint,
        remoteService: remote?.remoteServiceType,
        connection: remote?.connection,
      },
    })
  },
})

/** `acme-prod.us.gemini` → the connection's resource. */
function toConnection(place: Place, named: string | undefined) {
  const [project, location, id] = named?.split('.') ?? []
  if (!project || !location || !id) return null
  const name = `projects/${project}/locations/${location}/connections/${id}`
  return toResource(place, 'depends-on', 'bigqueryconnection', name)
}

const Connection = z.object({
  name: z.string(),
  friendlyName: text,
  creationTime: text,
  lastModifiedTime: text,
  cloudResource: optional(z.object({ serviceAccountId: text })),
})

export const bigqueryConnections = target({
  id: 'bigquery-connection',
  service: 'bigqueryconnection',
  title: 'BigQuery connections to Cloud resources, through which remote models are called',
  kinds: ['service'],
  operations: ['bigquery.datasets.get', 'bigquery.connections.list'],
  async *list(gcp, place) {
    // This service does not say where it is; connections are used from datasets of their own location.
    const locations = new Set<string>()
    for await (const { location } of datasets(gcp, place)) if (location) locations.add(location.toLowerCase())
    for (const location of [...locations].sort())
      yield* await gcp.within({
        service: 'bigqueryconnection',
        path: `/v1/${projectOf(place)}/locations/${location}/connections`,
        key: 'connections',
        permission: 'bigquery.connections.list',
        item: Connection,
      })
  },
  *toFindings({ name, friendlyName, cloudResource, ...one }, place) {
    if (!cloudResource) return
    yield thing(place, {
      type: 'bigquery-connection',
      kind: 'service',
      name: friendlyName || lastOf(name),
      service: 'bigqueryconnection',
      resource: name,
      // It may as well be for storage: only a model that calls through it shows that it is for AI.
      grade: 'available',
      product: 'BigQuery connection',
      created: since1970(one.creationTime),
      changed: since1970(one.lastModifiedTime),
      operation: 'bigquery.connections.list',
      attributes: { serviceAccount: cloudResource.serviceAccountId },
    })
  },
})
