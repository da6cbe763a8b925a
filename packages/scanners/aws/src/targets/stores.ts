import type { Catalogue } from '@ai-census/signatures'
import { arnOf, thing } from '../finding.ts'
import { listed } from '../simple.ts'
import { target } from '../target.ts'
import { hostOf } from './vector-store.ts'

/** Collections made for vectors; those for search and time series are no sign of AI. */
export const vectorCollections = target({
  id: 'opensearch-vector-collection',
  service: 'opensearch',
  title: 'OpenSearch Serverless vector collections',
  kinds: ['knowledge-base'],
  operations: ['opensearchserverless:ListCollections', 'opensearchserverless:BatchGetCollection'],
  async *list(aws) {
    let ids: string[] = []
    const details = async (some: string[]) =>
      (await aws.more('opensearchserverless', 'BatchGetCollection', { ids: some }))?.collectionDetails ?? []
    for await (const { id } of aws.list('opensearchserverless', 'ListCollections', 'collectionSummaries', {
      maxResults: 100,
    })) {
      if (id) ids.push(id)
      if (ids.length < 100) continue
      yield* await details(ids)
      ids = []
    }
    if (ids.length > 0) yield* await details(ids)
  },
  *toFindings(one, place) {
    if (one.type !== 'VECTORSEARCH') return
    const host = hostOf(one.collectionEndpoint)
    yield thing(place, {
      type: 'opensearch-vector-collection',
      kind: 'knowledge-base',
      name: one.name ?? one.id ?? '',
      arn: one.arn,
      grade: 'deployed',
      supplier: 'opensearch-vector',
      product: 'OpenSearch Serverless',
      created: one.createdDate ? new Date(one.createdDate) : undefined,
      changed: one.lastModifiedDate ? new Date(one.lastModifiedDate) : undefined,
      identifiers: host ? [{ type: 'host', value: host }] : [],
      operation: 'opensearchserverless:BatchGetCollection',
      attributes: { status: one.status, description: one.description },
    })
  },
})

export const vectorIndexes = target({
  id: 's3-vector-index',
  service: 's3vectors',
  title: 'S3 vector buckets and their indexes',
  kinds: ['knowledge-base'],
  operations: ['s3vectors:ListVectorBuckets', 's3vectors:ListIndexes'],
  async *list(aws) {
    for await (const bucket of aws.list('s3vectors', 'ListVectorBuckets', 'vectorBuckets', {
      maxResults: 500,
    })) {
      const indexes = aws.list('s3vectors', 'ListIndexes', 'indexes', {
        vectorBucketName: bucket.vectorBucketName,
        maxResults: 500,
      })
      yield* await aws.within('s3vectors:ListIndexes', indexes, 10_000)
    }
  },
  *toFindings(one, place) {
    yield thing(place, {
      type: 's3-vector-index',
      kind: 'knowledge-base',
      name: [one.vectorBucketName, one.indexName].filter(Boolean).join('/'),
      arn: one.indexArn,
      grade: 'deployed',
      product: 'S3 Vectors',
      created: one.creationTime,
      operation: 's3vectors:ListIndexes',
    })
  },
})

/** `openai-api-key` is named as the variable is that it fills. One that others use too proves nothing alone. */
function ownerOf(catalogue: Catalogue, name = '') {
  const owner = catalogue.environmentOwner(name.replace(/[-.]/g, '_').toUpperCase())
  return owner && !owner.shared ? owner : null
}

/** Names of parameters, which may name a supplier; a value is never asked for. */
export const parameters = target({
  id: 'ssm-parameter',
  service: 'ssm',
  title: 'Parameter Store names that name a supplier',
  kinds: ['credential', 'service'],
  operations: ['ssm:DescribeParameters'],
  list: (aws) => aws.list('ssm', 'DescribeParameters', 'Parameters', { MaxResults: 50 }),
  *toFindings(one, place) {
    const last = (one.Name ?? '').split('/').at(-1) ?? ''
    const owner = ownerOf(place.catalogue, last)
    if (!owner) return
    yield thing(place, {
      type: 'ssm-parameter',
      kind: one.Type === 'SecureString' ? 'credential' : 'service',
      name: one.Name ?? '',
      arn: one.ARN ?? arnOf(place, 'ssm', 'parameter/', one.Name?.replace(/^\//, '')),
      grade: 'configured',
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      changed: one.LastModifiedDate,
      method: 'environment-name',
      operation: 'ssm:DescribeParameters',
      claims: [],
      attributes: { parameterType: one.Type, lastChangedBy: one.LastModifiedUser },
    })
  },
})

/**
 * Names of secrets as the account's own index of resources has them: Secrets Manager itself is never asked, so that
 * nothing that this scanner may do comes near a secret.
 */
export const secrets = listed({
  service: 'resource-explorer-2',
  scope: 'secrets',
  id: 'secret-name',
  title: 'Names of secrets that name a supplier (Resource Explorer)',
  kind: 'credential',
  grade: 'configured',
  operation: 'Search',
  key: 'Resources',
  input: ({ region }) => ({
    QueryString: `resourcetype:secretsmanager:secret region:${region}`,
    MaxResults: 1000,
  }),
  it: (one, { catalogue }) => {
    // `…:secret:prod/openai-api-key-AbCdEf`: AWS puts six characters behind the name.
    const name = /:secret:(.+?)(?:-[A-Za-z0-9]{6})?$/.exec(one.Arn ?? '')?.[1]
    const owner = ownerOf(catalogue, name?.split('/').at(-1))
    if (!name || !owner) return null
    return {
      name,
      arn: one.Arn,
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      method: 'environment-name',
    }
  },
})
