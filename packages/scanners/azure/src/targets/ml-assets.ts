import { mapAhead, names } from '@ai-census/cloud-kit'
import type { Arm, Child } from '../arm.ts'
import { thing, toArm } from '../finding.ts'
import { flag, type Resource, text } from '../resource.ts'
import { target } from '../target.ts'

const service = 'microsoft.machinelearningservices'
const supplier = 'azure-machine-learning'
/** Models that are asked side by side; the rate budget decides how fast. */
const AHEAD = 8

/** The newest of one model's: what an older one was is history. */
const VERSIONS = 100

/** Only of a model that has several: `latestVersion` says which these are, and who has one has it told with the model. */
async function versionsOf(arm: Arm, model: Child): Promise<readonly Resource[]> {
  const latest = text(model.json, 'properties', 'latestVersion')
  if (!latest || latest === '1') return []
  const query = { $top: String(VERSIONS), $orderBy: 'createdtime desc' }
  return await arm.some('MachineLearning:ModelVersions_List', { id: model.id, query }, VERSIONS)
}

export const models = target({
  id: 'ml-model',
  service,
  title: 'Models that workspaces keep, with their versions',
  kinds: ['model'],
  operations: [
    'MachineLearning:Workspaces_List',
    'MachineLearning:ModelContainers_List',
    'MachineLearning:ModelVersions_List',
  ],
  list: (arm) =>
    mapAhead(
      arm.below('MachineLearning:ModelContainers_List', arm.parents('MachineLearning:Workspaces_List')),
      AHEAD,
      async (model) => ({ model, versions: await versionsOf(arm, model) }),
    ),
  *toFindings({ model, versions }, place) {
    const of = (name: string) => names(versions.map(({ json }) => text(json, 'properties', name)))
    yield thing(place, {
      type: 'ml-model',
      kind: 'model',
      resource: model,
      parent: model.parent,
      grade: 'configured',
      supplier,
      product: 'Machine Learning model',
      model: { id: model.name },
      operation: 'MachineLearning:ModelContainers_List',
      relations: [toArm('depends-on', model.parent.id)],
      attributes: {
        workspace: model.parent.name,
        latestVersion: text(model.json, 'properties', 'latestVersion'),
        description: text(model.json, 'properties', 'description'),
        isArchived: flag(model.json, 'properties', 'isArchived'),
        versions: names(versions.map(({ name }) => name)),
        modelTypes: of('modelType'),
        artefacts: of('modelUri'),
        jobs: of('jobName'),
        stages: of('stage'),
      },
    })
  },
})

export const data = target({
  id: 'ml-data',
  service,
  title: 'Data assets of workspaces',
  kinds: ['dataset'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:DataContainers_List'],
  list: (arm) =>
    arm.below('MachineLearning:DataContainers_List', arm.parents('MachineLearning:Workspaces_List')),
  *toFindings(asset, place) {
    yield thing(place, {
      type: 'ml-data',
      kind: 'dataset',
      resource: asset,
      parent: asset.parent,
      grade: 'configured',
      supplier,
      product: 'Data asset',
      operation: 'MachineLearning:DataContainers_List',
      relations: [toArm('depends-on', asset.parent.id)],
      attributes: {
        workspace: asset.parent.name,
        dataType: text(asset.json, 'properties', 'dataType'),
        latestVersion: text(asset.json, 'properties', 'latestVersion'),
        description: text(asset.json, 'properties', 'description'),
        isArchived: flag(asset.json, 'properties', 'isArchived'),
      },
    })
  },
})
