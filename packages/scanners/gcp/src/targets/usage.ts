import { names } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { modelUse, thing } from '../finding.ts'
import type { Gcp } from '../gcp.ts'
import { projectOf } from '../listed.ts'
import type { Place } from '../place.ts'
import { labels, listOf, optional } from '../resource.ts'
import { target } from '../target.ts'

const TimeSeries = z.object({
  metric: optional(z.object({ labels })),
  resource: optional(z.object({ labels })),
  points: listOf(
    z.object({
      interval: z.object({ endTime: z.string() }),
      // Whole numbers come as text.
      value: z.object({ int64Value: optional(z.coerce.number()), doubleValue: optional(z.number()) }),
    }),
  ),
})
type TimeSeries = z.infer<typeof TimeSeries>

const PERMISSION = 'monitoring.timeSeries.list'

/** Sums by day since the place's `since`, one series for each different value of the labels in `by`. */
const sums = (gcp: Gcp, place: Place, filter: string, by: readonly string[]) =>
  gcp.list({
    service: 'monitoring',
    path: `/v3/${projectOf(place)}/timeSeries`,
    key: 'timeSeries',
    permission: PERMISSION,
    size: { pageSize: 1000 },
    query: {
      filter,
      'interval.startTime': place.since.toISOString(),
      'interval.endTime': place.now.toISOString(),
      'aggregation.alignmentPeriod': '86400s',
      'aggregation.perSeriesAligner': 'ALIGN_SUM',
      'aggregation.crossSeriesReducer': 'REDUCE_SUM',
      'aggregation.groupByFields': by,
    },
    item: TimeSeries,
  })

interface Use {
  volume: number
  first: string
  last: string
  callers: Set<string>
}

/** What has a point above zero in the period was used; days and volume are added up under one key. */
function addTo(uses: Map<string, Use>, key: string, series: TimeSeries, caller?: string): void {
  for (const { interval, value } of series.points ?? []) {
    const volume = value.int64Value ?? value.doubleValue ?? 0
    const at = Date.parse(interval.endTime)
    if (!(volume > 0) || Number.isNaN(at)) continue
    // A point is of the day before its end.
    const day = new Date(at - 1).toISOString().slice(0, 10)
    const use = uses.get(key) ?? { volume: 0, first: day, last: day, callers: new Set<string>() }
    uses.set(key, use)
    use.volume += volume
    if (day < use.first) use.first = day
    if (day > use.last) use.last = day
    if (caller && use.callers.size < 200) use.callers.add(caller)
  }
}

const period = (use: Use, place: Place) => ({
  usageSince: place.since.toISOString().slice(0, 10),
  firstUsedOn: use.first,
  lastUsedOn: use.last,
})

const sorted = (uses: Map<string, Use>) => [...uses].sort(([a], [b]) => (a < b ? -1 : 1))

/** The proof of publishers' models, which are no resource of the project: called, they show in metrics alone. */
export const publisherModels = target({
  id: 'vertex-model-use',
  service: 'monitoring',
  title: 'Publishers’ models that were called through Vertex AI (Cloud Monitoring)',
  kinds: ['model'],
  operations: [PERMISSION],
  list: (gcp, place) =>
    sums(
      gcp,
      place,
      'metric.type = "aiplatform.googleapis.com/publisher/online_serving/model_invocation_count"',
      ['resource.labels.publisher', 'resource.labels.model_user_id', 'resource.labels.location'],
    ),
  tally(place) {
    const uses = new Map<string, Use>()
    return {
      add(series: TimeSeries) {
        const { publisher, model_user_id, location } = series.resource?.labels ?? {}
        if (publisher && model_user_id)
          addTo(uses, `${location || 'global'}/${publisher}/${model_user_id}`, series)
      },
      *findings(): Generator<Finding> {
        for (const [key, use] of sorted(uses)) {
          const [location = '', publisher = '', model = ''] = key.split('/')
          yield thing(place, {
            type: 'vertex-model-use',
            kind: 'model',
            name: model,
            id: key,
            service: 'aiplatform',
            grade: 'used',
            product: 'Vertex AI',
            model: `publishers/${publisher}/models/${model}`,
            identifiers: [{ type: 'model-id', value: model }, modelUse(place, location, publisher, model)],
            operation: PERMISSION,
            method: 'metric',
            attributes: { location, publisher, invocations: use.volume, ...period(use, place) },
          })
        }
      },
    }
  },
})

