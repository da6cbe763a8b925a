import { listed } from '../simple.ts'

const control = {
  service: 'sagemaker',
  supplier: 'aws-sagemaker',
  kind: 'guardrail',
  grade: 'configured',
} as const

/** The four kinds of monitoring definitions answer in one form. */
const definition = (
  it: {
    MonitoringJobDefinitionName?: string | undefined
    MonitoringJobDefinitionArn?: string | undefined
    CreationTime?: Date | undefined
    EndpointName?: string | undefined
  },
  what: string,
) => ({
  name: it.MonitoringJobDefinitionName,
  arn: it.MonitoringJobDefinitionArn,
  created: it.CreationTime,
  attributes: { control: what, endpoint: it.EndpointName },
})

export const dataQuality = listed({
  ...control,
  id: 'sagemaker-data-quality-monitor',
  title: 'SageMaker data quality monitors',
  product: 'SageMaker Model Monitor',
  operation: 'ListDataQualityJobDefinitions',
  key: 'JobDefinitionSummaries',
  input: { MaxResults: 100 },
  it: (one) => definition(one, 'data quality monitoring'),
})

export const modelQuality = listed({
  ...control,
  id: 'sagemaker-model-quality-monitor',
  title: 'SageMaker model quality monitors',
  product: 'SageMaker Model Monitor',
  operation: 'ListModelQualityJobDefinitions',
  key: 'JobDefinitionSummaries',
  input: { MaxResults: 100 },
  it: (one) => definition(one, 'model quality monitoring'),
})

export const modelBias = listed({
  ...control,
  id: 'sagemaker-bias-monitor',
  title: 'SageMaker bias monitors',
  product: 'SageMaker Clarify',
  operation: 'ListModelBiasJobDefinitions',
  key: 'JobDefinitionSummaries',
  input: { MaxResults: 100 },
  it: (one) => definition(one, 'bias monitoring'),
})

export const explainability = listed({
  ...control,
  id: 'sagemaker-explainability-monitor',
  title: 'SageMaker explainability monitors',
  product: 'SageMaker Clarify',
  operation: 'ListModelExplainabilityJobDefinitions',
  key: 'JobDefinitionSummaries',
  input: { MaxResults: 100 },
  it: (one) => definition(one, 'explainability monitoring'),
})

export const schedules = listed({
  ...control,
  id: 'sagemaker-monitoring-schedule',
  title: 'SageMaker monitoring schedules',
  product: 'SageMaker Model Monitor',
  operation: 'ListMonitoringSchedules',
  key: 'MonitoringScheduleSummaries',
  input: { MaxResults: 100 },
  it: (schedule) => ({
    name: schedule.MonitoringScheduleName,
    arn: schedule.MonitoringScheduleArn,
    created: schedule.CreationTime,
    changed: schedule.LastModifiedTime,
    attributes: {
      control: 'scheduled monitoring',
      status: schedule.MonitoringScheduleStatus,
      endpoint: schedule.EndpointName,
      monitors: schedule.MonitoringType,
    },
  }),
})

export const flowDefinitions = listed({
  ...control,
  id: 'sagemaker-human-review',
  title: 'Human review flows (Augmented AI)',
  product: 'Amazon Augmented AI',
  operation: 'ListFlowDefinitions',
  key: 'FlowDefinitionSummaries',
  input: { MaxResults: 100 },
  it: (flow) => ({
    name: flow.FlowDefinitionName,
    arn: flow.FlowDefinitionArn,
    created: flow.CreationTime,
    attributes: { control: 'human review', status: flow.FlowDefinitionStatus },
  }),
})

export const workteams = listed({
  ...control,
  id: 'sagemaker-workteam',
  title: 'SageMaker work teams for labelling and review',
  product: 'SageMaker Ground Truth',
  operation: 'ListWorkteams',
  key: 'Workteams',
  input: { MaxResults: 100 },
  it: (team) => ({
    name: team.WorkteamName,
    arn: team.WorkteamArn,
    created: team.CreateDate,
    changed: team.LastUpdatedDate,
    attributes: { control: 'human reviewers', description: team.Description },
  }),
})
