import { day } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import type { Metric } from '@aws-sdk/client-cloudwatch'
import type { Aws } from '../aws.ts'
import { arnOf, modelUseIdentifier, ownUse, thing } from '../finding.ts'
import { baseModelOf, isOwnArn, isOwnId, modelIdOf } from '../model-ids.ts'
import type { Operation } from '../permissions.ts'
import type { Place } from '../place.ts'
import { type Target, target } from '../target.ts'

const DAY = 86_400
/** As many queries as one request may hold. */
const QUERIES = 500

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
      for (const MetricName of Object.keys(row.metrics)) {
        const metrics = aws.list('cloudwatch', 'ListMetrics', 'Metrics', { Namespace: namespace, MetricName })
        const chosen = await plainestOf(metrics, row.dimension)
        for (let from = 0; from < chosen.length; from += QUERIES)
          await readBatch(aws, place, chosen.slice(from, from + QUERIES), row, subjects)
      }
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
async function plainestOf(metrics: AsyncIterable<Metric>, dimension: string): Promise<Metric[]> {
  const ways = new Map<string, Map<string, Metric[]>>()
  for await (const metric of metrics) {
    const { Dimensions = [] } = metric
    const subject = Dimensions.find(({ Name }) => Name === dimension)?.Value
    if (!subject) continue
    const way = Dimensions.map(({ Name }) => Name ?? '').sort()
    const key = `${String(way.length).padStart(2, '0')} ${way.join(' ')}`
    const ofSubject = ways.get(subject) ?? new Map<string, Metric[]>()
    ways.set(subject, ofSubject)
    ofSubject.set(key, [...(ofSubject.get(key) ?? []), metric])
  }
  return [...ways.values()].flatMap((ofSubject) => {
    const [plainest = ''] = [...ofSubject.keys()].sort()
    return ofSubject.get(plainest) ?? []
  })
}

async function readBatch(
  aws: Aws,
  place: Place,
  metrics: readonly Metric[],
  row: MetricRow,
  subjects: Map<string, Subject>,
): Promise<void> {
  const queries = metrics.map((Metric, i) => ({
    Id: `m${i}`,
    MetricStat: { Metric, Period: DAY, Stat: 'Sum' },
  }))
  const answers = aws.list('cloudwatch', 'GetMetricData', 'MetricDataResults', {
    MetricDataQueries: queries,
    StartTime: place.since,
    EndTime: place.now,
  })
  for await (const { Id, Timestamps = [], Values = [], StatusCode } of answers) {
    if (StatusCode === 'InternalError' || StatusCode === 'Forbidden')
      aws.cut(
        'cloudwatch:GetMetricData',
        `CloudWatch could not sum a metric of ${row.namespace} (${StatusCode}).`,
      )
    const metric = metrics[Number(Id?.slice(1))]
    const value = metric?.Dimensions?.find(({ Name }) => Name === row.dimension)?.Value
    const name = value && (row.subject?.(value) ?? value)
    const attribute = row.metrics[metric?.MetricName ?? '']
    if (!name || !attribute) continue
    for (const [i, value] of Values.entries()) addTo(subjects, name, attribute, value, Timestamps[i])
  }
}

function addTo(
  subjects: Map<string, Subject>,
  name: string,
  attribute: string,
  value: number,
  at: Date | undefined,
): void {
  if (!(value > 0) || !at) return
  const subject = subjects.get(name) ?? { name, volumes: {}, first: at.getTime(), last: at.getTime() }
  subjects.set(name, subject)
  subject.volumes[attribute] = (subject.volumes[attribute] ?? 0) + value
  subject.first = Math.min(subject.first, at.getTime())
  subject.last = Math.max(subject.last, at.getTime())
}

const usageAttributes = (
  { volumes, first, last }: Subject,
  { since }: Place,
): Record<string, string | number | undefined> => ({
  ...volumes,
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
