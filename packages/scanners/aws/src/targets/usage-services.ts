import { day, names } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import type { Metric } from '@aws-sdk/client-cloudwatch'
import type { Aws } from '../aws.ts'
import { thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { type Target, target } from '../target.ts'
import { type Amount, amountsOf, dimensionOf, metricsNamed, wayOf } from './metric-sums.ts'

interface ServiceRow {
  readonly id: string
  readonly product: string
  readonly namespace: string
  /** Metrics that count requests, by operation. */
  readonly requests: readonly string[]
  /** Metrics that count what was worked on, to the attribute that their sum is said under. */
  readonly volumes?: Readonly<Record<string, string>>
}

/** Asking what there is, or making and taking away, is no use of a service; this scanner's own lists are counted as well. */
const MANAGEMENT =
  /^(List|Describe|Get|Create|Delete|Update|Put|Copy|Import|Associate|Disassociate|Tag|Untag|Stop)(?!FaceLiveness)/

/**
 * These services have next to no resources: calls of them show in CloudWatch alone. One sign of use a service and region, with
 * the operations that were called.
 */
function serviceUse(row: ServiceRow): Target {
  return target({
    id: row.id,
    service: 'cloudwatch',
    title: `Calls of Amazon ${row.product} (CloudWatch)`,
    kinds: ['usage'],
    operations: ['cloudwatch:ListMetrics', 'cloudwatch:GetMetricData'],
    async *list(aws, place) {
      const use = await useOf(aws, place, row)
      if (use.last > 0) yield use
    },
    *toFindings(use, place) {
      yield finding(row, use, place)
    },
  })
}

async function useOf(
  aws: Aws,
  place: Place,
  { namespace, requests, volumes = {} }: ServiceRow,
): Promise<Use> {
  const all = await metricsNamed(aws, namespace, [...requests, ...Object.keys(volumes)])
  const use: Use = { calls: 0, volumes: {}, operations: new Set(), first: 0, last: 0 }
  for await (const amount of amountsOf(aws, place, chosenOf(all, requests)))
    addTo(use, amount, volumes[amount.metric.MetricName ?? ''])
  return use
}

const finding = ({ id, product, namespace }: ServiceRow, use: Use, place: Place): Finding =>
  thing(place, {
    type: id,
    kind: 'usage',
    id,
    name: `Amazon ${product}`,
    grade: 'used',
    supplier: 'aws-ai-services',
    product: `Amazon ${product}`,
    operation: 'cloudwatch:GetMetricData',
    method: 'metric',
    attributes: {
      calls: use.calls || undefined,
      ...use.volumes,
      operations: names([...use.operations]),
      namespace,
      usageSince: day(place.since),
      firstUsedOn: day(new Date(use.first)),
      lastUsedOn: day(new Date(use.last)),
    },
  })

interface Use {
  calls: number
  readonly volumes: Record<string, number>
  readonly operations: Set<string>
  first: number
  last: number
}

/**
 * Of each name the metrics that are cut in one way, so that nothing counts twice: by operation, without which calls of any kind
 * would count; of volumes the plainest.
 */
function chosenOf(metrics: readonly Metric[], requests: readonly string[]): Metric[] {
  const named = groupsOf(metrics, ({ MetricName }) => MetricName ?? '')
  return [...named].flatMap(([name, all]) => {
    const ways = groupsOf(requests.includes(name) ? all.filter(isUse) : all, wayOf)
    const [plainest] = [...ways].sort(
      ([a], [b]) => a.split(' ').length - b.split(' ').length || (a < b ? -1 : 1),
    )
    return plainest?.[1] ?? []
  })
}

function groupsOf(metrics: readonly Metric[], by: (metric: Metric) => string): Map<string, Metric[]> {
  const groups = new Map<string, Metric[]>()
  for (const metric of metrics) groups.set(by(metric), [...(groups.get(by(metric)) ?? []), metric])
  return groups
}

const isUse = (metric: Metric): boolean => {
  const operation = dimensionOf(metric, 'Operation')
  return operation !== undefined && !MANAGEMENT.test(operation)
}

function addTo(use: Use, { metric, value, at }: Amount, volume: string | undefined): void {
  if (volume) use.volumes[volume] = (use.volumes[volume] ?? 0) + value
  else use.calls += value
  const operation = dimensionOf(metric, 'Operation')
  if (operation) use.operations.add(operation)
  const time = at.getTime()
  use.first = use.first === 0 ? time : Math.min(use.first, time)
  use.last = Math.max(use.last, time)
}

// Names of metrics and dimensions from the monitoring chapters of the services' developer guides.
export const rekognitionUse = serviceUse({
  id: 'rekognition-use',
  product: 'Rekognition',
  namespace: 'AWS/Rekognition',
  requests: ['SuccessfulRequestCount'],
  volumes: { DetectedFaceCount: 'detectedFaces', DetectedLabelCount: 'detectedLabels' },
})

export const textractUse = serviceUse({
  id: 'textract-use',
  product: 'Textract',
  namespace: 'AWS/Textract',
  requests: ['SuccessfulRequestCount'],
})

export const translateUse = serviceUse({
  id: 'translate-use',
  product: 'Translate',
  namespace: 'AWS/Translate',
  requests: ['SuccessfulRequestCount'],
  volumes: { CharacterCount: 'characters' },
})

export const transcribeUse = serviceUse({
  id: 'transcribe-use',
  product: 'Transcribe',
  namespace: 'AWS/Transcribe',
  requests: ['SuccessfulRequestCount'],
})

export const pollyUse = serviceUse({
  id: 'polly-use',
  product: 'Polly',
  namespace: 'AWS/Polly',
  requests: ['2XXCount'],
  volumes: { RequestCharacters: 'characters' },
})
