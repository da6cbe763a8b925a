import { names } from '@ai-census/cloud-kit'
import { arnOf, thing } from '../finding.ts'
import { listed } from '../simple.ts'
import { target } from '../target.ts'
import { jobTally } from './jobs.ts'

const lastPart = (arn: string | undefined): string | undefined =>
  arn?.split(':').at(-1)?.split('/').slice(1).join('/')

const rekognition = { service: 'rekognition', product: 'Rekognition' } as const

export const rekognitionProjects = target({
  id: 'rekognition-project',
  service: 'rekognition',
  title: 'Rekognition Custom Labels projects and their versions',
  kinds: ['model'],
  operations: ['rekognition:DescribeProjects', 'rekognition:DescribeProjectVersions'],
  async *list(aws) {
    const projects = aws.list('rekognition', 'DescribeProjects', 'ProjectDescriptions', { MaxResults: 100 })
    for await (const project of projects) {
      const versions = aws.list('rekognition', 'DescribeProjectVersions', 'ProjectVersionDescriptions', {
        ProjectArn: project.ProjectArn,
        MaxResults: 100,
      })
      for (const version of await aws.within('rekognition:DescribeProjectVersions', versions))
        yield { project, version }
    }
  },
  *toFindings({ project, version }, place) {
    yield thing(place, {
      type: 'rekognition-model',
      kind: 'model',
      name: lastPart(version.ProjectVersionArn) ?? '',
      arn: version.ProjectVersionArn,
      // Only a version that runs answers.
      grade: version.Status === 'RUNNING' ? 'deployed' : 'configured',
      product: 'Rekognition Custom Labels',
      created: version.CreationTimestamp,
      operation: 'rekognition:DescribeProjectVersions',
      attributes: { project: lastPart(project.ProjectArn), status: version.Status, feature: version.Feature },
    })
  },
})

export const faceCollections = listed({
  ...rekognition,
  id: 'rekognition-collection',
  title: 'Rekognition face collections',
  kind: 'dataset',
  grade: 'deployed',
  operation: 'ListCollections',
  key: 'CollectionIds',
  input: { MaxResults: 100 },
  it: (id, place) => ({
    name: id,
    arn: arnOf(place, 'rekognition', 'collection/', id),
    // People's faces: the law on AI has more to say of these.
    attributes: { isBiometric: true },
  }),
})

export const streamProcessors = listed({
  ...rekognition,
  id: 'rekognition-stream-processor',
  title: 'Rekognition stream processors',
  kind: 'pipeline',
  grade: 'deployed',
  operation: 'ListStreamProcessors',
  key: 'StreamProcessors',
  input: { MaxResults: 100 },
  it: (one, place) => ({
    name: one.Name,
    arn: arnOf(place, 'rekognition', 'streamprocessor/', one.Name),
    attributes: { status: one.Status },
  }),
})

export const textractAdapters = listed({
  service: 'textract',
  product: 'Textract',
  id: 'textract-adapter',
  title: 'Textract adapters',
  kind: 'model',
  grade: 'configured',
  operation: 'ListAdapters',
  key: 'Adapters',
  input: { MaxResults: 100 },
  it: (one, place) => ({
    name: one.AdapterName ?? one.AdapterId,
    arn: arnOf(place, 'textract', '/adapters/', one.AdapterId),
    created: one.CreationTime,
    attributes: { features: names(one.FeatureTypes) },
  }),
})

const transcribe = { service: 'transcribe', product: 'Transcribe' } as const

export const languageModels = listed({
  ...transcribe,
  id: 'transcribe-language-model',
  title: 'Transcribe custom language models',
  kind: 'model',
  grade: 'configured',
  operation: 'ListLanguageModels',
  key: 'Models',
  input: { MaxResults: 100 },
  it: (one, place) => ({
    name: one.ModelName,
    arn: arnOf(place, 'transcribe', 'language-model/', one.ModelName),
    created: one.CreateTime,
    changed: one.LastModifiedTime,
    attributes: {
      status: one.ModelStatus,
      language: one.LanguageCode,
      baseModel: one.BaseModelName,
      trainingData: one.InputDataConfig?.S3Uri,
    },
  }),
})

