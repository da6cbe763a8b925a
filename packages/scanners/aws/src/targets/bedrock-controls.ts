import { mapAhead, names } from '@ai-census/cloud-kit'
import { thing } from '../finding.ts'
import { listed } from '../simple.ts'
import { AHEAD, target } from '../target.ts'
import { type Job, jobTally } from './jobs.ts'

const control = {
  service: 'bedrock',
  supplier: 'aws-bedrock',
  kind: 'guardrail',
  grade: 'configured',
} as const

export const guardrails = target({
  id: 'bedrock-guardrail',
  service: 'bedrock',
  title: 'Bedrock guardrails',
  kinds: ['guardrail'],
  operations: ['bedrock:ListGuardrails', 'bedrock:GetGuardrail'],
  list: (aws) =>
    mapAhead(
      aws.list('bedrock', 'ListGuardrails', 'guardrails', { maxResults: 100 }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('bedrock', 'GetGuardrail', {
          guardrailIdentifier: summary.id,
          guardrailVersion: summary.version,
        }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    yield thing(place, {
      type: 'bedrock-guardrail',
      kind: 'guardrail',
      name: summary.name ?? '',
      arn: summary.arn,
      grade: 'configured',
      supplier: 'aws-bedrock',
      product: 'Bedrock Guardrails',
      created: summary.createdAt,
      changed: summary.updatedAt,
      operation: 'bedrock:ListGuardrails',
      attributes: {
        control: 'input and output filter',
        status: summary.status,
        version: summary.version,
        description: summary.description,
        filters: names(detail?.contentPolicy?.filters?.map(({ type }) => type)),
        deniedTopics: detail ? (detail.topicPolicy?.topics?.length ?? 0) : undefined,
        masksPersonalData: detail ? Boolean(detail.sensitiveInformationPolicy) : undefined,
        checksGrounding: detail ? Boolean(detail.contextualGroundingPolicy) : undefined,
      },
    })
  },
})

export const enforcedGuardrails = listed({
  ...control,
  id: 'bedrock-enforced-guardrail',
  title: 'Guardrails enforced for the whole account',
  product: 'Bedrock Guardrails',
  operation: 'ListEnforcedGuardrailsConfiguration',
  key: 'guardrailsConfig',
  it: (one) => ({
    name: `Enforced guardrail ${one.guardrailId ?? one.configId ?? ''}`,
    id: one.configId ?? one.guardrailId ?? 'account',
    created: one.createdAt,
    changed: one.updatedAt,
    attributes: {
      control: 'enforced input and output filter',
      guardrail: one.guardrailArn,
      version: one.guardrailVersion,
      setBy: one.owner,
      updatedBy: one.updatedBy,
    },
  }),
})

export const reasoningPolicies = listed({
  ...control,
  id: 'bedrock-automated-reasoning',
  title: 'Bedrock automated reasoning policies',
  product: 'Bedrock Automated Reasoning',
  operation: 'ListAutomatedReasoningPolicies',
  key: 'automatedReasoningPolicySummaries',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.name,
    arn: one.policyArn,
    created: one.createdAt,
    changed: one.updatedAt,
    attributes: { control: 'automated reasoning check', version: one.version, description: one.description },
  }),
})

export const evaluations = listed({
  ...control,
  id: 'bedrock-evaluation',
  title: 'Bedrock evaluation jobs',
  product: 'Bedrock Evaluations',
  operation: 'ListEvaluationJobs',
  key: 'jobSummaries',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.jobName,
    arn: one.jobArn,
    created: one.creationTime,
    context: 'development',
    attributes: {
      control: 'evaluation',
      status: one.status,
      evaluates: one.applicationType,
      by: one.jobType,
      tasks: names(one.evaluationTaskTypes),
      models: names(one.modelIdentifiers),
    },
  }),
})

