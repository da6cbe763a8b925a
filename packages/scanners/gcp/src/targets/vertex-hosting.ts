import { mapAhead, modelsServed, names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { digestOf, thing, toModel, toResource } from '../finding.ts'
import type { Gcp } from '../gcp.ts'
import { listed, parentOf } from '../listed.ts'
import type { Place } from '../place.ts'
import { lastOf, listOf, modelVariables, Named, optional, resource, text } from '../resource.ts'
import { AHEAD, target } from '../target.ts'

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
  containerSpec: optional(
    z.object({
      imageUri: text,
      command: listOf(z.string()),
      args: listOf(z.string()),
      env: modelVariables,
    }),
  ),
  modelSourceInfo: optional(z.object({ sourceType: text })),
  originalModelInfo: optional(z.object({ model: text })),
  baseModelSource: optional(
    z.object({
      modelGardenSource: optional(z.object({ publicModelName: text })),
      genieSource: optional(z.object({ baseModelUri: text })),
    }),
  ),
})

/** What a model is made of: what Google says, else what its container is told to serve. */
function baseOf({ baseModelSource, containerSpec }: z.infer<typeof Model>, { catalogue }: Place) {
  const { modelGardenSource, genieSource } = baseModelSource ?? {}
  const { imageUri, command = [], args = [], env } = containerSpec ?? {}
  const [served] = modelsServed(catalogue, {
    image: imageUri,
    command: [...command, ...args],
    environment: env,
  })
  return modelGardenSource?.publicModelName ?? genieSource?.baseModelUri ?? served?.model.id
}

/** The newest of one model's: what an older one was is history. */
const VERSIONS = 100
type Model = z.infer<typeof Model>

/** Only of a model that has several: its default version then is a later one than the first. */
async function versionsOf(gcp: Gcp, { name, versionId }: Model): Promise<Model[]> {
  if (!versionId || versionId === '1') return []
  return await gcp.within({
    service: 'aiplatform',
    path: `/v1/${name.replace(/@[^/]*$/, '')}:listVersions`,
    key: 'models',
    permission: PERMISSION,
    query: { orderBy: 'create_time desc' },
    size: { pageSize: VERSIONS },
    most: VERSIONS,
    isExtra: true,
    item: Model,
  })
}
const PERMISSION = 'aiplatform.models.list'

export const models = target({
  id: 'vertex-model',
  service: 'aiplatform',
  title: 'Vertex AI models of the registry, with their versions',
  kinds: ['model'],
  operations: [PERMISSION],
  list: (gcp, place) =>
    mapAhead(
      gcp.list({
        service: 'aiplatform',
        path: `/v1/${parentOf(place)}/models`,
        key: 'models',
        permission: PERMISSION,
        item: Model,
      }),
      AHEAD,
      async (model) => ({ model, versions: await versionsOf(gcp, model) }),
    ),
  *toFindings({ model, versions }, place) {
    const base = baseOf(model, place)
    const image = model.containerSpec?.imageUri
    const deployedOn = names(model.deployedModels?.map(({ endpoint }) => endpoint))
    const isDeployed = [model, ...versions].some((one) => (one.deployedModels ?? []).length > 0)
    yield thing(place, {
      type: 'vertex-model',
      kind: 'model',
      name: model.displayName || lastOf(model.name),
      service: 'aiplatform',
      resource: model.name,
      grade: isDeployed ? 'deployed' : 'configured',
      product: 'Vertex AI Model Registry',
      ...(base ? { model: base } : {}),
      created: model.createTime,
      changed: model.updateTime,
      labels: model.labels,
      operation: PERMISSION,
      identifiers: digestOf(image),
      relations: [
        toModel(place, 'built-from', base),
        toResource(place, 'built-from', 'aiplatform', model.originalModelInfo?.model),
      ],
      attributes: {
        state: model.state,
        description: model.description,
        version: model.versionId,
        versionAliases: names([model, ...versions].flatMap((one) => one.versionAliases ?? [])),
        deployedOn,
        sourceType: model.modelSourceInfo?.sourceType,
        baseModel: base,
        image,
        artefact: model.artifactUri,
        trainingPipeline: model.trainingPipeline,
        pipelineJob: model.pipelineJob,
        environmentNames: names(model.containerSpec?.env?.map(({ name }) => name)),
        versions: names(versions.map(({ versionId }) => versionId)),
        versionsDeployed: names(
          versions.map((one) => ((one.deployedModels ?? []).length > 0 ? one.versionId : undefined)),
        ),
        baseModels: names(versions.map((one) => baseOf(one, place))),
      },
    })
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
