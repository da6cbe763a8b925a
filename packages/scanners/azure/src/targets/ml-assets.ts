import { names } from '@ai-census/cloud-kit'
import type { Arm, Child } from '../arm.ts'
import { thing, toArm } from '../finding.ts'
import { flag, type Resource, text } from '../resource.ts'
import { target } from '../target.ts'

const service = 'microsoft.machinelearningservices'
const supplier = 'azure-machine-learning'

export const models = target({
  id: 'ml-model',
  service,
  title: 'Models that workspaces keep',
  kinds: ['model'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:ModelContainers_List'],
  list: (arm) =>
    arm.below('MachineLearning:ModelContainers_List', arm.parents('MachineLearning:Workspaces_List')),
  *toFindings(model, place) {
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
      },
    })
  },
})

/** The newest of one model's: what an older one was is history. */
const VERSIONS = 100

/** Of models that have several; who has one has it told with the model. `latestVersion` says which these are. */
async function* modelsOfSeveral(arm: Arm): AsyncGenerator<Child> {
  const all = arm.below(
    'MachineLearning:ModelContainers_List',
    arm.parents('MachineLearning:Workspaces_List'),
    { leads: true },
  )
  for await (const model of all) {
    const latest = text(model.json, 'properties', 'latestVersion')
    if (latest && latest !== '1') yield model
  }
}

export const modelVersions = target({
  id: 'ml-model-version',
  service,
  title: 'Versions of models that have several',
  kinds: ['model'],
  operations: [
    'MachineLearning:Workspaces_List',
    'MachineLearning:ModelContainers_List',
    'MachineLearning:ModelVersions_List',
  ],
  list: (arm) =>
    arm.each('MachineLearning:ModelVersions_List', modelsOfSeveral(arm), async ({ id }) => {
      const versions: Resource[] = []
      const all = arm.list('MachineLearning:ModelVersions_List', {
        id,
        query: { $top: String(VERSIONS), $orderBy: 'createdtime desc' },
      })
      for await (const version of all) if (versions.push(version) >= VERSIONS) break
      return versions
    }),
  *toFindings({ parent: model, result: versions }, place) {
    const of = (...path: string[]) => names(versions.map(({ json }) => text(json, 'properties', ...path)))
    // The model's own id: they are one thing with it.
    yield thing(place, {
      type: 'ml-model-version',
      kind: 'model',
      resource: model,
      parent: model.parent,
      grade: 'configured',
      supplier,
      product: 'Machine Learning model',
      model: { id: model.name },
      operation: 'MachineLearning:ModelVersions_List',
      relations: [toArm('depends-on', model.parent.id)],
      attributes: {
        workspace: model.parent.name,
        versions: names(versions.map(({ name }) => name)),
        newestVersions: versions.length === VERSIONS ? VERSIONS : undefined,
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
