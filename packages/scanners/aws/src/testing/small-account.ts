import { type OrganisationOptions, organisationData } from './estate.ts'
import { CLAUDE, metrics } from './metrics.ts'
import type { AwsCall } from './stand-in.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 8))
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`

/** A value that must never be seen again; it looks like a supplier's key on purpose. */
export const SECRET_VALUE = `sk-proj-${'Zz9'.repeat(16)}`

const outputs: Readonly<Record<string, object>> = {
  'sagemaker:ListEndpoints': {
    Endpoints: ['fraud', 'churn', 'search'].map((name, i) => ({
      EndpointName: name,
      EndpointArn: arn('sagemaker', `endpoint/${name}`),
      CreationTime: at(1),
      LastModifiedTime: at(2 + i),
      EndpointStatus: 'InService',
    })),
  },
  'sagemaker:ListModels': {
    Models: [{ ModelName: 'fraud-v2', ModelArn: arn('sagemaker', 'model/fraud-v2'), CreationTime: at(1) }],
  },
  'bedrock-agent:ListAgents': {
    agentSummaries: [
      {
        agentId: 'A1',
        agentName: 'help',
        agentStatus: 'PREPARED',
        description: 'Answers customers',
        updatedAt: at(3),
      },
    ],
  },
  'bedrock-agent:ListAgentAliases': {
    agentAliasSummaries: [
      {
        agentAliasId: 'AL1',
        agentAliasName: 'live',
        agentAliasStatus: 'PREPARED',
        createdAt: at(3),
        updatedAt: at(3),
      },
    ],
  },
  'bedrock-agent:ListAgentActionGroups': {
    actionGroupSummaries: [
      { actionGroupId: 'G1', actionGroupName: 'refunds', actionGroupState: 'ENABLED', updatedAt: at(3) },
    ],
  },
  'bedrock-agent:ListAgentKnowledgeBases': {
    agentKnowledgeBaseSummaries: [
      { knowledgeBaseId: 'KB1', knowledgeBaseState: 'ENABLED', updatedAt: at(3) },
    ],
  },
  'bedrock-agent:ListKnowledgeBases': {
    knowledgeBaseSummaries: [{ knowledgeBaseId: 'KB1', name: 'manuals', status: 'ACTIVE', updatedAt: at(3) }],
  },
  'bedrock-agent:GetKnowledgeBase': {
    knowledgeBase: {
      knowledgeBaseId: 'KB1',
      name: 'manuals',
      knowledgeBaseArn: arn('bedrock', 'knowledge-base/KB1'),
      roleArn: 'arn:aws:iam::111122223333:role/kb',
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0',
        },
      },
      storageConfiguration: {
        type: 'PINECONE',
        pineconeConfiguration: {
          connectionString: 'https://manuals-x.svc.eu-west1.pinecone.io',
          credentialsSecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:pinecone',
          fieldMapping: { textField: 't', metadataField: 'm' },
        },
      },
      status: 'ACTIVE',
      createdAt: at(1),
      updatedAt: at(3),
    },
  },
  'lambda:ListFunctions': {
    Functions: [
      {
        FunctionName: 'summarise',
        FunctionArn: arn('lambda', 'function:summarise'),
        Runtime: 'python3.13',
        LastModified: '2026-11-01T08:00:00.000+0000',
        Environment: {
          Variables: { OPENAI_API_KEY: SECRET_VALUE, PATH_TO: `https://user:${SECRET_VALUE}@x.example` },
        },
      },
      {
        FunctionName: 'resize',
        FunctionArn: arn('lambda', 'function:resize'),
        Environment: { Variables: { BUCKET: SECRET_VALUE } },
      },
    ],
  },
  'ssm:DescribeParameters': {
    Parameters: [
      {
        Name: '/prod/ANTHROPIC_API_KEY',
        ARN: arn('ssm', 'parameter/prod/ANTHROPIC_API_KEY'),
        Type: 'SecureString',
        LastModifiedDate: at(4),
      },
      { Name: '/prod/db-host', Type: 'String', LastModifiedDate: at(4) },
    ],
  },
  'resource-groups-tagging-api:GetResources': {
    ResourceTagMappingList: [
      {
        ResourceARN: arn('sagemaker', 'endpoint/fraud'),
        Tags: [
          { Key: 'ai-system', Value: 'fraud-detection' },
          { Key: 'owner', Value: 'risk-team' },
          { Key: 'Environment', Value: 'staging' },
          { Key: 'api-key', Value: SECRET_VALUE },
        ],
      },
    ],
  },
  'bedrock:ListFoundationModels': {
    modelSummaries: Array.from({ length: 1000 }, (_, i) => ({
      modelArn: `arn:aws:bedrock:eu-west-1::foundation-model/maker.model-${i}`,
      modelId: `maker.model-${i}`,
      providerName: 'Maker',
    })),
  },
  'cloudtrail:LookupEvents': {
    Events: [1, 2, 3].map((n) => ({
      EventId: `e${n}`,
      EventName: 'InvokeModel',
      EventTime: at(10 + n),
      EventSource: 'bedrock.amazonaws.com',
      CloudTrailEvent: JSON.stringify({
        eventSource: 'bedrock.amazonaws.com',
        userIdentity: {
          type: 'AssumedRole',
          accessKeyId: `ASIA${SECRET_VALUE}`,
          arn: 'arn:aws:sts::111122223333:assumed-role/shop/i-1',
          sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::111122223333:role/shop' } },
        },
        requestParameters: { modelId: CLAUDE },
      }),
    })),
  },
  'cost-explorer:GetCostAndUsage': {
    ResultsByTime: [
      {
        Groups: [
          { Keys: ['Amazon Bedrock'], Metrics: { UnblendedCost: { Amount: '12.50', Unit: 'USD' } } },
          {
            Keys: ['Claude Sonnet 4.5 (Amazon Bedrock Edition)'],
            Metrics: { UnblendedCost: { Amount: '99.1', Unit: 'USD' } },
          },
          {
            Keys: ['Amazon Simple Storage Service'],
            Metrics: { UnblendedCost: { Amount: '7', Unit: 'USD' } },
          },
        ],
      },
    ],
  },
  'iam:ListRoles': {
    Roles: [
      {
        Path: '/',
        RoleName: 'shop',
        RoleId: 'R1',
        Arn: 'arn:aws:iam::111122223333:role/shop',
        CreateDate: at(1),
      },
    ],
  },
  'iam:GenerateServiceLastAccessedDetails': { JobId: 'job-1' },
  'iam:GetServiceLastAccessedDetails': {
    JobStatus: 'COMPLETED',
    JobCreationDate: at(20),
    JobCompletionDate: at(20),
    ServicesLastAccessed: [
      { ServiceName: 'Amazon Bedrock', ServiceNamespace: 'bedrock', LastAuthenticated: at(12) },
      { ServiceName: 'Amazon S3', ServiceNamespace: 's3', LastAuthenticated: at(13) },
      { ServiceName: 'Amazon SageMaker', ServiceNamespace: 'sagemaker' },
    ],
  },
}