/** Whether what models are asked and what they answer is kept: without it nobody can look afterwards. */
export const invocationLogging = target({
  id: 'bedrock-invocation-logging',
  service: 'bedrock',
  title: 'Bedrock model invocation logging',
  kinds: ['guardrail'],
  operations: ['bedrock:GetModelInvocationLoggingConfiguration'],
  async *list(aws) {
    const { loggingConfig } = await aws.get('bedrock', 'GetModelInvocationLoggingConfiguration', {})
    if (loggingConfig) yield loggingConfig
  },
  *toFindings(config, place) {
    yield thing(place, {
      type: 'bedrock-invocation-logging',
      kind: 'guardrail',
      id: 'region',
      name: 'Bedrock model invocation logging',
      grade: 'configured',
      supplier: 'aws-bedrock',
      product: 'Bedrock model invocation logging',
      operation: 'bedrock:GetModelInvocationLoggingConfiguration',
      attributes: {
        control: 'logging of prompts and answers',
        logGroup: config.cloudWatchConfig?.logGroupName,
        bucket: config.s3Config?.bucketName,
        logsText: config.textDataDeliveryEnabled,
        logsImages: config.imageDataDeliveryEnabled,
        logsEmbeddings: config.embeddingDataDeliveryEnabled,
      },
    })
  },
})

/** Bedrock's jobs: signs of use that fade. */
const jobs = { supplier: 'aws-bedrock', product: 'Amazon Bedrock' } as const

export const batchInference = target({
  id: 'bedrock-batch-jobs',
  service: 'bedrock',
  title: 'Bedrock batch inference jobs',
  kinds: ['usage'],
  operations: ['bedrock:ListModelInvocationJobs'],
  list: (aws, { since }) =>
    aws.list('bedrock', 'ListModelInvocationJobs', 'invocationJobSummaries', {
      submitTimeAfter: since,
      maxResults: 100,
    }),
  tally(place) {
    const operation = 'bedrock:ListModelInvocationJobs'
    const tally = jobTally(place, {
      ...jobs,
      type: 'bedrock-batch-jobs',
      title: 'Bedrock batch inference jobs',
      operation,
    })
    return {
      findings: tally.findings,
      add: ({ jobName, submitTime, status, modelId, inputDataConfig, outputDataConfig }) =>
        tally.add({
          name: jobName,
          created: submitTime,
          status,
          ran: [modelId],
          read: [inputDataConfig?.s3InputDataConfig?.s3Uri],
          made: [outputDataConfig?.s3OutputDataConfig?.s3Uri],
        }),
    }
  },
})

export const customizationJobs = target({
  id: 'bedrock-customization-jobs',
  service: 'bedrock',
  title: 'Bedrock model customization, import and copy jobs',
  kinds: ['usage'],
  operations: [
    'bedrock:ListModelCustomizationJobs',
    'bedrock:ListModelImportJobs',
    'bedrock:ListModelCopyJobs',
  ],
  async *list(aws, { since }): AsyncGenerator<Job> {
    const input = { creationTimeAfter: since, maxResults: 100 }
    for await (const one of aws.list(
      'bedrock',
      'ListModelCustomizationJobs',
      'modelCustomizationJobSummaries',
      input,
    ))
      yield {
        name: one.jobName,
        created: one.creationTime,
        status: one.status,
        ran: [one.baseModelArn],
        made: [one.customModelArn],
      }
    for await (const one of aws.list('bedrock', 'ListModelImportJobs', 'modelImportJobSummaries', input))
      yield { name: one.jobName, created: one.creationTime, status: one.status, made: [one.importedModelArn] }
    for await (const one of aws.list('bedrock', 'ListModelCopyJobs', 'modelCopyJobSummaries', input))
      yield {
        name: one.jobArn,
        created: one.creationTime,
        status: one.status,
        read: [one.sourceModelArn],
        made: [one.targetModelArn],
      }
  },
  tally: (place) =>
    jobTally(place, {
      ...jobs,
      type: 'bedrock-customization-jobs',
      title: 'Bedrock model customization jobs',
      operation: 'bedrock:ListModelCustomizationJobs',
    }),
})