/** Predictions of the project's own endpoints: a sign of use that joins the endpoint by its name. */
export const endpointUse = target({
  id: 'vertex-endpoint-use',
  service: 'monitoring',
  title: 'Vertex AI endpoints that were called (Cloud Monitoring)',
  kinds: ['usage'],
  operations: [PERMISSION],
  list: (gcp, place) =>
    sums(
      gcp,
      place,
      'metric.type = "aiplatform.googleapis.com/prediction/online/prediction_count" AND resource.type = "aiplatform.googleapis.com/Endpoint"',
      ['resource.labels.endpoint_id', 'resource.labels.location'],
    ),
  tally(place) {
    const uses = new Map<string, Use>()
    return {
      add(series: TimeSeries) {
        const { endpoint_id, location } = series.resource?.labels ?? {}
        if (endpoint_id && location) addTo(uses, `locations/${location}/endpoints/${endpoint_id}`, series)
      },
      *findings(): Generator<Finding> {
        for (const [endpoint, use] of sorted(uses))
          yield thing(place, {
            type: 'vertex-endpoint-use',
            kind: 'usage',
            name: endpoint.split('/').at(-1) ?? endpoint,
            service: 'aiplatform',
            resource: `${projectOf(place)}/${endpoint}`,
            grade: 'used',
            product: 'Vertex AI endpoint',
            operation: PERMISSION,
            method: 'metric',
            attributes: { predictions: use.volume, ...period(use, place) },
          })
      },
    }
  },
})

/** Vision, Speech, Translation and the Gemini API leave nothing but their requests. */
export const requestCounts = target({
  id: 'api-request-use',
  service: 'monitoring',
  title: 'AI services that were called (Cloud Monitoring)',
  kinds: ['usage'],
  operations: [PERMISSION],
  list: (gcp, place) =>
    sums(
      gcp,
      place,
      `metric.type = "serviceruntime.googleapis.com/api/request_count" AND resource.type = "consumed_api" AND resource.labels.service = one_of(${aiServices(
        place,
      )
        .map((one) => `"${one}"`)
        .join(',')})`,
      ['resource.labels.service', 'resource.labels.credential_id'],
    ),
  tally(place) {
    const uses = new Map<string, Use>()
    return {
      add(series: TimeSeries) {
        const { service, credential_id } = series.resource?.labels ?? {}
        if (service && place.catalogue.gcpServiceOwner(service)) addTo(uses, service, series, credential_id)
      },
      *findings(): Generator<Finding> {
        for (const [service, use] of sorted(uses)) {
          const owner = place.catalogue.gcpServiceOwner(service)
          yield thing(place, {
            type: 'api-request-use',
            kind: 'usage',
            name: service,
            service: 'monitoring',
            grade: 'used',
            supplier: owner?.supplier ?? null,
            ...(owner?.product ? { product: owner.product } : {}),
            operation: PERMISSION,
            method: 'metric',
            attributes: { requests: use.volume, callers: names([...use.callers]), ...period(use, place) },
          })
        }
      },
    }
  },
})

/** The services that signatures own: what may be asked for in one filter. */
const aiServices = ({ catalogue }: Place): string[] =>
  names(
    [...catalogue.suppliers.values()].flatMap(({ gcpServices }) =>
      (gcpServices ?? []).map((one) => (typeof one === 'string' ? one : one.name)),
    ),
  ) ?? []
