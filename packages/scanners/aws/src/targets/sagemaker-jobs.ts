import { mapAhead } from '@ai-census/cloud-kit'
import type { Aws, ElementOf } from '../aws.ts'
import type { Operation } from '../permissions.ts'
import type { Place } from '../place.ts'
import type { InputOf, OperationOf, OutputOf } from '../services.ts'
import { AHEAD, type Target, target } from '../target.ts'
import { type Job, jobTally } from './jobs.ts'

type S = 'sagemaker'

interface JobRow<O extends OperationOf<S>, K extends keyof OutputOf<S, O>> {
  readonly id: string
  readonly title: string
  readonly operation: O
  readonly key: K
  job(item: ElementOf<OutputOf<S, O>[K]>): Job
  /** Data and models of a job, asked for the newest ones alone. */
  readonly describe?: Operation
  lineage?(aws: Aws, name: string): Promise<Partial<Job> | null | undefined>
}

/** As many are looked at closely; older ones of the period are counted. */
const NEWEST = 100

function jobs<O extends OperationOf<S>, K extends keyof OutputOf<S, O>>(row: JobRow<O, K>): Target {
  const operation: Operation = `sagemaker:${String(row.operation)}`
  const { id, title, lineage } = row
  return target({
    id,
    service: 'sagemaker',
    title,
    kinds: ['usage'],
    operations: row.describe ? [operation, row.describe] : [operation],
    list: (aws, place) => {
      let close = 0
      const all = aws.list('sagemaker', row.operation, row.key, newestSince(place))
      return mapAhead(all, AHEAD, async (item): Promise<Job | null> => {
        const job = row.job(item)
        if (!lineage || !job.name || close++ >= NEWEST) return job
        return { ...job, ...(await lineage(aws, job.name)) }
      })
    },
    tally: (place) =>
      jobTally(place, { type: id, title, supplier: 'aws-sagemaker', product: 'SageMaker', operation }),
  })
}

/** All of SageMaker's lists of jobs take these. */
const newestSince = (place: Place) =>
  ({
    CreationTimeAfter: place.since,
    SortBy: 'CreationTime',
    SortOrder: 'Descending',
    MaxResults: 100,
  }) as Partial<InputOf<S, OperationOf<S>>>

export const training = jobs({
  id: 'sagemaker-training-jobs',
  title: 'SageMaker training jobs',
  operation: 'ListTrainingJobs',
  key: 'TrainingJobSummaries',
  job: (it) => ({ name: it.TrainingJobName, created: it.CreationTime, status: it.TrainingJobStatus }),
  describe: 'sagemaker:DescribeTrainingJob',
  lineage: async (aws, TrainingJobName) => {
    const job = await aws.more('sagemaker', 'DescribeTrainingJob', { TrainingJobName })
    return (
      job && {
        ran: [job.AlgorithmSpecification?.TrainingImage, job.AlgorithmSpecification?.AlgorithmName],
        read: job.InputDataConfig?.map(({ DataSource }) => DataSource?.S3DataSource?.S3Uri),
        made: [job.ModelArtifacts?.S3ModelArtifacts],
      }
    )
  },
})

export const tuning = jobs({
  id: 'sagemaker-tuning-jobs',
  title: 'SageMaker hyperparameter tuning jobs',
  operation: 'ListHyperParameterTuningJobs',
  key: 'HyperParameterTuningJobSummaries',
  job: (it) => ({
    name: it.HyperParameterTuningJobName,
    created: it.CreationTime,
    status: it.HyperParameterTuningJobStatus,
  }),
})

export const autoMl = jobs({
  id: 'sagemaker-automl-jobs',
  title: 'SageMaker Autopilot jobs',
  operation: 'ListAutoMLJobs',
  key: 'AutoMLJobSummaries',
  job: (it) => ({ name: it.AutoMLJobName, created: it.CreationTime, status: it.AutoMLJobStatus }),
})

export const processing = jobs({
  id: 'sagemaker-processing-jobs',
  title: 'SageMaker processing jobs',
  operation: 'ListProcessingJobs',
  key: 'ProcessingJobSummaries',
  job: (it) => ({ name: it.ProcessingJobName, created: it.CreationTime, status: it.ProcessingJobStatus }),
})

export const transform = jobs({
  id: 'sagemaker-transform-jobs',
  title: 'SageMaker batch transform jobs',
  operation: 'ListTransformJobs',
  key: 'TransformJobSummaries',
  job: (it) => ({ name: it.TransformJobName, created: it.CreationTime, status: it.TransformJobStatus }),
  describe: 'sagemaker:DescribeTransformJob',
  lineage: async (aws, TransformJobName) => {
    const job = await aws.more('sagemaker', 'DescribeTransformJob', { TransformJobName })
    return job && { ran: [job.ModelName], read: [job.TransformInput?.DataSource?.S3DataSource?.S3Uri] }
  },
})

export const compilation = jobs({
  id: 'sagemaker-compilation-jobs',
  title: 'SageMaker compilation jobs',
  operation: 'ListCompilationJobs',
  key: 'CompilationJobSummaries',
  job: (it) => ({ name: it.CompilationJobName, created: it.CreationTime, status: it.CompilationJobStatus }),
})

export const labeling = jobs({
  id: 'sagemaker-labeling-jobs',
  title: 'SageMaker labelling jobs',
  operation: 'ListLabelingJobs',
  key: 'LabelingJobSummaryList',
  job: (it) => ({
    name: it.LabelingJobName,
    created: it.CreationTime,
    status: it.LabelingJobStatus,
    read: [it.InputConfig?.DataSource?.S3DataSource?.ManifestS3Uri],
    made: [it.LabelingJobOutput?.OutputDatasetS3Uri],
  }),
})

export const optimization = jobs({
  id: 'sagemaker-optimization-jobs',
  title: 'SageMaker model optimisation jobs',
  operation: 'ListOptimizationJobs',
  key: 'OptimizationJobSummaries',
  job: (it) => ({ name: it.OptimizationJobName, created: it.CreationTime, status: it.OptimizationJobStatus }),
})
