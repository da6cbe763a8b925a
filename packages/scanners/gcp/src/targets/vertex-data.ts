import { names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { toModel, toResource } from '../finding.ts'
import { listed } from '../listed.ts'
import { count, listOf, Named, optional, resource, text } from '../resource.ts'

export const datasets = listed({
  id: 'vertex-dataset',
  title: 'Vertex AI datasets',
  kind: 'dataset',
  grade: 'configured',
  product: 'Vertex AI dataset',
  service: 'aiplatform',
  permission: 'aiplatform.datasets.list',
  path: 'datasets',
  item: z.object({ ...resource, metadataSchemaUri: text, dataItemCount: count }),
  it: ({ metadataSchemaUri, dataItemCount }) => ({
    attributes: { schema: metadataSchemaUri, items: dataItemCount },
  }),
})

const DeployedIndexRef = z.object({ indexEndpoint: text })

export const indexes = listed({
  id: 'vertex-index',
  title: 'Vertex AI Vector Search indexes',
  kind: 'knowledge-base',
  grade: 'configured',
  product: 'Vertex AI Vector Search',
  service: 'aiplatform',
  permission: 'aiplatform.indexes.list',
  path: 'indexes',
  item: z.object({
    ...resource,
    deployedIndexes: listOf(DeployedIndexRef),
    indexStats: optional(z.object({ vectorsCount: count })),
  }),
  it: ({ deployedIndexes = [], indexStats }) => ({
    grade: deployedIndexes.length > 0 ? 'deployed' : 'configured',
    attributes: {
      endpoints: names(deployedIndexes.map(({ indexEndpoint }) => indexEndpoint)),
      vectors: indexStats?.vectorsCount,
    },
  }),
})

export const indexEndpoints = listed({
  id: 'vertex-index-endpoint',
  title: 'Vertex AI Vector Search endpoints',
  kind: 'endpoint',
  grade: 'deployed',
  product: 'Vertex AI Vector Search',
  service: 'aiplatform',
  permission: 'aiplatform.indexEndpoints.list',
  path: 'indexEndpoints',
  item: z.object({
    ...resource,
    deployedIndexes: listOf(z.object({ index: text })),
    publicEndpointDomainName: text,
    network: text,
  }),
  it: ({ deployedIndexes = [], publicEndpointDomainName, network }, place) => ({
    identifiers: publicEndpointDomainName ? [{ type: 'host', value: publicEndpointDomainName }] : [],
    relations: deployedIndexes.map(({ index }) => toResource(place, 'serves', 'aiplatform', index)),
    attributes: {
      indexes: names(deployedIndexes.map(({ index }) => index)),
      isPrivate: Boolean(network) || !publicEndpointDomainName,
    },
  }),
})

const VectorDb = z.object({
  ragEmbeddingModelConfig: optional(
    z.object({ vertexPredictionEndpoint: optional(z.object({ endpoint: text, model: text })) }),
  ),
  pinecone: optional(z.object({ indexName: text })),
  vertexVectorSearch: optional(z.object({ index: text, indexEndpoint: text })),
})

export const ragCorpora = listed({
  id: 'vertex-rag-corpus',
  title: 'Vertex AI RAG corpora',
  kind: 'knowledge-base',
  grade: 'configured',
  product: 'Vertex AI RAG Engine',
  service: 'aiplatform',
  permission: 'aiplatform.ragCorpora.list',
  path: 'ragCorpora',
  item: z.object({
    ...resource,
    corpusStatus: optional(z.object({ state: text })),
    vectorDbConfig: optional(VectorDb),
    vertexAiSearchConfig: optional(z.object({ servingConfig: text })),
  }),
  it({ corpusStatus, vectorDbConfig: db, vertexAiSearchConfig }, place) {
    const embedding = db?.ragEmbeddingModelConfig?.vertexPredictionEndpoint?.endpoint
    return {
      relations: [
        toModel(place, 'uses', embedding),
        toResource(place, 'depends-on', 'aiplatform', db?.vertexVectorSearch?.index),
      ],
      attributes: {
        state: corpusStatus?.state,
        embeddingModel: embedding,
        vectorStore: db?.pinecone ? 'Pinecone' : db?.vertexVectorSearch ? 'Vector Search' : undefined,
        pineconeIndex: db?.pinecone?.indexName,
        searchServingConfig: vertexAiSearchConfig?.servingConfig,
      },
    }
  },
})

const featureStore = (id: string, title: string, path: string, permission: string) =>
  listed({
    id,
    title,
    kind: 'dataset',
    grade: 'configured',
    product: 'Vertex AI Feature Store',
    service: 'aiplatform',
    permission,
    path,
    item: Named,
  })

export const featureStores = featureStore(
  'vertex-featurestore',
  'Vertex AI feature stores of the first version',
  'featurestores',
  'aiplatform.featurestores.list',
)
export const featureOnlineStores = featureStore(
  'vertex-feature-online-store',
  'Vertex AI online feature stores',
  'featureOnlineStores',
  'aiplatform.featureOnlineStores.list',
)
export const featureGroups = featureStore(
  'vertex-feature-group',
  'Vertex AI feature groups',
  'featureGroups',
  'aiplatform.featureGroups.list',
)

export const schedules = listed({
  id: 'vertex-schedule',
  title: 'Vertex AI schedules of pipelines and notebooks',
  kind: 'pipeline',
  grade: 'deployed',
  product: 'Vertex AI schedule',
  service: 'aiplatform',
  permission: 'aiplatform.schedules.list',
  path: 'schedules',
  item: z.object({ ...resource, cron: text }),
  it: ({ cron }) => ({ attributes: { cron } }),
})
