import { day } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import type { Metric } from '@aws-sdk/client-cloudwatch'
import type { Aws } from '../aws.ts'
import { arnOf, modelUseIdentifier, ownUse, thing } from '../finding.ts'
import { baseModelOf, isOwnArn, isOwnId, modelIdOf } from '../model-ids.ts'
import type { Operation } from '../permissions.ts'
import type { Place } from '../place.ts'
import { type Target, target } from '../target.ts'
import { type Amount, amountsOf, dimensionOf, metricsNamed, wayOf } from './metric-sums.ts'

interface Subject {
  /** The value of the dimension: a model's id or ARN, an endpoint's name. */
  readonly name: string
  readonly volumes: Record<string, number>
  first: number
  last: number
}

interface MetricRow {
  readonly id: string
  readonly title: string
  readonly kinds: Target['kinds']
  readonly namespace: string
  readonly dimension: string
  /** Several values that mean one and the same. */
  subject?(value: string): string
  /** Metric to the attribute that its sum is said under; the first one decides whether there was use. */
  readonly metrics: Readonly<Record<string, string>>
  readonly operations?: readonly Operation[]
  more?(aws: Aws, subject: Subject): Promise<Readonly<Record<string, string | undefined>>>
  finding(subject: Subject, place: Place, attributes: ReturnType<typeof usageAttributes>): Finding
}

