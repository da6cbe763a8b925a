import type { AwsCall } from './stand-in.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 8))

export const CLAUDE = 'anthropic.claude-sonnet-4-5-20250929-v1:0'

/** What metrics are cut by; of services without resources it is the operation. */
const METERED: Readonly<Record<string, { readonly Name: string; readonly Value: string }>> = {
  'AWS/Bedrock': { Name: 'ModelId', Value: CLAUDE },
  'AWS/Comprehend': {
    Name: 'EndpointArn',
    Value: 'arn:aws:comprehend:eu-west-1:111122223333:document-classifier-endpoint/mail',
  },
  'AWS/SageMaker': { Name: 'EndpointName', Value: 'fraud' },
}

/** CloudWatch answers what it was asked. */
export function metrics(operation: string, input: AwsCall['input']): object | undefined {
  if (operation === 'cloudwatch:ListMetrics') {
    const { Namespace, MetricName } = input
    const dimension = METERED[String(Namespace)] ?? { Name: 'Operation', Value: 'StartIt' }
    const metric = { Namespace, MetricName, Dimensions: [dimension] }
    return { Metrics: [metric] }
  }
  if (operation === 'cloudwatch:GetMetricData') {
    const queries = Array.isArray(input.MetricDataQueries) ? input.MetricDataQueries : []
    return {
      MetricDataResults: queries.map((_, i) => ({
        Id: `m${i}`,
        Timestamps: [at(12), at(13)],
        Values: [5, 2],
        StatusCode: 'Complete',
      })),
    }
  }
  return undefined
}
