import { names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { listed } from '../listed.ts'
import { listOf, Named, optional, resource, text } from '../resource.ts'

export const notebookRuntimes = listed({
  id: 'vertex-notebook-runtime',
  title: 'Colab Enterprise runtimes',
  kind: 'workspace',
  grade: 'deployed',
  product: 'Colab Enterprise',
  service: 'aiplatform',
  permission: 'aiplatform.notebookRuntimes.list',
  path: 'notebookRuntimes',
  item: z.object({
    ...resource,
    runtimeUser: text,
    serviceAccount: text,
    runtimeState: text,
    machineSpec: optional(z.object({ machineType: text, acceleratorType: text })),
  }),
  it: ({ runtimeUser, serviceAccount, runtimeState, machineSpec }) => ({
    context: 'development',
    attributes: {
      state: runtimeState,
      user: runtimeUser,
      serviceAccount,
      machineType: machineSpec?.machineType,
      accelerator: machineSpec?.acceleratorType,
    },
  }),
})

const Instance = z.object({
  ...resource,
  creator: text,
  instanceOwners: listOf(z.string()),
  gceSetup: optional(
    z.object({
      machineType: text,
      acceleratorConfigs: listOf(z.object({ type: text })),
    }),
  ),
})

export const workbenchInstances = listed({
  id: 'workbench-instance',
  title: 'Vertex AI Workbench instances',
  kind: 'workspace',
  grade: 'deployed',
  product: 'Vertex AI Workbench',
  service: 'notebooks',
  permission: 'notebooks.instances.list',
  path: 'instances',
  version: 'v2',
  item: Instance,
  it: ({ creator, instanceOwners, gceSetup }) => ({
    context: 'development',
    attributes: {
      creator,
      owners: names(instanceOwners),
      machineType: gceSetup?.machineType,
      accelerators: names(gceSetup?.acceleratorConfigs?.map(({ type }) => type)),
    },
  }),
})

export const tpuNodes = listed({
  id: 'tpu-node',
  title: 'Cloud TPU nodes',
  kind: 'model-server',
  grade: 'deployed',
  supplier: 'google-cloud-ai',
  product: 'Cloud TPU',
  service: 'tpu',
  permission: 'tpu.nodes.list',
  path: 'nodes',
  version: 'v2',
  item: z.object({ ...resource, acceleratorType: text, runtimeVersion: text }),
  it: ({ acceleratorType, runtimeVersion }) => ({
    attributes: { accelerator: acceleratorType, runtime: runtimeVersion },
  }),
})

export const codeRepositoryIndexes = listed({
  id: 'gemini-code-repository-index',
  title: 'Gemini Code Assist indexes of code',
  kind: 'assistant',
  grade: 'configured',
  supplier: 'google-gemini',
  product: 'Gemini Code Assist',
  service: 'cloudaicompanion',
  permission: 'cloudaicompanion.codeRepositoryIndexes.list',
  path: 'codeRepositoryIndexes',
  item: Named,
  it: () => ({ context: 'development' }),
})

const setting = (id: string, title: string, path: string) =>
  listed({
    id,
    title,
    kind: 'assistant',
    grade: 'configured',
    supplier: 'google-gemini',
    product: 'Gemini for Google Cloud',
    service: 'cloudaicompanion',
    permission: `cloudaicompanion.${path}.list`,
    path,
    item: Named,
    it: () => ({ context: 'development' }),
  })

export const geminiSettings = setting(
  'gemini-enablement-setting',
  'Settings that switch Gemini for Google Cloud on',
  'geminiGcpEnablementSettings',
)
export const codeToolsSettings = setting(
  'gemini-code-tools-setting',
  'Settings of the tools of Gemini Code Assist',
  'codeToolsSettings',
)

export const persistentResources = listed({
  id: 'vertex-persistent-resource',
  title: 'Vertex AI persistent clusters for training',
  kind: 'workspace',
  grade: 'deployed',
  product: 'Vertex AI persistent resource',
  service: 'aiplatform',
  permission: 'aiplatform.persistentResources.list',
  path: 'persistentResources',
  item: Named,
  it: () => ({ context: 'development' }),
})
