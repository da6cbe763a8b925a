import { mapAhead, names } from '@ai-census/cloud-kit'
import { thing, toArn } from '../finding.ts'
import { listed } from '../simple.ts'
import { supplierNamed } from '../suppliers.ts'
import { AHEAD, target } from '../target.ts'
import { artefactsOf, containerOf, jumpStartNamed, packageModel } from './artefact.ts'

const sagemaker = { service: 'sagemaker', supplier: 'aws-sagemaker' } as const

export const packageGroups = listed({
  ...sagemaker,
  id: 'sagemaker-model-package-group',
  title: 'SageMaker model package groups',
  kind: 'model',
  grade: 'configured',
  product: 'SageMaker Model Registry',
  operation: 'ListModelPackageGroups',
  key: 'ModelPackageGroupSummaryList',
  input: { MaxResults: 100 },
  it: (group) => ({
    name: group.ModelPackageGroupName,
    arn: group.ModelPackageGroupArn,
    created: group.CreationTime,
    attributes: { description: group.ModelPackageGroupDescription, status: group.ModelPackageGroupStatus },
  }),
})

export const packages = target({
  id: 'sagemaker-model-package',
  service: 'sagemaker',
  title: 'SageMaker model packages',
  kinds: ['model'],
  operations: ['sagemaker:ListModelPackages', 'sagemaker:DescribeModelPackage'],
  list: (aws) =>
    mapAhead(
      aws.list('sagemaker', 'ListModelPackages', 'ModelPackageSummaryList', {
        ModelPackageType: 'Both',
        MaxResults: 100,
      }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('sagemaker', 'DescribeModelPackage', {
          ModelPackageName: summary.ModelPackageArn ?? summary.ModelPackageName,
        }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    const containers = [
      ...(detail?.InferenceSpecification?.Containers ?? []),
      ...(detail?.AdditionalInferenceSpecifications ?? []).flatMap(({ Containers }) => Containers ?? []),
    ]
    const { attributes, ...artefacts } = artefactsOf(place, containers.map(containerOf))
    const marketplace = packageModel(place, summary.ModelPackageArn)
    yield thing(place, {
      type: 'sagemaker-model-package',
      kind: 'model',
      name: summary.ModelPackageName ?? summary.ModelPackageArn ?? '',
      arn: summary.ModelPackageArn,
      grade: 'configured',
      supplier: 'aws-sagemaker',
      product: 'SageMaker Model Registry',
      created: summary.CreationTime,
      changed: detail?.LastModifiedTime,
      operation: 'sagemaker:ListModelPackages',
      ...artefacts,
      ...(artefacts.model || !marketplace ? {} : { model: marketplace }),
      relations: (detail?.SourceAlgorithmSpecification?.SourceAlgorithms ?? []).map(({ AlgorithmName }) =>
        toArn('built-from', AlgorithmName),
      ),
      claims: detail?.CreatedBy?.UserProfileName
        ? [{ field: 'technical-owner', value: detail.CreatedBy.UserProfileName, source: 'provider' }]
        : [],
      attributes: {
        group: summary.ModelPackageGroupName,
        version: summary.ModelPackageVersion,
        status: summary.ModelPackageStatus,
        approvalStatus: summary.ModelApprovalStatus,
        description: summary.ModelPackageDescription,
        domain: detail?.Domain,
        task: detail?.Task,
        ...attributes,
        nearestModels: names(containers.map(({ NearestModelName }) => NearestModelName)),
        frameworks: names(containers.map(({ Framework }) => Framework)),
        isFromMarketplace:
          Boolean(marketplace) || containers.some(({ ProductId }) => Boolean(ProductId)) || undefined,
        sourceUri: detail?.SourceUri,
        // That there is a card is a control; what it says is its own document.
        hasModelCard: detail ? Boolean(detail.ModelCard) : undefined,
      },
    })
  },
})

export const modelCards = listed({
  ...sagemaker,
  id: 'sagemaker-model-card',
  title: 'SageMaker model cards',
  kind: 'guardrail',
  grade: 'configured',
  product: 'SageMaker Model Cards',
  operation: 'ListModelCards',
  key: 'ModelCardSummaries',
  input: { MaxResults: 100 },
  it: (card) => ({
    name: card.ModelCardName,
    arn: card.ModelCardArn,
    created: card.CreationTime,
    changed: card.LastModifiedTime,
    attributes: { status: card.ModelCardStatus, control: 'model card' },
  }),
})

export const algorithms = listed({
  ...sagemaker,
  id: 'sagemaker-algorithm',
  title: 'SageMaker algorithms, from AWS Marketplace too',
  kind: 'model',
  grade: 'configured',
  product: 'SageMaker algorithm',
  operation: 'ListAlgorithms',
  key: 'AlgorithmSummaryList',
  input: { MaxResults: 100 },
  it: (algorithm) => ({
    name: algorithm.AlgorithmName,
    arn: algorithm.AlgorithmArn,
    created: algorithm.CreationTime,
    attributes: { status: algorithm.AlgorithmStatus, description: algorithm.AlgorithmDescription },
  }),
})

export const partnerApps = listed({
  ...sagemaker,
  id: 'sagemaker-partner-app',
  title: 'SageMaker partner AI apps',
  kind: 'service',
  grade: 'deployed',
  product: 'SageMaker partner app',
  operation: 'ListPartnerApps',
  key: 'Summaries',
  input: { MaxResults: 100 },
  it: (app, place) => ({
    name: app.Name,
    arn: app.Arn,
    created: app.CreationTime,
    // `comet`, `deepchecks-llm-evaluation`, `fiddler`, `lakera-guard`: another supplier's product.
    ...supplierNamed(place, app.Type),
    attributes: { status: app.Status, type: app.Type },
  }),
})

export const featureGroups = listed({
  ...sagemaker,
  id: 'sagemaker-feature-group',
  title: 'SageMaker feature groups',
  kind: 'dataset',
  grade: 'configured',
  product: 'SageMaker Feature Store',
  operation: 'ListFeatureGroups',
  key: 'FeatureGroupSummaries',
  input: { MaxResults: 100 },
  it: (group) => ({
    name: group.FeatureGroupName,
    arn: group.FeatureGroupArn,
    created: group.CreationTime,
    attributes: { status: group.FeatureGroupStatus, offlineStatus: group.OfflineStoreStatus?.Status },
  }),
})

export const mlflowServers = listed({
  ...sagemaker,
  id: 'sagemaker-mlflow-server',
  title: 'SageMaker MLflow tracking servers',
  kind: 'workspace',
  grade: 'deployed',
  product: 'SageMaker MLflow',
  operation: 'ListMlflowTrackingServers',
  key: 'TrackingServerSummaries',
  input: { MaxResults: 100 },
  it: (server) => ({
    name: server.TrackingServerName,
    arn: server.TrackingServerArn,
    created: server.CreationTime,
    changed: server.LastModifiedTime,
    context: 'development',
    attributes: {
      status: server.TrackingServerStatus,
      isActive: server.IsActive,
      version: server.MlflowVersion,
    },
  }),
})

export const mlflowApps = listed({
  ...sagemaker,
  id: 'sagemaker-mlflow-app',
  title: 'SageMaker MLflow apps',
  kind: 'workspace',
  grade: 'deployed',
  product: 'SageMaker MLflow',
  operation: 'ListMlflowApps',
  key: 'Summaries',
  input: { MaxResults: 100 },
  it: (app) => ({
    name: app.Name,
    arn: app.Arn,
    created: app.CreationTime,
    changed: app.LastModifiedTime,
    context: 'development',
    attributes: { status: app.Status, version: app.MlflowVersion },
  }),
})

/** AWS's own public hub is a catalogue; what an organisation keeps in a hub of its own is not. */
export const hubs = target({
  id: 'sagemaker-hub',
  service: 'sagemaker',
  title: 'Private model hubs (JumpStart)',
  kinds: ['model'],
  operations: ['sagemaker:ListHubs', 'sagemaker:ListHubContents'],
  async *list(aws) {
    for await (const hub of aws.list('sagemaker', 'ListHubs', 'HubSummaries', { MaxResults: 100 })) {
      if (isAwsHub(hub.HubArn)) continue
      for (const HubContentType of ['Model', 'ModelReference', 'Notebook'] as const) {
        const contents = aws.list('sagemaker', 'ListHubContents', 'HubContentSummaries', {
          HubName: hub.HubName,
          HubContentType,
          MaxResults: 100,
        })
        for (const content of await aws.within('sagemaker:ListHubContents', contents, 10_000))
          yield { hub, content, type: HubContentType }
      }
    }
  },
  *toFindings({ hub, content, type }, place) {
    if (type === 'Notebook') return
    yield thing(place, {
      type: 'sagemaker-hub-content',
      kind: 'model',
      name: content.HubContentDisplayName ?? content.HubContentName ?? '',
      id: [hub.HubName, type, content.HubContentName].filter(Boolean).join('/'),
      arn: content.HubContentArn,
      grade: 'available',
      supplier: 'aws-sagemaker',
      product: 'SageMaker private hub',
      model: content.HubContentName ? jumpStartNamed(place, content.HubContentName) : undefined,
      created: content.CreationTime,
      operation: 'sagemaker:ListHubContents',
      relations: [toArn('built-from', content.SageMakerPublicHubContentArn)],
      attributes: { hub: hub.HubName, version: content.HubContentVersion, status: content.HubContentStatus },
    })
  },
})

const isAwsHub = (arn: string | undefined): boolean => /:aws:hub\//.test(arn ?? '')
