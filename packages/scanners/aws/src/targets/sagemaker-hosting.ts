import { mapAhead, names } from '@ai-census/cloud-kit'
import type { Identifier } from '@ai-census/schema'
import { arnOf, thing, toArn } from '../finding.ts'
import type { Place } from '../place.ts'
import { AHEAD, target } from '../target.ts'
import { artefactsOf, containerOf, jumpStartNamed } from './artefact.ts'

/** SageMaker's own host for calls of an endpoint; code that calls it names the endpoint. */
const deployment = (place: Place, name: string): Identifier => ({
  type: 'deployment',
  value: `aws:${place.account}/${place.region}/sagemaker/${name}`,
})

/** SageMaker's own SDK and Studio mark what they start from JumpStart. */
const JUMPSTART_TAGS = ['sagemaker-sdk:jumpstart-model-id', 'sagemaker-studio:jumpstart-model-id']

function jumpStartOf(place: Place, arn: string | undefined) {
  const tags = arn ? place.tagsOf(arn) : {}
  const id = JUMPSTART_TAGS.map((tag) => tags[tag]).find(Boolean)
  return id ? jumpStartNamed(place, id) : undefined
}

const modelArn = (place: Place, name: string | undefined): string | undefined =>
  name ? arnOf(place, 'sagemaker', 'model/', name.toLowerCase()) : undefined

export const endpoints = target({
  id: 'sagemaker-endpoint',
  service: 'sagemaker',
  title: 'SageMaker endpoints',
  kinds: ['endpoint'],
  operations: ['sagemaker:ListEndpoints', 'sagemaker:DescribeEndpoint', 'sagemaker:DescribeEndpointConfig'],
  list: (aws) =>
    mapAhead(
      aws.list('sagemaker', 'ListEndpoints', 'Endpoints', { MaxResults: 100 }),
      AHEAD,
      async (summary) => {
        const detail = await aws.more('sagemaker', 'DescribeEndpoint', { EndpointName: summary.EndpointName })
        const config = detail?.EndpointConfigName
          ? await aws.more('sagemaker', 'DescribeEndpointConfig', {
              EndpointConfigName: detail.EndpointConfigName,
            })
          : null
        return { summary, detail, config }
      },
    ),
  *toFindings({ summary, detail, config }, place) {
    if (detail === undefined) return
    const variants = [...(config?.ProductionVariants ?? []), ...(config?.ShadowProductionVariants ?? [])]
    yield thing(place, {
      type: 'sagemaker-endpoint',
      kind: 'endpoint',
      name: summary.EndpointName ?? '',
      arn: summary.EndpointArn,
      grade: 'deployed',
      supplier: 'aws-sagemaker',
      product: 'SageMaker endpoint',
      created: summary.CreationTime,
      changed: summary.LastModifiedTime,
      model: jumpStartOf(place, summary.EndpointArn),
      identifiers: [deployment(place, summary.EndpointName ?? '')],
      operation: 'sagemaker:ListEndpoints',
      relations: variants.map(({ ModelName }) => toArn('serves', modelArn(place, ModelName))),
      attributes: {
        status: summary.EndpointStatus,
        config: detail?.EndpointConfigName,
        models: names(variants.map(({ ModelName }) => ModelName)),
        instanceTypes: names(variants.map(({ InstanceType }) => InstanceType)),
        isServerless:
          variants.length > 0
            ? variants.some(({ ServerlessConfig }) => Boolean(ServerlessConfig))
            : undefined,
        isAsync: config ? Boolean(config.AsyncInferenceConfig) : undefined,
        // Whether it keeps what it was asked and what it answered: a log source for monitoring.
        capturesData: detail ? (detail.DataCaptureConfig?.EnableCapture ?? false) : undefined,
        images: names(
          detail?.ProductionVariants?.flatMap((v) => (v.DeployedImages ?? []).map((i) => i.SpecifiedImage)),
        ),
      },
    })
  },
})

