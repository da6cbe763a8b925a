import type { Metric, MetricDataResult } from '@aws-sdk/client-cloudwatch'
import type { Aws } from '../aws.ts'
import type { Place } from '../place.ts'

const DAY = 86_400
/** As many queries as one request may hold. */
const QUERIES = 500

/** What a metric came to in the period, on one day. */
export interface Amount {
  readonly metric: Metric
  readonly value: number
  readonly at: Date
}

/** Metrics of these names. What an endpoint of one's own answers beside what it was asked for counts for nothing. */
export async function metricsNamed(
  aws: Aws,
  namespace: string,
  wanted: readonly string[],
): Promise<Metric[]> {
  const found: Metric[] = []
  let others = 0
  for (const MetricName of wanted)
    for await (const metric of aws.list('cloudwatch', 'ListMetrics', 'Metrics', {
      Namespace: namespace,
      MetricName,
    }))
      if (metric.Namespace === namespace && metric.MetricName === MetricName) found.push(metric)
      else others++
  // Who answers another question may not know ours: that nothing of it was there says nothing.
  if (others > 0)
    aws.cut(
      'cloudwatch:ListMetrics',
      `Metrics other than those of ${namespace} that were asked for came back.`,
    )
  return found
}

export const dimensionOf = ({ Dimensions = [] }: Metric, name: string): string | undefined =>
  Dimensions.find((one) => one.Name === name)?.Value

/** `Operation`, `LanguagePair Operation`: the way in which a metric is cut. */
export const wayOf = ({ Dimensions = [] }: Metric): string =>
  Dimensions.map(({ Name }) => Name ?? '')
    .sort()
    .join(' ')

/** The amounts above nothing of the period by day. */
export async function* amountsOf(
  aws: Aws,
  place: Place,
  metrics: readonly Metric[],
): AsyncGenerator<Amount, void, undefined> {
  for (let from = 0; from < metrics.length; from += QUERIES)
    yield* batch(aws, place, metrics.slice(from, from + QUERIES))
}

async function* batch(aws: Aws, place: Place, metrics: readonly Metric[]): AsyncGenerator<Amount> {
  const results = aws.list('cloudwatch', 'GetMetricData', 'MetricDataResults', {
    MetricDataQueries: metrics.map((Metric, i) => ({
      Id: `m${i}`,
      Label: labelOf(Metric),
      MetricStat: { Metric, Period: DAY, Stat: 'Sum' },
    })),
    StartTime: place.since,
    EndTime: place.now,
  })
  for await (const result of results) {
    const { StatusCode, Timestamps = [], Values = [] } = result
    const metric = meant(result, metrics)
    if (StatusCode === 'InternalError' || StatusCode === 'Forbidden')
      aws.cut('cloudwatch:GetMetricData', `CloudWatch could not sum a metric (${StatusCode}).`, StatusCode)
    if (!metric) {
      aws.cut(
        'cloudwatch:GetMetricData',
        'CloudWatch answered with sums of metrics that were not asked for.',
        'unexpected-answer',
      )
      continue
    }
    for (const [i, value] of Values.entries()) {
      const at = Timestamps[i]
      if (value > 0 && at) yield { metric, value, at }
    }
  }
}

const valuesOf = ({ Dimensions = [] }: Metric): string[] => Dimensions.flatMap(({ Value }) => Value ?? [])
const labelOf = (metric: Metric): string => [metric.MetricName ?? '', ...valuesOf(metric)].join(' ')

/**
 * Which of the metrics a result is about: our own number says it, unless its label names another one. An answer that was
 * recorded for somebody else's question has numbers of theirs, and labels all the same.
 */
function meant({ Id = '', Label = '' }: MetricDataResult, metrics: readonly Metric[]): Metric | undefined {
  const own = /^m\d+$/.test(Id) ? metrics[Number(Id.slice(1))] : undefined
  const words = Label.split(/[\s,()[\]]+/)
  if (own && (Label === '' || words.includes(own.MetricName ?? ''))) return own
  const named = metrics.filter(({ MetricName = '' }) => words.includes(MetricName))
  const exact = named.filter((metric) => valuesOf(metric).every((value) => words.includes(value)))
  if (exact[0]) return exact[0]
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  return own
}
