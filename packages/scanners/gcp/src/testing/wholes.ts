import { at, LOCATION, NUMBER, PROJECT, SECRET_VALUE } from './names.ts'

const VISION = `projects/${NUMBER}/locations/europe-west1`

/** Services that are asked of the whole project, by service and path behind the project. */
export const wholes: Readonly<Record<string, object>> = {
  'apikeys /locations/global/keys': {
    keys: [
      {
        name: `projects/${NUMBER}/locations/global/keys/k1`,
        uid: 'uid-1',
        displayName: 'gemini',
        keyString: SECRET_VALUE,
        restrictions: { apiTargets: [{ service: 'generativelanguage.googleapis.com' }] },
      },
      { name: `projects/${NUMBER}/locations/global/keys/k2`, displayName: 'maps', keyString: SECRET_VALUE },
    ],
  },
  'cloudfunctions /locations/-/functions': {
    functions: [
      {
        name: `${at}/functions/summarise`,
        serviceConfig: {
          environmentVariables: { MISTRAL_API_KEY: SECRET_VALUE, PORT: '1' },
          secretEnvironmentVariables: [{ key: 'COHERE_API_KEY', secret: 'cohere' }],
        },
      },
    ],
  },
  // Vision is in fixed places, of which this project has something in one.
  'vision /locations/europe-west1/productSets': {
    productSets: [
      { name: `${VISION}/productSets/shoes`, displayName: 'shoes', indexTime: '2026-10-01T00:00:00Z' },
      { name: `${VISION}/productSets/new`, displayName: 'new', indexTime: '1970-01-01T00:00:00Z' },
    ],
  },
  'vision /locations/europe-west1/productSets/shoes/products': {
    products: Array.from({ length: 130 }, (_, n) => ({
      name: `${VISION}/products/${n}`,
      displayName: `runner ${n}`,
      productCategory: 'apparel-v2',
      productLabels: [{ key: 'note', value: SECRET_VALUE }],
    })),
  },
  'vision /locations/europe-west1/products': {
    products: [
      { name: `${VISION}/products/0`, displayName: 'runner', productCategory: 'apparel-v2' },
      { name: `${VISION}/products/mug`, displayName: 'mug', productCategory: 'homegoods-v2' },
    ],
  },
  'container /locations/-/clusters': {
    clusters: [
      {
        name: 'main',
        location: LOCATION,
        nodePools: [
          {
            name: 'gpu',
            config: { machineType: 'a2-highgpu-1g', accelerators: [{ acceleratorType: 'nvidia-a100' }] },
          },
          { name: 'plain', config: { machineType: 'e2-standard-4' } },
          { name: 'tpu', config: { machineType: 'ct5lp-hightpu-4t' } },
        ],
      },
    ],
  },
  'notebooks /locations/-/instances': {
    instances: [
      { name: `projects/${NUMBER}/locations/europe-west4-a/instances/lab`, creator: 'ada@acme.example' },
    ],
  },
  'bigquery /datasets': {
    datasets: [{ datasetReference: { datasetId: 'sales' }, location: 'EU' }],
  },
  'bigquery /datasets/sales/models': {
    models: [
      {
        modelReference: { projectId: PROJECT, datasetId: 'sales', modelId: 'summaries' },
        modelType: 'MODEL_TYPE_UNSPECIFIED',
        creationTime: '1793520000000',
      },
    ],
  },
  'bigquery /datasets/sales/models/summaries': {
    location: 'EU',
    remoteModelInfo: {
      endpoint: `https://europe-west4-aiplatform.googleapis.com/v1/${at}/publishers/google/models/gemini-2.5-flash`,
      connection: `${PROJECT}.eu.gemini`,
    },
  },
  'bigqueryconnection /locations/eu/connections': {
    connections: [
      {
        name: `projects/${NUMBER}/locations/eu/connections/gemini`,
        cloudResource: { serviceAccountId: 'sa@x' },
      },
    ],
  },
  'discoveryengine /locations/global/collections/default_collection/engines': {
    engines: [
      {
        name: `projects/${NUMBER}/locations/global/collections/default_collection/engines/help`,
        displayName: 'Help',
        solutionType: 'SOLUTION_TYPE_SEARCH',
        dataStoreIds: ['handbook'],
      },
    ],
  },
  'discoveryengine /locations/global/collections/default_collection/dataStores': {
    dataStores: [
      { name: `projects/${NUMBER}/locations/global/collections/default_collection/dataStores/handbook` },
    ],
  },
}