/** Metrics of the period by day. What has none in it was not used, whatever is configured. */
function metricTarget(row: MetricRow): Target {
  const { id, title, kinds, namespace } = row
  return target({
    id,
    service: 'cloudwatch',
    title,
    kinds,
    operations: ['cloudwatch:ListMetrics', 'cloudwatch:GetMetricData', ...(row.operations ?? [])],
    async *list(aws, place) {
      const subjects = new Map<string, Subject>()
      const metrics = await metricsNamed(aws, namespace, Object.keys(row.metrics))
      for await (const amount of amountsOf(aws, place, plainestOf(metrics, row.dimension)))
        addTo(subjects, row, amount)
      for (const subject of [...subjects.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
        yield { subject, more: (await row.more?.(aws, subject)) ?? {} }
    },
    *toFindings({ subject, more }, place) {
      yield row.finding(subject, place, { ...usageAttributes(subject, place), ...more })
    },
  })
}

/**
 * The same sum is cut in several ways: by model, by model and image size, by model and tier. Of each subject the way with the
 * fewest dimensions is read; all its metrics together are the whole.
 */
function plainestOf(metrics: readonly Metric[], dimension: string): Metric[] {
  const ways = new Map<string, Map<string, Metric[]>>()
  for (const metric of metrics) {
    const subject = dimensionOf(metric, dimension)
    if (!subject) continue
    const key = `${String(metric.Dimensions?.length ?? 0).padStart(2, '0')} ${wayOf(metric)}`
    const of = `${metric.MetricName} ${subject}`
    const ofSubject = ways.get(of) ?? new Map<string, Metric[]>()
    ways.set(of, ofSubject)
    ofSubject.set(key, [...(ofSubject.get(key) ?? []), metric])
  }
  return [...ways.values()].flatMap((ofSubject) => {
    const [plainest = ''] = [...ofSubject.keys()].sort()
    return ofSubject.get(plainest) ?? []
  })
}

function addTo(subjects: Map<string, Subject>, row: MetricRow, { metric, value, at }: Amount): void {
  const said = dimensionOf(metric, row.dimension)
  const name = said && (row.subject?.(said) ?? said)
  const attribute = row.metrics[metric.MetricName ?? '']
  if (!name || !attribute) return
  const time = at.getTime()
  const subject = subjects.get(name) ?? { name, volumes: {}, first: time, last: time }
  subjects.set(name, subject)
  subject.volumes[attribute] = (subject.volumes[attribute] ?? 0) + value
  subject.first = Math.min(subject.first, time)
  subject.last = Math.max(subject.last, time)
}

const usageAttributes = (
  { volumes, first, last }: Subject,
  { since }: Place,
): Record<string, string | number | undefined> => ({
  // Units may come in fractions, whose sum must not hang on the order of pages.
  ...Object.fromEntries(Object.entries(volumes).map(([name, sum]) => [name, Math.round(sum * 1e6) / 1e6])),
  usageSince: day(since),
  firstUsedOn: day(new Date(first)),
  lastUsedOn: day(new Date(last)),
})

/**
 * The proof of models that are no resource: called on demand they show in metrics alone. A model of one's own, a
 * profile or provisioned throughput has a finding already, and this is a sign of its use.
 */
export const bedrockUse = metricTarget({
  id: 'bedrock-model-use',
  title: 'Models that were called through Bedrock (CloudWatch)',
  kinds: ['model', 'usage'],
  namespace: 'AWS/Bedrock',
  dimension: 'ModelId',
  subject: modelIdOf,
  metrics: {
    Invocations: 'invocations',
    InputTokenCount: 'inputTokens',
    OutputTokenCount: 'outputTokens',
    OutputImageCount: 'outputImages',
  },
  operations: ['bedrock:ListFoundationModelAgreementOffers', 'bedrock:GetFoundationModelAvailability'],
  async more(aws, { name }) {
    if (isOwnArn(name) || isOwnId(name)) return {}
    // Of a profile over several regions terms are those of the model.
    const bare = baseModelOf(modelIdOf(name))
    // AWS's own models have no offers, and profiles of other regions' models no availability here.
    const none = ['ValidationException']
    const terms = await aws.more('bedrock', 'ListFoundationModelAgreementOffers', { modelId: bare }, none)
    const access = await aws.more('bedrock', 'GetFoundationModelAvailability', { modelId: bare }, none)
    return {
      modelTerms: terms?.offers?.[0]?.termDetails?.legalTerm?.url,
      agreement: access?.agreementAvailability?.status,
      authorization: access?.authorizationStatus,
    }
  },
  finding({ name }, place, attributes) {
    const arn = isOwnArn(name)
    const own = arn || isOwnId(name)
    const modelId = modelIdOf(name)
    return thing(place, {
      type: own ? 'bedrock-use' : 'bedrock-model',
      kind: own ? 'usage' : 'model',
      name: own ? (name.split('/').at(-1) ?? name) : modelId,
      id: modelId,
      arn: arn ? name : undefined,
      grade: 'used',
      supplier: 'aws-bedrock',
      product: 'Amazon Bedrock',
      ...(own ? {} : { model: modelId }),
      identifiers: [
        ...(own ? [] : [{ type: 'model-id', value: modelId }]),
        ...(arn ? ownUse(place, name) : [modelUseIdentifier(place, place.region, modelId)]),
      ],
      operation: 'cloudwatch:GetMetricData',
      method: 'metric',
      attributes,
    })
  },
})

export const sagemakerUse = metricTarget({
  id: 'sagemaker-endpoint-use',
  title: 'SageMaker endpoints that were called (CloudWatch)',
  kinds: ['usage'],
  namespace: 'AWS/SageMaker',
  dimension: 'EndpointName',
  metrics: { Invocations: 'invocations' },
  finding: ({ name }, place, attributes) =>
    thing(place, {
      type: 'sagemaker-endpoint-use',
      kind: 'usage',
      name,
      arn: arnOf(place, 'sagemaker', 'endpoint/', name.toLowerCase()),
      grade: 'used',
      supplier: 'aws-sagemaker',
      product: 'SageMaker endpoint',
      operation: 'cloudwatch:GetMetricData',
      method: 'metric',
      attributes,
    }),
})

/**
 * Of Comprehend only calls of endpoints of one's own show in metrics, as inference units that they consumed; calls of its own
 * models and jobs do not.
 */
export const comprehendUse = metricTarget({
  id: 'comprehend-endpoint-use',
  title: 'Comprehend endpoints that were called (CloudWatch)',
  kinds: ['usage'],
  namespace: 'AWS/Comprehend',
  dimension: 'EndpointArn',
  metrics: { ConsumedInferenceUnits: 'consumedInferenceUnits' },
  finding: ({ name }, place, attributes) =>
    thing(place, {
      type: 'comprehend-endpoint-use',
      kind: 'usage',
      name: name.split('/').slice(1).join('/') || name,
      id: name,
      arn: name,
      grade: 'used',
      product: 'Comprehend',
      operation: 'cloudwatch:GetMetricData',
      method: 'metric',
      attributes,
    }),
})