export const inferenceComponents = target({
  id: 'sagemaker-inference-component',
  service: 'sagemaker',
  title: 'SageMaker inference components',
  kinds: ['endpoint'],
  operations: ['sagemaker:ListInferenceComponents', 'sagemaker:DescribeInferenceComponent'],
  list: (aws) =>
    mapAhead(
      aws.list('sagemaker', 'ListInferenceComponents', 'InferenceComponents', { MaxResults: 100 }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('sagemaker', 'DescribeInferenceComponent', {
          InferenceComponentName: summary.InferenceComponentName,
        }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    const specifications = [detail?.Specification, ...(detail?.Specifications ?? [])]
    const { attributes, ...artefacts } = artefactsOf(
      place,
      specifications.map((one) => ({
        image: one?.Container?.DeployedImage?.SpecifiedImage,
        resolvedImage: one?.Container?.DeployedImage?.ResolvedImage,
        artefacts: [one?.Container?.ArtifactUrl],
        environment: one?.Container?.Environment,
      })),
    )
    const base = detail?.Specification?.BaseInferenceComponentName
    yield thing(place, {
      type: 'sagemaker-inference-component',
      kind: 'endpoint',
      name: summary.InferenceComponentName ?? '',
      arn: summary.InferenceComponentArn,
      grade: 'deployed',
      supplier: 'aws-sagemaker',
      product: 'SageMaker inference component',
      created: summary.CreationTime,
      changed: summary.LastModifiedTime,
      operation: 'sagemaker:ListInferenceComponents',
      ...artefacts,
      relations: [
        toArn('depends-on', summary.EndpointArn),
        ...specifications.map((one) => toArn('serves', modelArn(place, one?.ModelName))),
        // An adapter rides on the component of its base model.
        base
          ? toArn('built-from', arnOf(place, 'sagemaker', 'inference-component/', base.toLowerCase()))
          : null,
      ],
      attributes: {
        status: summary.InferenceComponentStatus,
        endpoint: summary.EndpointName,
        baseComponent: base,
        ...attributes,
      },
    })
  },
})

export const models = target({
  id: 'sagemaker-model',
  service: 'sagemaker',
  title: 'SageMaker models',
  kinds: ['model'],
  operations: ['sagemaker:ListModels', 'sagemaker:DescribeModel'],
  list: (aws) =>
    mapAhead(aws.list('sagemaker', 'ListModels', 'Models', { MaxResults: 100 }), AHEAD, async (summary) => ({
      summary,
      detail: await aws.more('sagemaker', 'DescribeModel', { ModelName: summary.ModelName }),
    })),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    const containers = detail
      ? [detail.PrimaryContainer, ...(detail.Containers ?? [])].filter((c) => c !== undefined)
      : []
    const { attributes, ...artefacts } = artefactsOf(place, containers.map(containerOf))
    const jumpStart = jumpStartOf(place, summary.ModelArn)
    yield thing(place, {
      type: 'sagemaker-model',
      kind: 'model',
      name: summary.ModelName ?? '',
      arn: summary.ModelArn,
      grade: 'configured',
      supplier: 'aws-sagemaker',
      product: 'SageMaker model',
      created: summary.CreationTime,
      operation: 'sagemaker:ListModels',
      ...artefacts,
      ...(artefacts.model || !jumpStart ? {} : { model: jumpStart }),
      relations: containers.map(({ ModelPackageName }) => toArn('built-from', ModelPackageName)),
      attributes: {
        ...attributes,
        containers: containers.length > 1 ? containers.length : undefined,
        modelPackages: names(containers.map(({ ModelPackageName }) => ModelPackageName)),
        // Names alone: values may be keys.
        environmentNames: names(containers.flatMap(({ Environment }) => Object.keys(Environment ?? {}))),
        executionRole: detail?.ExecutionRoleArn,
        isIsolated: detail?.EnableNetworkIsolation,
      },
    })
  },
})