/** A small account with something of most kinds: a fraud model behind an endpoint, an agent with a knowledge base, calls. */
export function smallAccount(options: OrganisationOptions = {}) {
  return (call: AwsCall): object | undefined =>
    organisationData(options, call) ?? described(call) ?? outputs[call.operation]
}

function described({ operation, input }: AwsCall): object | undefined {
  const name = String(input.EndpointName ?? input.ModelName ?? input.EndpointConfigName ?? '')
  if (operation === 'sagemaker:DescribeEndpoint')
    return {
      EndpointName: name,
      EndpointArn: arn('sagemaker', `endpoint/${name}`),
      EndpointConfigName: `${name}-config`,
      EndpointStatus: 'InService',
      DataCaptureConfig: { EnableCapture: true },
      CreationTime: at(1),
      LastModifiedTime: at(2),
    }
  if (operation === 'sagemaker:DescribeEndpointConfig')
    return {
      EndpointConfigName: name,
      ProductionVariants: [{ VariantName: 'all', ModelName: 'fraud-v2', InstanceType: 'ml.g5.xlarge' }],
      CreationTime: at(1),
    }
  if (operation === 'sagemaker:DescribeModel')
    return {
      ModelName: name,
      ModelArn: arn('sagemaker', `model/${name}`),
      PrimaryContainer: {
        Image: `763104351884.dkr.ecr.eu-west-1.amazonaws.com/huggingface-pytorch-tgi-inference@sha256:${'a'.repeat(64)}`,
        Environment: {
          HF_MODEL_ID: 'mistralai/Mistral-7B-Instruct-v0.2',
          HUGGING_FACE_HUB_TOKEN: SECRET_VALUE,
        },
      },
      CreationTime: at(1),
    }
  if (operation === 'bedrock-agent:GetAgent')
    return {
      agent: {
        agentId: 'A1',
        agentName: 'help',
        agentArn: arn('bedrock', 'agent/A1'),
        agentVersion: 'DRAFT',
        foundationModel: CLAUDE,
        agentStatus: 'PREPARED',
        idleSessionTTLInSeconds: 600,
        agentResourceRoleArn: 'arn:aws:iam::111122223333:role/agent',
        createdAt: at(1),
        updatedAt: at(3),
      },
    }
  return metrics(operation, input)
}