export const callCategories = listed({
  ...transcribe,
  id: 'transcribe-call-category',
  title: 'Transcribe Call Analytics categories',
  kind: 'service',
  grade: 'configured',
  operation: 'ListCallAnalyticsCategories',
  key: 'Categories',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: one.CategoryName,
    created: one.CreateTime,
    changed: one.LastUpdateTime,
    attributes: { rules: one.Rules?.length },
  }),
})

export const transcriptionJobs = target({
  id: 'transcribe-jobs',
  service: 'transcribe',
  title: 'Transcribe jobs',
  kinds: ['usage'],
  operations: ['transcribe:ListTranscriptionJobs'],
  list: (aws) =>
    aws.list('transcribe', 'ListTranscriptionJobs', 'TranscriptionJobSummaries', { MaxResults: 100 }),
  tally(place) {
    const operation = 'transcribe:ListTranscriptionJobs'
    const jobs = jobTally(place, {
      type: 'transcribe-jobs',
      title: 'Transcribe jobs',
      supplier: 'aws-ai-services',
      product: 'Transcribe',
      operation,
    })
    return {
      findings: jobs.findings,
      add: ({ CreationTime, TranscriptionJobStatus, ModelSettings }) =>
        jobs.add({
          created: CreationTime,
          status: TranscriptionJobStatus,
          ran: [ModelSettings?.LanguageModelName],
        }),
    }
  },
})

export const lexicons = listed({
  service: 'polly',
  product: 'Polly',
  id: 'polly-lexicon',
  title: 'Polly lexicons',
  kind: 'service',
  grade: 'configured',
  operation: 'ListLexicons',
  key: 'Lexicons',
  it: (one, place) => ({
    name: one.Name,
    arn: arnOf(place, 'polly', 'lexicon/', one.Name),
    changed: one.Attributes?.LastModified,
    attributes: { language: one.Attributes?.LanguageCode },
  }),
})

export const speechTasks = target({
  id: 'polly-tasks',
  service: 'polly',
  title: 'Polly synthesis tasks',
  kinds: ['usage'],
  operations: ['polly:ListSpeechSynthesisTasks'],
  list: (aws) => aws.list('polly', 'ListSpeechSynthesisTasks', 'SynthesisTasks', { MaxResults: 100 }),
  tally(place) {
    const operation = 'polly:ListSpeechSynthesisTasks'
    const jobs = jobTally(place, {
      type: 'polly-tasks',
      title: 'Polly synthesis tasks',
      supplier: 'aws-ai-services',
      product: 'Polly',
      operation,
    })
    return {
      findings: jobs.findings,
      add: ({ CreationTime, TaskStatus, Engine, VoiceId }) =>
        jobs.add({
          created: CreationTime,
          status: TaskStatus,
          ran: [Engine && VoiceId ? `${VoiceId} (${Engine})` : undefined],
        }),
    }
  },
})

export const parallelData = listed({
  service: 'translate',
  product: 'Translate',
  id: 'translate-parallel-data',
  title: 'Translate parallel data',
  kind: 'dataset',
  grade: 'configured',
  operation: 'ListParallelData',
  key: 'ParallelDataPropertiesList',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: one.Name,
    arn: one.Arn,
    created: one.CreatedAt,
    changed: one.LastUpdatedAt,
    attributes: {
      status: one.Status,
      languages: names([one.SourceLanguageCode, ...(one.TargetLanguageCodes ?? [])]),
    },
  }),
})

export const translationJobs = target({
  id: 'translate-jobs',
  service: 'translate',
  title: 'Translate jobs',
  kinds: ['usage'],
  operations: ['translate:ListTextTranslationJobs'],
  list: (aws, { since }) =>
    aws.list('translate', 'ListTextTranslationJobs', 'TextTranslationJobPropertiesList', {
      Filter: { SubmittedAfterTime: since },
      MaxResults: 100,
    }),
  tally(place) {
    const operation = 'translate:ListTextTranslationJobs'
    const jobs = jobTally(place, {
      type: 'translate-jobs',
      title: 'Translate jobs',
      supplier: 'aws-ai-services',
      product: 'Translate',
      operation,
    })
    return {
      findings: jobs.findings,
      add: ({ SubmittedTime, JobStatus, InputDataConfig, OutputDataConfig }) =>
        jobs.add({
          created: SubmittedTime,
          status: JobStatus,
          read: [InputDataConfig?.S3Uri],
          made: [OutputDataConfig?.S3Uri],
        }),
    }
  },
})
