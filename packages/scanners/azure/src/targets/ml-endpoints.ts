import type { Identifier } from '@ai-census/schema'
import type { Arm, Child } from '../arm.ts'
import { hostOf, thing, toArm } from '../finding.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import { isArmId, text } from '../resource.ts'
import { registryModel, registryOwner } from '../suppliers.ts'
import { target } from '../target.ts'

const service = 'microsoft.machinelearningservices'
const supplier = 'azure-machine-learning'

/** An endpoint has a host of its own: `shop.westeurope.inference.ml.azure.com`. */
const hosts = (address: string | undefined): Identifier[] => {
  const host = hostOf(address)
  return host ? [{ type: 'host', value: host }] : []
}

const parents = (arm: Arm) => arm.parents('MachineLearning:Workspaces_List')

function endpoint(place: Place, child: Child, type: string, product: string, operation: Operation) {
  const { json, parent } = child
  return thing(place, {
    type,
    kind: 'endpoint',
    resource: child,
    parent,
    grade: 'deployed',
    supplier,
    product,
    operation,
    // Batch endpoints of one region share a host.
    identifiers: type === 'ml-online-endpoint' ? hosts(text(json, 'properties', 'scoringUri')) : [],
    relations: [toArm('depends-on', parent.id)],
    attributes: {
      workspace: parent.name,
      signsInWith: text(json, 'properties', 'authMode'),
      publicNetworkAccess: text(json, 'properties', 'publicNetworkAccess'),
      description: text(json, 'properties', 'description'),
      status: text(json, 'properties', 'provisioningState'),
    },
  })
}

