import { mapAhead, names } from '@ai-census/cloud-kit'
import { ownUse, thing, toArn, toModel } from '../finding.ts'
import { modelIdOf } from '../model-ids.ts'
import type { Place } from '../place.ts'
import { listed } from '../simple.ts'
import { AHEAD, target } from '../target.ts'
import { jumpStartNamed, packageModel } from './artefact.ts'

const bedrock = { service: 'bedrock', supplier: 'aws-bedrock' } as const

export const customModels = target({
  id: 'bedrock-custom-model',
  service: 'bedrock',
  title: 'Bedrock custom models',
  kinds: ['model'],
  operations: ['bedrock:ListCustomModels', 'bedrock:GetCustomModel'],
  list: (aws) =>
    mapAhead(
      // Models that another account shares are that account's.
      aws.list('bedrock', 'ListCustomModels', 'modelSummaries', { isOwned: true, maxResults: 100 }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('bedrock', 'GetCustomModel', { modelIdentifier: summary.modelArn }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    yield thing(place, {
      type: 'bedrock-custom-model',
      kind: 'model',
      name: summary.modelName ?? '',
      arn: summary.modelArn,
      grade: 'configured',
      supplier: 'aws-bedrock',
      product: 'Bedrock custom model',
      model: summary.baseModelArn,
      created: summary.creationTime,
      identifiers: ownUse(place, summary.modelArn),
      operation: 'bedrock:ListCustomModels',
      relations: [toModel(place, 'built-from', summary.baseModelArn)],
      attributes: {
        baseModel: summary.baseModelArn && modelIdOf(summary.baseModelArn),
        customization: summary.customizationType,
        status: summary.modelStatus,
        trainingData: detail?.trainingDataConfig?.s3Uri,
        validationData: names(detail?.validationDataConfig?.validators?.map(({ s3Uri }) => s3Uri)),
      },
    })
  },
})

export const customDeployments = listed({
  ...bedrock,
  id: 'bedrock-custom-model-deployment',
  title: 'Bedrock custom model deployments',
  kind: 'endpoint',
  grade: 'deployed',
  product: 'Bedrock on-demand custom model',
  operation: 'ListCustomModelDeployments',
  key: 'modelDeploymentSummaries',
  input: { maxResults: 100 },
  it: (one, place) => ({
    name: one.customModelDeploymentName,
    arn: one.customModelDeploymentArn,
    identifiers: ownUse(place, one.customModelDeploymentArn),
    created: one.createdAt,
    changed: one.lastUpdatedAt,
    relations: [toArn('serves', one.modelArn)],
    attributes: { status: one.status },
  }),
})

export const importedModels = listed({
  ...bedrock,
  id: 'bedrock-imported-model',
  title: 'Bedrock imported models',
  kind: 'model',
  // It can be called as soon as it is imported.
  grade: 'deployed',
  product: 'Bedrock custom model import',
  operation: 'ListImportedModels',
  key: 'modelSummaries',
  input: { maxResults: 100 },
  it: (one, place) => ({
    name: one.modelName,
    arn: one.modelArn,
    identifiers: ownUse(place, one.modelArn),
    created: one.creationTime,
    attributes: { architecture: one.modelArchitecture, isInstructed: one.instructSupported },
  }),
})

export const throughput = listed({
  ...bedrock,
  id: 'bedrock-provisioned-throughput',
  title: 'Bedrock provisioned throughput',
  kind: 'endpoint',
  grade: 'deployed',
  product: 'Bedrock provisioned throughput',
  operation: 'ListProvisionedModelThroughputs',
  key: 'provisionedModelSummaries',
  input: { maxResults: 100 },
  it: (one, place) => ({
    name: one.provisionedModelName,
    arn: one.provisionedModelArn,
    identifiers: ownUse(place, one.provisionedModelArn),
    model: one.foundationModelArn,
    created: one.creationTime,
    changed: one.lastModifiedTime,
    relations: [toModel(place, 'serves', one.modelArn)],
    attributes: {
      status: one.status,
      modelUnits: one.modelUnits,
      commitment: one.commitmentDuration,
      commitmentEnds: one.commitmentExpirationTime?.toISOString(),
    },
  }),
})

export const profiles = listed({
  ...bedrock,
  id: 'bedrock-inference-profile',
  title: 'Bedrock application inference profiles',
  kind: 'endpoint',
  // Somebody made it for an application: it proves the intention, a metric the use.
  grade: 'configured',
  product: 'Bedrock inference profile',
  operation: 'ListInferenceProfiles',
  key: 'inferenceProfileSummaries',
  input: { typeEquals: 'APPLICATION', maxResults: 100 },
  it: (one, place) => ({
    name: one.inferenceProfileName,
    arn: one.inferenceProfileArn,
    identifiers: ownUse(place, one.inferenceProfileArn),
    model: one.models?.[0]?.modelArn,
    created: one.createdAt,
    changed: one.updatedAt,
    relations: (one.models ?? []).map(({ modelArn }) => toModel(place, 'serves', modelArn)),
    attributes: { status: one.status, description: one.description, profileId: one.inferenceProfileId },
  }),
})

export const routers = listed({
  ...bedrock,
  id: 'bedrock-prompt-router',
  title: 'Bedrock prompt routers',
  kind: 'endpoint',
  grade: 'configured',
  product: 'Bedrock prompt router',
  operation: 'ListPromptRouters',
  key: 'promptRouterSummaries',
  // The default ones are AWS's own.
  input: { type: 'custom', maxResults: 100 },
  it: (one, place) => ({
    name: one.promptRouterName,
    arn: one.promptRouterArn,
    created: one.createdAt,
    changed: one.updatedAt,
    relations: (one.models ?? []).map(({ modelArn }) => toModel(place, 'serves', modelArn)),
    attributes: {
      status: one.status,
      description: one.description,
      models: names(one.models?.map(({ modelArn }) => modelArn && modelIdOf(modelArn))),
    },
  }),
})

function marketplaceModel(place: Place, source: string | undefined) {
  const name = /:hub-content\/[^/]+\/Model\/([^/]+)/.exec(source ?? '')?.[1]
  return name ? jumpStartNamed(place, name) : packageModel(place, source)
}

export const marketplaceEndpoints = listed({
  ...bedrock,
  id: 'bedrock-marketplace-endpoint',
  title: 'Bedrock Marketplace model endpoints',
  kind: 'endpoint',
  grade: 'deployed',
  product: 'Bedrock Marketplace',
  operation: 'ListMarketplaceModelEndpoints',
  key: 'marketplaceModelEndpoints',
  input: { maxResults: 100 },
  it: (one, place) => ({
    name: one.endpointArn?.split('/').at(-1),
    arn: one.endpointArn,
    // `…:hub-content/SageMakerPublicHub/Model/<name>/<version>` or a model package.
    model: marketplaceModel(place, one.modelSourceIdentifier),
    created: one.createdAt,
    changed: one.updatedAt,
    attributes: {
      status: one.status,
      statusMessage: one.statusMessage,
      modelSource: one.modelSourceIdentifier,
    },
  }),
})

/** What may be bought is no use: one finding that says how much, so that nobody takes it for an inventory. */
export const catalogue = target({
  id: 'bedrock-catalogue',
  service: 'bedrock',
  title: 'Bedrock foundation models on offer',
  kinds: ['service'],
  operations: ['bedrock:ListFoundationModels', 'bedrock:GetUseCaseForModelAccess'],
  async *list(aws) {
    const models = []
    for await (const model of aws.list('bedrock', 'ListFoundationModels', 'modelSummaries'))
      models.push(model)
    yield { models, form: await aws.more('bedrock', 'GetUseCaseForModelAccess', {}) }
  },
  *toFindings({ models, form }, place) {
    if (models.length === 0) return
    const active = models.filter(({ modelLifecycle }) => modelLifecycle?.status !== 'LEGACY')
    yield thing(place, {
      type: 'bedrock-catalogue',
      kind: 'service',
      id: 'models',
      name: 'Bedrock foundation models on offer',
      grade: 'available',
      supplier: 'aws-bedrock',
      product: 'Amazon Bedrock',
      operation: 'bedrock:ListFoundationModels',
      attributes: {
        models: active.length,
        legacyModels: names(models.filter((one) => !active.includes(one)).map(({ modelId }) => modelId)),
        providers: names(models.map(({ providerName }) => providerName)),
        // Somebody filled in the form that some publishers ask for. What it says is between them.
        hasUseCaseForm: form === null ? undefined : form !== undefined,
      },
    })
  },
})
