import { arnOf, toArn } from '../finding.ts'
import { listed } from '../simple.ts'
import { hostOf } from './vector-store.ts'

const personalize = { service: 'personalize', product: 'Personalize' } as const

export const campaigns = listed({
  ...personalize,
  id: 'personalize-campaign',
  title: 'Personalize campaigns',
  kind: 'endpoint',
  grade: 'deployed',
  operation: 'ListCampaigns',
  key: 'campaigns',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.name,
    arn: one.campaignArn,
    created: one.creationDateTime,
    changed: one.lastUpdatedDateTime,
    attributes: { status: one.status },
  }),
})

export const recommenders = listed({
  ...personalize,
  id: 'personalize-recommender',
  title: 'Personalize recommenders',
  kind: 'endpoint',
  grade: 'deployed',
  operation: 'ListRecommenders',
  key: 'recommenders',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.name,
    arn: one.recommenderArn,
    created: one.creationDateTime,
    changed: one.lastUpdatedDateTime,
    relations: [toArn('trained-on', one.datasetGroupArn)],
    attributes: { status: one.status, recipe: one.recipeArn?.split('/').at(-1) },
  }),
})

export const solutions = listed({
  ...personalize,
  id: 'personalize-solution',
  title: 'Personalize solutions',
  kind: 'model',
  grade: 'configured',
  operation: 'ListSolutions',
  key: 'solutions',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.name,
    arn: one.solutionArn,
    created: one.creationDateTime,
    changed: one.lastUpdatedDateTime,
    attributes: { status: one.status, recipe: one.recipeArn?.split('/').at(-1) },
  }),
})

export const datasetGroups = listed({
  ...personalize,
  id: 'personalize-dataset-group',
  title: 'Personalize dataset groups',
  kind: 'dataset',
  grade: 'configured',
  operation: 'ListDatasetGroups',
  key: 'datasetGroups',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.name,
    arn: one.datasetGroupArn,
    created: one.creationDateTime,
    changed: one.lastUpdatedDateTime,
    attributes: { status: one.status, domain: one.domain },
  }),
})

export const predictors = listed({
  service: 'forecast',
  product: 'Forecast',
  id: 'forecast-predictor',
  title: 'Forecast predictors',
  kind: 'model',
  grade: 'configured',
  operation: 'ListPredictors',
  key: 'Predictors',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: one.PredictorName,
    arn: one.PredictorArn,
    created: one.CreationTime,
    changed: one.LastModificationTime,
    relations: [toArn('trained-on', one.DatasetGroupArn)],
    attributes: { status: one.Status },
  }),
})

const fraud = { service: 'frauddetector', product: 'Fraud Detector' } as const
const date = (text: string | undefined): Date | undefined => (text ? new Date(text) : undefined)

export const detectors = listed({
  ...fraud,
  id: 'fraud-detector',
  title: 'Fraud Detector detectors',
  kind: 'endpoint',
  grade: 'deployed',
  operation: 'GetDetectors',
  key: 'detectors',
  it: (one) => ({
    name: one.detectorId,
    arn: one.arn,
    created: date(one.createdTime),
    changed: date(one.lastUpdatedTime),
    attributes: { description: one.description, eventType: one.eventTypeName },
  }),
})

export const fraudModels = listed({
  ...fraud,
  id: 'fraud-detector-model',
  title: 'Fraud Detector models',
  kind: 'model',
  grade: 'configured',
  operation: 'GetModels',
  key: 'models',
  it: (one) => ({
    name: one.modelId,
    arn: one.arn,
    created: date(one.createdTime),
    changed: date(one.lastUpdatedTime),
    attributes: { modelType: one.modelType, description: one.description, eventType: one.eventTypeName },
  }),
})

export const externalModels = listed({
  ...fraud,
  id: 'fraud-detector-external-model',
  title: 'SageMaker endpoints that Fraud Detector asks',
  kind: 'service',
  grade: 'configured',
  operation: 'GetExternalModels',
  key: 'externalModels',
  it: (one, place) => ({
    name: one.modelEndpoint,
    arn: one.arn,
    created: date(one.createdTime),
    changed: date(one.lastUpdatedTime),
    relations: [toArn('calls', arnOf(place, 'sagemaker', 'endpoint/', one.modelEndpoint))],
    attributes: { status: one.modelEndpointStatus, source: one.modelSource },
  }),
})

export const healthData = listed({
  service: 'healthlake',
  product: 'HealthLake',
  id: 'healthlake-datastore',
  title: 'HealthLake data stores',
  kind: 'dataset',
  grade: 'deployed',
  operation: 'ListFHIRDatastores',
  key: 'DatastorePropertiesList',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: one.DatastoreName ?? one.DatastoreId,
    arn: one.DatastoreArn,
    created: one.CreatedAt,
    attributes: { status: one.DatastoreStatus, host: hostOf(one.DatastoreEndpoint), isHealthData: true },
  }),
})

const lookout = { service: 'lookoutequipment', product: 'Lookout' } as const

export const equipmentModels = listed({
  ...lookout,
  id: 'lookout-equipment-model',
  title: 'Lookout for Equipment models',
  kind: 'model',
  grade: 'configured',
  operation: 'ListModels',
  key: 'ModelSummaries',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: one.ModelName,
    arn: one.ModelArn,
    created: one.CreatedAt,
    relations: [toArn('trained-on', one.DatasetArn)],
    attributes: { status: one.Status, version: one.ActiveModelVersion, dataset: one.DatasetName },
  }),
})

export const inferenceSchedulers = listed({
  ...lookout,
  id: 'lookout-equipment-scheduler',
  title: 'Lookout for Equipment inference schedulers',
  kind: 'endpoint',
  grade: 'deployed',
  operation: 'ListInferenceSchedulers',
  key: 'InferenceSchedulerSummaries',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: one.InferenceSchedulerName,
    arn: one.InferenceSchedulerArn,
    relations: [toArn('serves', one.ModelArn)],
    attributes: { status: one.Status },
  }),
})
