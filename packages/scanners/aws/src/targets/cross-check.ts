import { names } from '@ai-census/cloud-kit'
import type { FindingKind, Grade } from '@ai-census/schema'
import type { Aws } from '../aws.ts'
import { thing } from '../finding.ts'
import { isOwnArn } from '../model-ids.ts'
import type { Operation } from '../permissions.ts'
import type { Place } from '../place.ts'
import { target } from '../target.ts'

/** What an index of the account says there is. */
interface Indexed {
  readonly arn: string
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/**
 * What rows of the table would find, by service and type in the ARN. Other types say too little of themselves in an index,
 * and jobs never go by their name.
 */
const KNOWN: Readonly<Record<string, readonly [FindingKind, Grade]>> = {
  'sagemaker:endpoint': ['endpoint', 'deployed'],
  'sagemaker:inference-component': ['endpoint', 'deployed'],
  'sagemaker:model': ['model', 'configured'],
  'sagemaker:model-package-group': ['model', 'configured'],
  'sagemaker:notebook-instance': ['workspace', 'deployed'],
  'sagemaker:domain': ['workspace', 'deployed'],
  'sagemaker:pipeline': ['pipeline', 'configured'],
  'sagemaker:feature-group': ['dataset', 'configured'],
  'bedrock:agent': ['agent', 'configured'],
  'bedrock:knowledge-base': ['knowledge-base', 'deployed'],
  'bedrock:flow': ['pipeline', 'configured'],
  'bedrock:prompt': ['pipeline', 'configured'],
  'bedrock:guardrail': ['guardrail', 'configured'],
  'bedrock:custom-model': ['model', 'configured'],
  'bedrock:imported-model': ['model', 'deployed'],
  'bedrock:provisioned-model': ['endpoint', 'deployed'],
  'bedrock:application-inference-profile': ['endpoint', 'configured'],
  'bedrock-agentcore:runtime': ['agent', 'deployed'],
  'bedrock-agentcore:gateway': ['mcp-server', 'deployed'],
  'bedrock-agentcore:memory': ['knowledge-base', 'deployed'],
  'kendra:index': ['knowledge-base', 'deployed'],
  'lex:bot': ['agent', 'configured'],
  'qbusiness:application': ['assistant', 'deployed'],
  'comprehend:document-classifier-endpoint': ['endpoint', 'deployed'],
  'personalize:campaign': ['endpoint', 'deployed'],
  'frauddetector:detector': ['endpoint', 'deployed'],
}
const ARN = /^arn:[^:]+:([^:]+):([^:]*):(\d{12}):([^/:]+)[/:](.+)$/

/**
 * A thing that an index has, for the list that did not see it. Where the list did, both have the same ARN and are one. The index
 * is behind by minutes or more, so that it says nothing of what is not there.
 */
function* indexed(place: Place, type: string, { arn, account, region }: Indexed, operation: Operation) {
  const [, service = '', itsRegion, itsAccount, kindOf = '', name = ''] = ARN.exec(arn) ?? []
  const known = KNOWN[`${service}:${kindOf}`]
  const owner = place.catalogue.awsServiceOwner(service)
  if (!known || !owner || !isOwnArn(arn)) return
  const [kind, grade] = known
  yield thing(place, {
    type,
    kind,
    name: name.split('/').at(-1) ?? name,
    arn,
    grade,
    strength: 'weak',
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    operation,
    attributes: { account: account ?? itsAccount, region: region ?? itsRegion, isFromIndex: true },
  })
}

/** Of no kind is anything looked at whole by an index: nothing goes missing for not being in it. */
const NO_KINDS: readonly FindingKind[] = []

export const resourceExplorer = target({
  id: 'resource-explorer-check',
  service: 'cross-check',
  title: 'AI resources by Resource Explorer, to check the lists with',
  kinds: NO_KINDS,
  operations: ['resource-explorer-2:ListSupportedResourceTypes', 'resource-explorer-2:ListResources'],
  async *list(aws, place) {
    const services = new Set<string>()
    for await (const { Service } of aws.list(
      'resource-explorer-2',
      'ListSupportedResourceTypes',
      'ResourceTypes',
      {
        MaxResults: 1000,
      },
    ))
      if (Service && Object.keys(KNOWN).some((key) => key.startsWith(`${Service}:`))) services.add(Service)
    for (const service of [...services].sort())
      for await (const one of aws.list('resource-explorer-2', 'ListResources', 'Resources', {
        Filters: { FilterString: `service:${service} region:${place.region}` },
        MaxResults: 1000,
      }))
        if (one.Arn) yield { arn: one.Arn, account: one.OwningAccountId, region: one.Region }
  },
  toFindings: (one, place) =>
    indexed(place, 'resource-explorer-check', one, 'resource-explorer-2:ListResources'),
})

const QUERY = `SELECT accountId, awsRegion, arn WHERE resourceType LIKE 'AWS::SageMaker::%' OR resourceType LIKE 'AWS::Bedrock%' OR resourceType LIKE 'AWS::Kendra::%' OR resourceType LIKE 'AWS::Lex::%' OR resourceType LIKE 'AWS::QBusiness::%' OR resourceType LIKE 'AWS::FraudDetector::%' OR resourceType LIKE 'AWS::Personalize::%'`

/** AWS Config gathers resources of many accounts where an aggregator is: those of accounts that let nobody in are there too. */
export const configAggregators = target({
  id: 'config-check',
  service: 'cross-check',
  title: 'AI resources by aggregators of AWS Config, to check the lists with',
  kinds: NO_KINDS,
  operations: [
    'config-service:DescribeConfigurationAggregators',
    'config-service:SelectAggregateResourceConfig',
  ],
  async *list(aws) {
    const aggregators = aws.list(
      'config-service',
      'DescribeConfigurationAggregators',
      'ConfigurationAggregators',
      {},
    )
    for await (const { ConfigurationAggregatorName } of aggregators)
      for await (const row of aws.list('config-service', 'SelectAggregateResourceConfig', 'Results', {
        ConfigurationAggregatorName,
        Expression: QUERY,
        Limit: 100,
      })) {
        const one = resourceOf(row)
        if (one) yield one
      }
  },
  toFindings: (one, place) =>
    indexed(place, 'config-check', one, 'config-service:SelectAggregateResourceConfig'),
})

/** A row of the answer is JSON in a string; one that is none says nothing. */
function resourceOf(row: string): Indexed | null {
  let json: unknown
  try {
    json = JSON.parse(row)
  } catch {
    return null
  }
  if (typeof json !== 'object' || json === null || !('arn' in json) || typeof json.arn !== 'string')
    return null
  return { arn: json.arn }
}

export const taggedResources = target({
  id: 'tagging-check',
  service: 'cross-check',
  title: 'AI resources that have or had tags, to check the lists with',
  kinds: NO_KINDS,
  operations: ['resource-groups-tagging-api:GetResources'],
  list: tagged,
  toFindings: (one, place) =>
    indexed(place, 'tagging-check', one, 'resource-groups-tagging-api:GetResources'),
})

async function* tagged(aws: Aws): AsyncGenerator<Indexed> {
  const services = names(Object.keys(KNOWN).map((key) => key.split(':')[0])) ?? []
  const all = aws.list(
    'resource-groups-tagging-api',
    'GetResources',
    'ResourceTagMappingList',
    { ResourcesPerPage: 100, ResourceTypeFilters: services },
    { ask: 'PaginationToken', answer: 'PaginationToken' },
  )
  for await (const { ResourceARN } of all) if (ResourceARN) yield { arn: ResourceARN }
}
