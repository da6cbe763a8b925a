import { mapAhead, names } from '@ai-census/cloud-kit'
import type { Identifier } from '@ai-census/schema'
import { arnOf, thing, toArn } from '../finding.ts'
import type { Place } from '../place.ts'
import { AHEAD, target } from '../target.ts'
import { artefactOf } from './artefact.ts'

/** SageMaker's own host for calls of an endpoint; code that calls it names the endpoint. */
const deployment = (place: Place, name: string): Identifier => ({
  type: 'deployment',
  value: `aws:${place.account}/${place.region}/sagemaker/${name}`,
})

const modelArn = (place: Place, name: string | undefined): string | undefined =>
  name ? arnOf(place, 'sagemaker', `model/${name.toLowerCase()}`) : undefined

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
    const image = detail?.Specification?.Container?.DeployedImage?.SpecifiedImage
    const artefact = detail?.Specification?.Container?.ArtifactUrl
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
      ...artefactOf(place, image, artefact, {}),
      relations: [
        toArn('depends-on', summary.EndpointArn),
        toArn('serves', modelArn(place, detail?.Specification?.ModelName)),
      ],
      attributes: {
        status: summary.InferenceComponentStatus,
        endpoint: summary.EndpointName,
        image,
        artefact,
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
    const main = containers[0]
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
      ...artefactOf(place, main?.Image, main?.ModelDataUrl, main?.Environment ?? {}),
      relations: containers.map(({ ModelPackageName }) => toArn('built-from', ModelPackageName)),
      attributes: {
        images: names(containers.map(({ Image }) => Image)),
        artefacts: names(containers.map((c) => c.ModelDataUrl ?? c.ModelDataSource?.S3DataSource?.S3Uri)),
        modelPackages: names(containers.map(({ ModelPackageName }) => ModelPackageName)),
        // Names alone: values may be keys.
        environmentNames: names(containers.flatMap(({ Environment }) => Object.keys(Environment ?? {}))),
        executionRole: detail?.ExecutionRoleArn,
        isIsolated: detail?.EnableNetworkIsolation,
      },
    })
  },
})