export const onlineEndpoints = target({
  id: 'ml-online-endpoint',
  service,
  title: 'Online endpoints',
  kinds: ['endpoint'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:OnlineEndpoints_List'],
  list: (arm) => arm.below('MachineLearning:OnlineEndpoints_List', parents(arm)),
  *toFindings(child, place) {
    yield endpoint(
      place,
      child,
      'ml-online-endpoint',
      'Online endpoint',
      'MachineLearning:OnlineEndpoints_List',
    )
  },
})

export const batchEndpoints = target({
  id: 'ml-batch-endpoint',
  service,
  title: 'Batch endpoints',
  kinds: ['endpoint'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:BatchEndpoints_List'],
  list: (arm) => arm.below('MachineLearning:BatchEndpoints_List', parents(arm)),
  *toFindings(child, place) {
    yield endpoint(place, child, 'ml-batch-endpoint', 'Batch endpoint', 'MachineLearning:BatchEndpoints_List')
  },
})

/** The model of a deployment: one of the workspace's own, or one of a supplier's shelf. */
function deployment(
  place: Place,
  child: Child,
  asset: string | undefined,
  type: string,
  operation: Operation,
) {
  const { json, parent } = child
  const model = registryModel(asset)
  return thing(place, {
    type,
    kind: 'endpoint',
    resource: child,
    parent,
    grade: 'deployed',
    supplier,
    product: 'Model deployment',
    ...(model
      ? { model: { id: model.name, publisher: registryOwner(place, model.registry, model.name) } }
      : {}),
    operation,
    relations: [
      toArm('depends-on', parent.id),
      toArm('serves', isArmId(asset) ? asset.replace(/\/versions\/[^/]+$/i, '') : undefined),
    ],
    attributes: {
      endpoint: parent.name,
      modelAsset: asset,
      size: text(json, 'properties', 'instanceType'),
      computeType: text(json, 'properties', 'endpointComputeType'),
      status: text(json, 'properties', 'provisioningState'),
    },
  })
}

export const onlineDeployments = target({
  id: 'ml-online-deployment',
  service,
  title: 'Deployments of online endpoints, with their models',
  kinds: ['endpoint'],
  operations: [
    'MachineLearning:Workspaces_List',
    'MachineLearning:OnlineEndpoints_List',
    'MachineLearning:OnlineDeployments_List',
  ],
  list: (arm) =>
    arm.below(
      'MachineLearning:OnlineDeployments_List',
      arm.below('MachineLearning:OnlineEndpoints_List', parents(arm), { leads: true }),
    ),
  *toFindings(child, place) {
    // An id; in previews an object with it.
    const asset =
      text(child.json, 'properties', 'model') ?? text(child.json, 'properties', 'model', 'assetId')
    yield deployment(place, child, asset, 'ml-online-deployment', 'MachineLearning:OnlineDeployments_List')
  },
})

export const batchDeployments = target({
  id: 'ml-batch-deployment',
  service,
  title: 'Deployments of batch endpoints, with their models',
  kinds: ['endpoint'],
  operations: [
    'MachineLearning:Workspaces_List',
    'MachineLearning:BatchEndpoints_List',
    'MachineLearning:BatchDeployments_List',
  ],
  list: (arm) =>
    arm.below(
      'MachineLearning:BatchDeployments_List',
      arm.below('MachineLearning:BatchEndpoints_List', parents(arm), { leads: true }),
    ),
  *toFindings(child, place) {
    const asset = text(child.json, 'properties', 'model', 'assetId')
    yield deployment(place, child, asset, 'ml-batch-deployment', 'MachineLearning:BatchDeployments_List')
  },
})

export const serverlessEndpoints = target({
  id: 'ml-serverless-endpoint',
  service,
  title: 'Serverless endpoints of other suppliers’ models',
  kinds: ['endpoint'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:ServerlessEndpoints_List'],
  list: (arm) => arm.below('MachineLearning:ServerlessEndpoints_List', parents(arm)),
  *toFindings(child, place) {
    const { json, parent } = child
    const asset = text(json, 'properties', 'modelSettings', 'modelId')
    const model = registryModel(asset)
    const address = text(json, 'properties', 'inferenceEndpoint', 'uri')
    yield thing(place, {
      type: 'ml-serverless-endpoint',
      kind: 'endpoint',
      resource: child,
      parent,
      grade: 'deployed',
      supplier,
      product: 'Serverless endpoint',
      ...(model
        ? { model: { id: model.name, publisher: registryOwner(place, model.registry, model.name) } }
        : {}),
      operation: 'MachineLearning:ServerlessEndpoints_List',
      identifiers: hosts(address),
      relations: [
        toArm('depends-on', parent.id),
        toArm('depends-on', text(json, 'properties', 'marketplaceSubscriptionId')),
      ],
      attributes: {
        workspace: parent.name,
        modelAsset: asset,
        signsInWith: text(json, 'properties', 'authMode'),
        contentSafety: text(json, 'properties', 'contentSafety', 'contentSafetyStatus'),
        status: text(json, 'properties', 'endpointState') ?? text(json, 'properties', 'provisioningState'),
      },
    })
  },
})

export const marketplace = target({
  id: 'ml-marketplace-subscription',
  service,
  title: 'Marketplace subscriptions to other suppliers’ models',
  kinds: ['service'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:MarketplaceSubscriptions_List'],
  list: (arm) => arm.below('MachineLearning:MarketplaceSubscriptions_List', parents(arm)),
  *toFindings(child, place) {
    const { json, parent } = child
    const asset = text(json, 'properties', 'modelId')
    const model = registryModel(asset)
    const publisher = model ? registryOwner(place, model.registry, model.name) : undefined
    const seller = text(json, 'properties', 'marketplacePlan', 'publisherId')
    yield thing(place, {
      type: 'ml-marketplace-subscription',
      kind: 'service',
      resource: child,
      parent,
      grade: 'configured',
      supplier: publisher ?? null,
      supplierName: publisher ? undefined : seller,
      product: text(json, 'properties', 'marketplacePlan', 'offerId') ?? 'Marketplace model',
      ...(model ? { model: { id: model.name, publisher } } : {}),
      operation: 'MachineLearning:MarketplaceSubscriptions_List',
      relations: [toArm('depends-on', parent.id)],
      attributes: {
        workspace: parent.name,
        seller,
        plan: text(json, 'properties', 'marketplacePlan', 'planId'),
        status: text(json, 'properties', 'marketplaceSubscriptionStatus'),
      },
    })
  },
})
