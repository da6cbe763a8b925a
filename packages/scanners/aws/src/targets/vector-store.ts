import type { Relation } from '@ai-census/schema'
import type { StorageConfiguration } from '@aws-sdk/client-bedrock-agent'
import { toArn } from '../finding.ts'

interface Store {
  readonly relations: (Relation | null)[]
  /** Of a store outside AWS. */
  readonly host: string | undefined
}

/** Where a knowledge base keeps its vectors: AWS's own stores by ARN, other suppliers' by host. */
export function storeOf(storage: StorageConfiguration | undefined): Store {
  const arns = [
    storage?.opensearchServerlessConfiguration?.collectionArn,
    storage?.opensearchManagedClusterConfiguration?.domainArn,
    storage?.rdsConfiguration?.resourceArn,
    storage?.neptuneAnalyticsConfiguration?.graphArn,
    storage?.s3VectorsConfiguration?.indexArn,
    storage?.s3VectorsConfiguration?.vectorBucketArn,
  ]
  const host = hostOf(
    storage?.pineconeConfiguration?.connectionString ??
      storage?.mongoDbAtlasConfiguration?.endpoint ??
      storage?.redisEnterpriseCloudConfiguration?.endpoint,
  )
  return {
    relations: [
      ...arns.map((arn) => toArn('uses', arn)),
      host ? { type: 'uses', to: { type: 'host', value: host } } : null,
    ],
    host,
  }
}

/** `https://index-x.svc.pinecone.io` → its host; never what may stand before an `@`. */
export function hostOf(address: string | undefined): string | undefined {
  if (!address) return undefined
  const bare = address.replace(/^[a-z+]+:\/\//i, '').replace(/^[^/@]*@/, '')
  return /^[a-z0-9.-]+/i.exec(bare)?.[0]?.toLowerCase()
}

/** Its path, without the query, and without what stands for parts that are filled in later (`*`). */
export const pathOf = (address: string | undefined): string =>
  /^[a-z+]+:\/\/[^/]+(\/[^?#*]*)/i.exec(address ?? '')?.[1] ?? '/'
