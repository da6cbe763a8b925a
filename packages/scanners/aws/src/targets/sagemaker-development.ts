import { day, mapAhead, names } from '@ai-census/cloud-kit'
import { arnOf, thing, toArn } from '../finding.ts'
import { listed } from '../simple.ts'
import { AHEAD, target } from '../target.ts'

const sagemaker = { service: 'sagemaker', supplier: 'aws-sagemaker' } as const

export const notebooks = target({
  id: 'sagemaker-notebook',
  service: 'sagemaker',
  title: 'SageMaker notebook instances',
  kinds: ['workspace'],
  operations: ['sagemaker:ListNotebookInstances', 'sagemaker:DescribeNotebookInstance'],
  list: (aws) =>
    mapAhead(
      aws.list('sagemaker', 'ListNotebookInstances', 'NotebookInstances', { MaxResults: 100 }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('sagemaker', 'DescribeNotebookInstance', {
          NotebookInstanceName: summary.NotebookInstanceName,
        }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    yield thing(place, {
      type: 'sagemaker-notebook',
      kind: 'workspace',
      name: summary.NotebookInstanceName ?? '',
      arn: summary.NotebookInstanceArn,
      grade: 'deployed',
      supplier: 'aws-sagemaker',
      product: 'SageMaker notebook',
      context: 'development',
      created: summary.CreationTime,
      changed: summary.LastModifiedTime,
      operation: 'sagemaker:ListNotebookInstances',
      attributes: {
        status: summary.NotebookInstanceStatus,
        instanceType: summary.InstanceType,
        repositories: names(
          [summary.DefaultCodeRepository, ...(summary.AdditionalCodeRepositories ?? [])].map(bare),
        ),
        role: detail?.RoleArn,
        hasDirectInternet: detail?.DirectInternetAccess
          ? detail.DirectInternetAccess === 'Enabled'
          : undefined,
        hasRootAccess: detail?.RootAccess ? detail.RootAccess === 'Enabled' : undefined,
      },
    })
  },
})

/** A repository's address may carry a user and a password. */
const bare = (url: string | undefined): string | undefined => url?.replace(/\/\/[^/@]+@/, '//')

export const domains = target({
  id: 'sagemaker-domain',
  service: 'sagemaker',
  title: 'SageMaker Studio domains',
  kinds: ['workspace'],
  operations: ['sagemaker:ListDomains', 'sagemaker:ListUserProfiles', 'sagemaker:ListSpaces'],
  list: (aws) =>
    mapAhead(aws.list('sagemaker', 'ListDomains', 'Domains', { MaxResults: 100 }), 2, async (domain) => {
      const DomainIdEquals = domain.DomainId
      const profiles = aws.list('sagemaker', 'ListUserProfiles', 'UserProfiles', {
        DomainIdEquals,
        MaxResults: 100,
      })
      const spaces = aws.list('sagemaker', 'ListSpaces', 'Spaces', { DomainIdEquals, MaxResults: 100 })
      return {
        domain,
        profiles: await aws.within('sagemaker:ListUserProfiles', profiles, 10_000),
        spaces: await aws.within('sagemaker:ListSpaces', spaces, 10_000),
      }
    }),
  *toFindings({ domain, profiles, spaces }, place) {
    yield thing(place, {
      type: 'sagemaker-domain',
      kind: 'workspace',
      name: domain.DomainName ?? domain.DomainId ?? '',
      arn: domain.DomainArn,
      grade: 'deployed',
      supplier: 'aws-sagemaker',
      product: 'SageMaker Studio',
      context: 'development',
      created: domain.CreationTime,
      changed: domain.LastModifiedTime,
      operation: 'sagemaker:ListDomains',
      attributes: {
        status: domain.Status,
        userProfiles: profiles.length,
        people: names(profiles.map(({ UserProfileName }) => UserProfileName)),
        spaces: spaces.length,
        spaceOwners: names(
          spaces.map(({ OwnershipSettingsSummary }) => OwnershipSettingsSummary?.OwnerUserProfileName),
        ),
      },
    })
  },
})

/** What people run in Studio, by kind of app: thousands of them come and go. */
export const apps = target({
  id: 'sagemaker-app',
  service: 'sagemaker',
  title: 'SageMaker Studio apps, Canvas among them',
  kinds: ['workspace'],
  operations: ['sagemaker:ListApps'],
  list: (aws) => aws.list('sagemaker', 'ListApps', 'Apps', { MaxResults: 100 }),
  tally(place) {
    const groups = new Map<string, { domain: string; type: string; apps: number; people: Set<string> }>()
    return {
      add({ DomainId: domain = '-', AppType: type = '-', Status, UserProfileName }) {
        if (Status === 'Deleted') return
        const key = `${domain}/${type}`
        const group = groups.get(key) ?? { domain, type, apps: 0, people: new Set<string>() }
        groups.set(key, group)
        group.apps++
        if (UserProfileName && group.people.size < 1000) group.people.add(UserProfileName)
      },
      *findings() {
        for (const [id, { domain, type, apps: count, people }] of [...groups].sort(([a], [b]) =>
          a < b ? -1 : 1,
        ))
          yield thing(place, {
            type: 'sagemaker-app',
            kind: 'workspace',
            id,
            name: `${type} in ${domain}`,
            grade: 'deployed',
            supplier: 'aws-sagemaker',
            product: type === 'Canvas' ? 'SageMaker Canvas' : 'SageMaker Studio',
            context: 'development',
            operation: 'sagemaker:ListApps',
            relations: [toArn('depends-on', arnOf(place, 'sagemaker', 'domain/', domain))],
            attributes: { appType: type, apps: count, people: names([...people]) },
          })
      },
    }
  },
})

export const clusters = target({
  id: 'sagemaker-hyperpod',
  service: 'sagemaker',
  title: 'SageMaker HyperPod clusters',
  kinds: ['workspace'],
  operations: ['sagemaker:ListClusters', 'sagemaker:DescribeCluster'],
  list: (aws) =>
    mapAhead(
      aws.list('sagemaker', 'ListClusters', 'ClusterSummaries', { MaxResults: 100 }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('sagemaker', 'DescribeCluster', { ClusterName: summary.ClusterName }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    const groups = detail?.InstanceGroups ?? []
    yield thing(place, {
      type: 'sagemaker-hyperpod',
      kind: 'workspace',
      name: summary.ClusterName ?? '',
      arn: summary.ClusterArn,
      grade: 'deployed',
      supplier: 'aws-sagemaker',
      product: 'SageMaker HyperPod',
      created: summary.CreationTime,
      operation: 'sagemaker:ListClusters',
      attributes: {
        status: summary.ClusterStatus,
        instanceTypes: names(groups.map(({ InstanceType }) => InstanceType)),
        instances: detail
          ? groups.reduce((sum, { CurrentCount }) => sum + (CurrentCount ?? 0), 0)
          : undefined,
      },
    })
  },
})

export const trainingPlans = listed({
  ...sagemaker,
  id: 'sagemaker-training-plan',
  title: 'SageMaker training plans',
  kind: 'workspace',
  grade: 'configured',
  product: 'SageMaker training plan',
  operation: 'ListTrainingPlans',
  key: 'TrainingPlanSummaries',
  input: { MaxResults: 100 },
  it: (plan) => ({
    name: plan.TrainingPlanName,
    arn: plan.TrainingPlanArn,
    attributes: {
      status: plan.Status,
      startsOn: plan.StartTime ? day(plan.StartTime) : undefined,
      endsOn: plan.EndTime ? day(plan.EndTime) : undefined,
      instances: plan.TotalInstanceCount,
      targets: names(plan.TargetResources),
    },
  }),
})

export const pipelines = target({
  id: 'sagemaker-pipeline',
  service: 'sagemaker',
  title: 'SageMaker pipelines and their runs',
  kinds: ['pipeline'],
  operations: ['sagemaker:ListPipelines', 'sagemaker:ListPipelineExecutions'],
  list: (aws, { since }) =>
    mapAhead(
      aws.list('sagemaker', 'ListPipelines', 'PipelineSummaries', { MaxResults: 100 }),
      AHEAD,
      async (pipeline) => {
        const isRecent = pipeline.LastExecutionTime && pipeline.LastExecutionTime >= since
        const runs = isRecent
          ? aws.list('sagemaker', 'ListPipelineExecutions', 'PipelineExecutionSummaries', {
              PipelineName: pipeline.PipelineName,
              CreatedAfter: since,
              MaxResults: 100,
            })
          : null
        return { pipeline, runs: runs ? await aws.within('sagemaker:ListPipelineExecutions', runs) : [] }
      },
    ),
  *toFindings({ pipeline, runs }, place) {
    yield thing(place, {
      type: 'sagemaker-pipeline',
      kind: 'pipeline',
      name: pipeline.PipelineDisplayName ?? pipeline.PipelineName ?? '',
      arn: pipeline.PipelineArn,
      grade: pipeline.LastExecutionTime && pipeline.LastExecutionTime >= place.since ? 'used' : 'configured',
      supplier: 'aws-sagemaker',
      product: 'SageMaker Pipelines',
      created: pipeline.CreationTime,
      changed: pipeline.LastModifiedTime,
      operation: 'sagemaker:ListPipelines',
      attributes: {
        description: pipeline.PipelineDescription,
        role: pipeline.RoleArn,
        runs: runs.length,
        runStatuses: names(runs.map(({ PipelineExecutionStatus }) => PipelineExecutionStatus)),
        lastRunOn: pipeline.LastExecutionTime ? day(pipeline.LastExecutionTime) : undefined,
      },
    })
  },
})

export const projects = listed({
  ...sagemaker,
  id: 'sagemaker-project',
  title: 'SageMaker projects',
  kind: 'workspace',
  grade: 'configured',
  product: 'SageMaker Projects',
  operation: 'ListProjects',
  key: 'ProjectSummaryList',
  input: { MaxResults: 100 },
  it: (project) => ({
    name: project.ProjectName,
    arn: project.ProjectArn,
    created: project.CreationTime,
    context: 'development',
    attributes: { status: project.ProjectStatus, description: project.ProjectDescription },
  }),
})
