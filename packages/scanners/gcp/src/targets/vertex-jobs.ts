import type { Tally } from '@ai-census/cloud-kit'
import { iso, jobPeriod, names } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { thing, toModel } from '../finding.ts'
import { parentOf } from '../listed.ts'
import type { Place } from '../place.ts'
import { listOf, optional, resource, text } from '../resource.ts'
import { type Target, target } from '../target.ts'

/** What a kind of job tells of one: the models that it reads or makes, its data, its images. */
interface Told {
  readonly models?: readonly (string | undefined)[]
  readonly data?: readonly (string | undefined)[]
  readonly images?: readonly (string | undefined)[]
  /** As whom they run. */
  readonly accounts?: readonly (string | undefined)[]
}

interface Jobs<T> {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly permission: string
  readonly item: z.ZodType<T>
  tells(job: T): Told
}

type Job = { createTime?: string | undefined; state?: string | undefined }

/** Jobs are one sign of use a kind and location: how many, when, of which models. They fade and never go missing. */
function jobs<T extends Job>(row: Jobs<T>): Target {
  const { id, title, permission, path, item } = row
  return target({
    id,
    service: 'aiplatform',
    title,
    kinds: ['usage'],
    operations: [permission],
    list: (gcp, place) =>
      gcp.list({
        service: 'aiplatform',
        path: `/v1/${parentOf(place)}/${path}`,
        key: path,
        permission,
        item,
      }),
    tally: (place) => tallyOf(row, place),
  })
}

/** Distinct models, data and images that are kept of all jobs of a kind. */
const MOST = 200

interface Kept {
  readonly models: Set<string>
  readonly data: Set<string>
  readonly images: Set<string>
  readonly accounts: Set<string>
  readonly states: Map<string, number>
}
const nothingYet = (): Kept => ({
  models: new Set(),
  data: new Set(),
  images: new Set(),
  accounts: new Set(),
  states: new Map(),
})

function keep(set: Set<string>, all: readonly (string | undefined)[] = []): void {
  for (const one of all) if (one && set.size < MOST) set.add(one)
}

function tallyOf<T extends Job>(row: Jobs<T>, place: Place): Tally<T> {
  const period = jobPeriod(place.since, nothingYet)
  return {
    add(job) {
      period.add(iso(job.createTime), (kept) => {
        const state = job.state ?? 'unknown'
        kept.states.set(state, (kept.states.get(state) ?? 0) + 1)
        const { models, data, images, accounts } = row.tells(job)
        keep(kept.models, models)
        keep(kept.data, data)
        keep(kept.images, images)
        keep(kept.accounts, accounts)
      })
    },
    *findings(): Generator<Finding> {
      const said = period.said()
      if (!said) return
      const { told: kept, attributes } = said
      yield thing(place, {
        type: row.id,
        kind: 'usage',
        name: row.title,
        id: `${row.id}/${place.location}`,
        service: 'aiplatform',
        grade: 'used',
        product: row.title,
        operation: row.permission,
        relations: [...kept.models].sort().map((model) => toModel(place, 'uses', model)),
        attributes: {
          ...attributes,
          states: [...kept.states].map(([state, jobs]) => `${state}: ${jobs}`).sort(),
          models: names([...kept.models]),
          data: names([...kept.data]),
          images: names([...kept.images]),
          serviceAccounts: names([...kept.accounts]),
        },
      })
    },
  }
}

const workers = optional(
  z.object({
    serviceAccount: text,
    workerPoolSpecs: listOf(
      z.object({
        containerSpec: optional(z.object({ imageUri: text })),
        pythonPackageSpec: optional(z.object({ executorImageUri: text })),
      }),
    ),
  }),
)
type Workers = z.infer<typeof workers>
const imagesOf = (spec: Workers) =>
  spec?.workerPoolSpecs?.flatMap((one) => [
    one.containerSpec?.imageUri,
    one.pythonPackageSpec?.executorImageUri,
  ]) ?? []

