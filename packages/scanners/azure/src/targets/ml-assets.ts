import { thing, toArm } from '../finding.ts'
import { flag, text } from '../resource.ts'
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
