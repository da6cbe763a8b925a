import { day, iso } from '@ai-census/cloud-kit'
import type { Child } from '../arm.ts'
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

interface Runs {
  readonly workspace: Resource
  readonly jobType: string
  count: number
  last: string
}

/** Jobs are events: how many of each kind a workspace ran in the period, and when last. */
export const jobs = target({
  id: 'ml-jobs',
  service,
  title: 'Training, AutoML, fine-tuning and pipeline jobs',
  kinds: ['usage'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:Jobs_List'],
  async *list(arm, place): AsyncGenerator<Child> {
    if (place.jobPages === 0) return
    yield* arm.below('MachineLearning:Jobs_List', arm.parents('MachineLearning:Workspaces_List'), {
      mostPages: place.jobPages,
    })
  },
  tally(place) {
    const runs = new Map<string, Runs>()
    return {
      add({ parent, json }) {
        const at = iso(text(json, 'systemData', 'createdAt'))
        if (!at || at < place.since.toISOString()) return
        const jobType = text(json, 'properties', 'jobType') ?? 'Job'
        const key = `${parent.id}/${jobType}`.toLowerCase()
        const run = runs.get(key) ?? { workspace: parent, jobType, count: 0, last: at }
        run.count++
        if (at > run.last) run.last = at
        runs.set(key, run)
      },
      *findings() {
        for (const [id, { workspace, jobType, count, last }] of [...runs].sort(([a], [b]) =>
          a < b ? -1 : 1,
        ))
          yield thing(place, {
            type: 'ml-jobs',
            kind: 'usage',
            id,
            name: `${jobType} jobs of ${workspace.name}`,
            parent: workspace,
            grade: 'used',
            supplier,
            product: `${jobType} job`,
            operation: 'MachineLearning:Jobs_List',
            relations: [toArm('uses', workspace.id)],
            attributes: {
              workspace: workspace.name,
              jobType,
              jobs: count,
              usageSince: day(place.since),
              lastUsedOn: last.slice(0, 10),
            },
          })
      },
    }
  },
})
