import { mapAhead, names } from '@ai-census/cloud-kit'
import type { Aws } from '../aws.ts'
import { arnOf, thing, toArn } from '../finding.ts'
import type { Place } from '../place.ts'
import { listed } from '../simple.ts'
import { target } from '../target.ts'
import { type Job, jobTally } from './jobs.ts'

const comprehend = { service: 'comprehend', product: 'Comprehend' } as const
const lastPart = (arn: string | undefined): string | undefined => arn?.split('/').slice(1).join('/')

export const comprehendEndpoints = listed({
  ...comprehend,
  id: 'comprehend-endpoint',
  title: 'Comprehend endpoints',
  kind: 'endpoint',
  grade: 'deployed',
  operation: 'ListEndpoints',
  key: 'EndpointPropertiesList',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: lastPart(one.EndpointArn),
    arn: one.EndpointArn,
    created: one.CreationTime,
    changed: one.LastModifiedTime,
    relations: [toArn('serves', one.ModelArn)],
    attributes: { status: one.Status, inferenceUnits: one.CurrentInferenceUnits },
  }),
})

export const classifiers = listed({
  ...comprehend,
  id: 'comprehend-classifier',
  title: 'Comprehend document classifiers',
  kind: 'model',
  grade: 'configured',
  operation: 'ListDocumentClassifiers',
  key: 'DocumentClassifierPropertiesList',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: lastPart(one.DocumentClassifierArn),
    arn: one.DocumentClassifierArn,
    created: one.SubmitTime,
    attributes: {
      status: one.Status,
      language: one.LanguageCode,
      version: one.VersionName,
      trainingData: one.InputDataConfig?.S3Uri,
    },
  }),
})

export const recognizers = listed({
  ...comprehend,
  id: 'comprehend-recognizer',
  title: 'Comprehend entity recognizers',
  kind: 'model',
  grade: 'configured',
  operation: 'ListEntityRecognizers',
  key: 'EntityRecognizerPropertiesList',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: lastPart(one.EntityRecognizerArn),
    arn: one.EntityRecognizerArn,
    created: one.SubmitTime,
    attributes: {
      status: one.Status,
      language: one.LanguageCode,
      version: one.VersionName,
      trainingData: one.InputDataConfig?.Documents?.S3Uri,
    },
  }),
})

export const flywheels = listed({
  ...comprehend,
  id: 'comprehend-flywheel',
  title: 'Comprehend flywheels',
  kind: 'pipeline',
  grade: 'configured',
  operation: 'ListFlywheels',
  key: 'FlywheelSummaryList',
  input: { MaxResults: 100 },
  it: (one) => ({
    name: lastPart(one.FlywheelArn),
    arn: one.FlywheelArn,
    created: one.CreationTime,
    changed: one.LastModifiedTime,
    relations: [toArn('built-from', one.ActiveModelArn)],
    attributes: { status: one.Status, data: one.DataLakeS3Uri },
  }),
})

/** All of Comprehend's lists of jobs take and give the same. */
interface ComprehendJob {
  JobName?: string | undefined
  SubmitTime?: Date | undefined
  JobStatus?: string | undefined
  InputDataConfig?: { S3Uri?: string | undefined } | undefined
  /** Of jobs that run a model of one's own. */
  DocumentClassifierArn?: string | undefined
  EntityRecognizerArn?: string | undefined
}
const comprehendJob = (job: ComprehendJob): Job => ({
  name: job.JobName,
  created: job.SubmitTime,
  status: job.JobStatus,
  ran: [job.DocumentClassifierArn, job.EntityRecognizerArn],
  read: [job.InputDataConfig?.S3Uri],
})

async function* comprehendJobLists(aws: Aws, { since }: Place): AsyncGenerator<ComprehendJob> {
  const input = { Filter: { SubmitTimeAfter: since }, MaxResults: 100 }
  yield* aws.list(
    'comprehend',
    'ListDocumentClassificationJobs',
    'DocumentClassificationJobPropertiesList',
    input,
  )
  yield* aws.list(
    'comprehend',
    'ListDominantLanguageDetectionJobs',
    'DominantLanguageDetectionJobPropertiesList',
    input,
  )
  yield* aws.list('comprehend', 'ListEntitiesDetectionJobs', 'EntitiesDetectionJobPropertiesList', input)
  yield* aws.list('comprehend', 'ListEventsDetectionJobs', 'EventsDetectionJobPropertiesList', input)
  yield* aws.list('comprehend', 'ListKeyPhrasesDetectionJobs', 'KeyPhrasesDetectionJobPropertiesList', input)
  yield* aws.list(
    'comprehend',
    'ListPiiEntitiesDetectionJobs',
    'PiiEntitiesDetectionJobPropertiesList',
    input,
  )
  yield* aws.list('comprehend', 'ListSentimentDetectionJobs', 'SentimentDetectionJobPropertiesList', input)
  yield* aws.list(
    'comprehend',
    'ListTargetedSentimentDetectionJobs',
    'TargetedSentimentDetectionJobPropertiesList',
    input,
  )
  yield* aws.list('comprehend', 'ListTopicsDetectionJobs', 'TopicsDetectionJobPropertiesList', input)
}

