import { iso, jobPeriod, names } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import type { Child } from '../arm.ts'
import { thing, toArm } from '../finding.ts'
import type { Place } from '../place.ts'
import { at, isJson, type Resource, text } from '../resource.ts'
import { target } from '../target.ts'

/** What jobs leave to know. */
interface Told {
  readonly experiments: Set<string>
  readonly models: Set<string>
  readonly data: Set<string>
}
/** The jobs of one kind in one workspace. */
interface Runs {
  readonly workspace: Resource
  readonly jobType: string
  readonly period: ReturnType<typeof jobPeriod<Told>>
}
/** Distinct names that are kept of all jobs of a kind. */
const MOST = 200

/** Inputs and outputs by their names, and what of them is a model. */
const isModel = (asset: unknown): boolean =>
  /model$/i.test(text(asset, 'jobInputType') ?? text(asset, 'jobOutputType') ?? '')

function keep(set: Set<string>, one: string | undefined): void {
  if (one && set.size < MOST) set.add(one)
}

function keepAssets(told: Told, assets: unknown): void {
  if (!isJson(assets)) return
  for (const asset of Object.values(assets))
    keep(isModel(asset) ? told.models : told.data, text(asset, 'uri') ?? text(asset, 'assetName'))
}

/** Jobs are events: how many of each kind a workspace ran, when, of what and for what. They fade and never go missing. */
export const jobs = target({
  id: 'ml-jobs',
  service: 'microsoft.machinelearningservices',
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
    const all = new Map<string, Runs>()
    return {
      add({ parent, json }) {
        const created = iso(text(json, 'systemData', 'createdAt'))
        const jobType = text(json, 'properties', 'jobType') ?? 'Job'
        const key = `${parent.id}/${jobType}`.toLowerCase()
        const runs = all.get(key) ?? newRuns(parent, jobType, place)
        all.set(key, runs)
        runs.period.add(created, (told) => {
          keep(told.experiments, text(json, 'properties', 'experimentName'))
          // What is tuned is said as an input of its own.
          keep(told.models, text(json, 'properties', 'fineTuningDetails', 'model', 'uri'))
          keepAssets(told, at(json, 'properties', 'inputs'))
          keepAssets(told, at(json, 'properties', 'outputs'))
        })
      },
      *findings() {
        for (const [id, runs] of [...all].sort(([a], [b]) => (a < b ? -1 : 1)))
          yield* findings(place, id, runs)
      },
    }
  },
})

const newRuns = (workspace: Resource, jobType: string, { since }: Place): Runs => ({
  workspace,
  jobType,
  period: jobPeriod(since, () => ({ experiments: new Set(), models: new Set(), data: new Set() })),
})

function* findings(place: Place, id: string, { workspace, jobType, period }: Runs): Generator<Finding> {
  const said = period.said()
  if (!said) return
  yield thing(place, {
    type: 'ml-jobs',
    kind: 'usage',
    id,
    name: `${jobType} jobs of ${workspace.name}`,
    parent: workspace,
    grade: 'used',
    supplier: 'azure-machine-learning',
    product: `${jobType} job`,
    operation: 'MachineLearning:Jobs_List',
    relations: [toArm('uses', workspace.id)],
    attributes: {
      workspace: workspace.name,
      jobType,
      ...said.attributes,
      experiments: names([...said.told.experiments]),
      models: names([...said.told.models]),
      data: names([...said.told.data]),
    },
  })
}