export const customJobs = jobs({
  id: 'vertex-custom-jobs',
  title: 'Vertex AI custom training jobs',
  path: 'customJobs',
  permission: 'aiplatform.customJobs.list',
  item: z.object({ ...resource, jobSpec: workers }),
  tells: ({ jobSpec }) => ({ images: imagesOf(jobSpec), accounts: [jobSpec?.serviceAccount] }),
})

export const hyperparameterTuningJobs = jobs({
  id: 'vertex-hyperparameter-tuning-jobs',
  title: 'Vertex AI hyperparameter tuning jobs',
  path: 'hyperparameterTuningJobs',
  permission: 'aiplatform.hyperparameterTuningJobs.list',
  item: z.object({ ...resource, trialJobSpec: workers }),
  tells: ({ trialJobSpec }) => ({
    images: imagesOf(trialJobSpec),
    accounts: [trialJobSpec?.serviceAccount],
  }),
})

export const trainingPipelines = jobs({
  id: 'vertex-training-pipelines',
  title: 'Vertex AI training pipelines',
  path: 'trainingPipelines',
  permission: 'aiplatform.trainingPipelines.list',
  item: z.object({
    ...resource,
    modelToUpload: optional(z.object({ name: text })),
    parentModel: text,
    inputDataConfig: optional(z.object({ datasetId: text })),
  }),
  tells: ({ modelToUpload, parentModel, inputDataConfig }) => ({
    models: [modelToUpload?.name, parentModel],
    data: [inputDataConfig?.datasetId],
  }),
})

export const tuningJobs = jobs({
  id: 'vertex-tuning-jobs',
  title: 'Vertex AI tuning jobs of foundation models',
  path: 'tuningJobs',
  permission: 'aiplatform.tuningJobs.list',
  item: z.object({
    ...resource,
    baseModel: text,
    tunedModel: optional(z.object({ model: text, endpoint: text })),
    // Tuned once more.
    preTunedModel: optional(z.object({ baseModel: text, tunedModelName: text })),
    supervisedTuningSpec: optional(z.object({ trainingDatasetUri: text })),
    preferenceOptimizationSpec: optional(z.object({ trainingDatasetUri: text })),
    serviceAccount: text,
  }),
  tells: ({ baseModel, preTunedModel, tunedModel, supervisedTuningSpec, ...one }) => ({
    // The base is a bare name: `gemini-2.5-flash`.
    models: [
      ...[baseModel, preTunedModel?.baseModel].map(
        (base) => base && `publishers/google/models/${base.split('/').at(-1)}`,
      ),
      preTunedModel?.tunedModelName,
      tunedModel?.model,
    ],
    data: [supervisedTuningSpec?.trainingDatasetUri, one.preferenceOptimizationSpec?.trainingDatasetUri],
    accounts: [one.serviceAccount],
  }),
})

export const batchPredictionJobs = jobs({
  id: 'vertex-batch-prediction-jobs',
  title: 'Vertex AI batch prediction jobs',
  path: 'batchPredictionJobs',
  permission: 'aiplatform.batchPredictionJobs.list',
  item: z.object({
    ...resource,
    model: text,
    unmanagedContainerModel: optional(z.object({ containerSpec: optional(z.object({ imageUri: text })) })),
    serviceAccount: text,
    inputConfig: optional(
      z.object({
        gcsSource: optional(z.object({ uris: listOf(z.string()) })),
        bigquerySource: optional(z.object({ inputUri: text })),
      }),
    ),
  }),
  tells: ({ model, unmanagedContainerModel, serviceAccount, inputConfig }) => ({
    models: [model],
    images: [unmanagedContainerModel?.containerSpec?.imageUri],
    accounts: [serviceAccount],
    data: [...(inputConfig?.gcsSource?.uris ?? []), inputConfig?.bigquerySource?.inputUri],
  }),
})

export const pipelineJobs = jobs({
  id: 'vertex-pipeline-jobs',
  title: 'Vertex AI pipeline jobs',
  path: 'pipelineJobs',
  permission: 'aiplatform.pipelineJobs.list',
  item: z.object({ ...resource, templateUri: text, serviceAccount: text }),
  tells: ({ templateUri, serviceAccount }) => ({ data: [templateUri], accounts: [serviceAccount] }),
})