export const comprehendJobs = target({
  id: 'comprehend-jobs',
  service: 'comprehend',
  title: 'Comprehend jobs',
  kinds: ['usage'],
  operations: [
    'comprehend:ListDocumentClassificationJobs',
    'comprehend:ListDominantLanguageDetectionJobs',
    'comprehend:ListEntitiesDetectionJobs',
    'comprehend:ListEventsDetectionJobs',
    'comprehend:ListKeyPhrasesDetectionJobs',
    'comprehend:ListPiiEntitiesDetectionJobs',
    'comprehend:ListSentimentDetectionJobs',
    'comprehend:ListTargetedSentimentDetectionJobs',
    'comprehend:ListTopicsDetectionJobs',
  ],
  async *list(aws, place) {
    for await (const job of comprehendJobLists(aws, place)) yield comprehendJob(job)
  },
  tally: (place) =>
    jobTally(place, {
      type: 'comprehend-jobs',
      title: 'Comprehend jobs',
      supplier: 'aws-ai-services',
      product: 'Comprehend',
      operation: 'comprehend:ListDocumentClassificationJobs',
    }),
})

export const lexBots = target({
  id: 'lex-bot',
  service: 'lex',
  title: 'Lex bots',
  kinds: ['agent'],
  operations: ['lex-models-v2:ListBots', 'lex-models-v2:ListBotAliases'],
  list: (aws) =>
    mapAhead(aws.list('lex-models-v2', 'ListBots', 'botSummaries', { maxResults: 100 }), 4, async (bot) => ({
      bot,
      aliases: await aws.within(
        'lex:ListBotAliases',
        aws.list('lex-models-v2', 'ListBotAliases', 'botAliasSummaries', {
          botId: bot.botId,
          maxResults: 100,
        }),
      ),
    })),
  *toFindings({ bot, aliases }, place) {
    // `TestBotAlias` comes with every bot and is its maker's own.
    const published = aliases.filter(({ botAliasName }) => botAliasName !== 'TestBotAlias')
    yield thing(place, {
      type: 'lex-bot',
      kind: 'agent',
      name: bot.botName ?? bot.botId ?? '',
      arn: arnOf(place, 'lex', 'bot/', bot.botId),
      grade: published.length > 0 ? 'deployed' : 'configured',
      product: 'Lex',
      changed: bot.lastUpdatedDateTime,
      operation: 'lex-models-v2:ListBots',
      attributes: {
        status: bot.botStatus,
        version: bot.latestBotVersion,
        description: bot.description,
        aliases: names(published.map(({ botAliasName }) => botAliasName)),
      },
    })
  },
})

export const lexV1Bots = listed({
  service: 'lex-model-building-service',
  scope: 'lex',
  id: 'lex-v1-bot',
  title: 'Lex bots of the first version',
  kind: 'agent',
  grade: 'configured',
  product: 'Lex V1',
  operation: 'GetBots',
  key: 'bots',
  input: { maxResults: 50 },
  it: (one) => ({
    name: one.name,
    created: one.createdDate,
    changed: one.lastUpdatedDate,
    attributes: { status: one.status, version: one.version, description: one.description },
  }),
})

export const kendra = target({
  id: 'kendra-index',
  service: 'kendra',
  title: 'Kendra indices',
  kinds: ['knowledge-base'],
  operations: ['kendra:ListIndices', 'kendra:ListDataSources'],
  list: (aws) =>
    mapAhead(
      aws.list('kendra', 'ListIndices', 'IndexConfigurationSummaryItems', { MaxResults: 100 }),
      4,
      async (index) => ({
        index,
        sources: await aws.within(
          'kendra:ListDataSources',
          aws.list('kendra', 'ListDataSources', 'SummaryItems', { IndexId: index.Id, MaxResults: 100 }),
        ),
      }),
    ),
  *toFindings({ index, sources }, place) {
    yield thing(place, {
      type: 'kendra-index',
      kind: 'knowledge-base',
      name: index.Name ?? index.Id ?? '',
      arn: arnOf(place, 'kendra', 'index/', index.Id),
      grade: 'deployed',
      product: 'Kendra',
      created: index.CreatedAt,
      changed: index.UpdatedAt,
      operation: 'kendra:ListIndices',
      attributes: {
        status: index.Status,
        edition: index.Edition,
        dataSources: names(sources.map(({ Name }) => Name)),
        dataSourceTypes: names(sources.map(({ Type }) => Type)),
      },
    })
  },
})
