import { names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { digestOf, toModel, toResource } from '../finding.ts'
import { listed } from '../listed.ts'
import { listOf, Named, optional, resource, text, variables } from '../resource.ts'

const machine = optional(
  z.object({
    machineSpec: optional(z.object({ machineType: text, acceleratorType: text })),
    minReplicaCount: optional(z.number()),
  }),
)

const DeployedModel = z.object({
  id: text,
  model: text,
  modelVersionId: text,
  displayName: text,
  serviceAccount: text,
  dedicatedResources: machine,
  sharedResources: text,
})

const Endpoint = z.object({
  ...resource,
  deployedModels: listOf(DeployedModel),
  network: text,
  dedicatedEndpointDns: text,
  privateServiceConnectConfig: optional(z.object({ enablePrivateServiceConnect: optional(z.boolean()) })),
  predictRequestResponseLoggingConfig: optional(z.object({ enabled: optional(z.boolean()) })),
})

export const endpoints = listed({
  id: 'vertex-endpoint',
  title: 'Vertex AI endpoints',
  kind: 'endpoint',
  grade: 'configured',
  product: 'Vertex AI endpoint',
  service: 'aiplatform',
  permission: 'aiplatform.endpoints.list',
  path: 'endpoints',
  item: Endpoint,
  it({ deployedModels = [], network, dedicatedEndpointDns, ...one }, place) {
    return {
      // An endpoint with nothing on it answers nobody.
      grade: deployedModels.length > 0 ? 'deployed' : 'configured',
      identifiers: dedicatedEndpointDns ? [{ type: 'host', value: dedicatedEndpointDns }] : [],
      relations: deployedModels.map(({ model }) => toModel(place, 'serves', model)),
      attributes: {
        models: names(deployedModels.map(({ model }) => model)),
        modelVersions: names(deployedModels.map(({ modelVersionId }) => modelVersionId)),
        machineTypes: names(deployedModels.map((d) => d.dedicatedResources?.machineSpec?.machineType)),
        accelerators: names(deployedModels.map((d) => d.dedicatedResources?.machineSpec?.acceleratorType)),
        serviceAccounts: names(deployedModels.map(({ serviceAccount }) => serviceAccount)),
        isPrivate: Boolean(network || one.privateServiceConnectConfig?.enablePrivateServiceConnect),
        // Whether it keeps what it was asked and what it answered: a log source for monitoring.
        capturesData: one.predictRequestResponseLoggingConfig?.enabled ?? false,
      },
    }
  },
})

export const resourcePools = listed({
  id: 'vertex-deployment-resource-pool',
  title: 'Vertex AI deployment resource pools',
  kind: 'model-server',
  grade: 'deployed',
  product: 'Vertex AI deployment resource pool',
  service: 'aiplatform',
  permission: 'aiplatform.deploymentResourcePools.list',
  path: 'deploymentResourcePools',
  item: z.object({ ...resource, dedicatedResources: machine }),
  it: ({ dedicatedResources }) => ({
    attributes: {
      machineType: dedicatedResources?.machineSpec?.machineType,
      accelerator: dedicatedResources?.machineSpec?.acceleratorType,
    },
  }),
})

const Model = z.object({
  ...resource,
  versionId: text,
  versionAliases: listOf(z.string()),
  // Where it answers, told by the model itself.
  deployedModels: listOf(z.object({ endpoint: text })),
  trainingPipeline: text,
  pipelineJob: text,
  artifactUri: text,
  containerSpec: optional(z.object({ imageUri: text, env: variables })),
  modelSourceInfo: optional(z.object({ sourceType: text })),
  originalModelInfo: optional(z.object({ model: text })),
  baseModelSource: optional(
    z.object({
      modelGardenSource: optional(z.object({ publicModelName: text })),
      genieSource: optional(z.object({ baseModelUri: text })),
    }),
  ),
})

export const models = listed({
  id: 'vertex-model',
  title: 'Vertex AI models of the registry',
  kind: 'model',
  grade: 'configured',
  product: 'Vertex AI Model Registry',
  service: 'aiplatform',
  permission: 'aiplatform.models.list',
  path: 'models',
  item: Model,
  it(one, place) {
    const { modelGardenSource, genieSource } = one.baseModelSource ?? {}
    const base = modelGardenSource?.publicModelName ?? genieSource?.baseModelUri
    const image = one.containerSpec?.imageUri
    const deployedOn = names(one.deployedModels?.map(({ endpoint }) => endpoint))
    return {
      grade: deployedOn ? 'deployed' : 'configured',
      ...(base ? { model: base } : {}),
      identifiers: digestOf(image),
      relations: [
        toModel(place, 'built-from', base),
        toResource(place, 'built-from', 'aiplatform', one.originalModelInfo?.model),
      ],
      attributes: {
        version: one.versionId,
        versionAliases: names(one.versionAliases),
        deployedOn,
        sourceType: one.modelSourceInfo?.sourceType,
        baseModel: base,
        image,
        artefact: one.artifactUri,
        trainingPipeline: one.trainingPipeline,
        pipelineJob: one.pipelineJob,
        environmentNames: names(one.containerSpec?.env?.map(({ name }) => name)),
      },
    }
  },
})

export const monitoringJobs = listed({
  id: 'vertex-monitoring-job',
  title: 'Vertex AI model monitoring of endpoints',
  kind: 'guardrail',
  grade: 'configured',
  product: 'Vertex AI Model Monitoring',
  service: 'aiplatform',
  permission: 'aiplatform.modelDeploymentMonitoringJobs.list',
  path: 'modelDeploymentMonitoringJobs',
  item: z.object({ ...resource, endpoint: text, scheduleState: text }),
  it: ({ endpoint, scheduleState }, place) => ({
    relations: [toResource(place, 'depends-on', 'aiplatform', endpoint)],
    attributes: { endpoint, scheduleState },
  }),
})

export const modelArmorTemplates = listed({
  id: 'model-armor-template',
  title: 'Model Armor templates',
  kind: 'guardrail',
  grade: 'configured',
  product: 'Model Armor',
  service: 'modelarmor',
  permission: 'modelarmor.templates.list',
  path: 'templates',
  item: Named,
})
