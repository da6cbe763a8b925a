import { day } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import type { Metric } from '@aws-sdk/client-cloudwatch'
import type { Aws } from '../aws.ts'
import { arnOf, modelUseIdentifier, thing } from '../finding.ts'
import { isOwnArn, modelIdOf } from '../model-ids.ts'
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
      const batch = new Map<string, Metric>()
      const flush = async () => {
        await readBatch(aws, place, [...batch.values()], row, subjects)
        batch.clear()
      }
      for (const MetricName of Object.keys(row.metrics))
        for await (const metric of aws.list('cloudwatch', 'ListMetrics', 'Metrics', {
          Namespace: namespace,
          MetricName,
        })) {
          const key = keyOf(metric, row.dimension)
          if (!key) continue
          batch.set(key, metric)
          if (batch.size >= QUERIES) await flush()
        }
      if (batch.size > 0) await flush()
      for (const subject of [...subjects.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
        yield { subject, more: (await row.more?.(aws, subject)) ?? {} }
    },
    *toFindings({ subject, more }, place) {
      yield row.finding(subject, place, { ...usageAttributes(subject, place), ...more })
    },
  })
}

/** Only metrics with the dimension alone: others cut the same sum another way. */
function keyOf({ MetricName, Dimensions = [] }: Metric, dimension: string): string | null {
  const [only, ...others] = Dimensions.filter(({ Name }) => Name !== 'VariantName')
  return only?.Name === dimension && others.length === 0
    ? `${MetricName} ${JSON.stringify(Dimensions)}`
    : null
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
  for await (const { Id, Timestamps = [], Values = [] } of answers) {
    const metric = metrics[Number(Id?.slice(1))]
    const name = metric?.Dimensions?.find(({ Name }) => Name === row.dimension)?.Value
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
  metrics: {
    Invocations: 'invocations',
    InputTokenCount: 'inputTokens',
    OutputTokenCount: 'outputTokens',
    OutputImageCount: 'outputImages',
  },
  operations: ['bedrock:ListFoundationModelAgreementOffers', 'bedrock:GetFoundationModelAvailability'],
  async more(aws, { name }) {
    if (isOwnArn(name)) return {}
    const modelId = modelIdOf(name)
    // A profile of AWS's own over several regions: `eu.anthropic.…`. Terms are those of the model.
    const bare = modelId.replace(/^(?:us|eu|apac|jp|au|ca|global|us-gov)\./, '')
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
    const own = isOwnArn(name)
    const modelId = modelIdOf(name)
    return thing(place, {
      type: own ? 'bedrock-use' : 'bedrock-model',
      kind: own ? 'usage' : 'model',
      name: own ? (name.split('/').at(-1) ?? name) : modelId,
      id: modelId,
      arn: own ? name : undefined,
      grade: 'used',
      supplier: 'aws-bedrock',
      product: 'Amazon Bedrock',
      ...(own ? {} : { model: modelId }),
      identifiers: own
        ? []
        : [{ type: 'model-id', value: modelId }, modelUseIdentifier(place, place.region, modelId)],
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
      arn: arnOf(place, 'sagemaker', `endpoint/${name.toLowerCase()}`),
      grade: 'used',
      supplier: 'aws-sagemaker',
      product: 'SageMaker endpoint',
      operation: 'cloudwatch:GetMetricData',
      method: 'metric',
      attributes,
    }),
})
