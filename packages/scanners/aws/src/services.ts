import type { RequestHandler } from './read-whole.ts'

/** What every client is made with; none is told credentials but by a provider, and none retries by itself. */
export interface ClientConfig {
  readonly region: string
  readonly credentials: () => Promise<Credentials>
  readonly maxAttempts: 1
  readonly disableHostPrefix: boolean
  readonly requestHandler: RequestHandler
  readonly customUserAgent: string
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly expiration?: Date
  readonly accountId?: string
}

/**
 * The SDK's clients, each loaded when it is first used. The name is the SDK's own of the package; which permission an
 * operation needs is said in `permissions.ts`.
 */
export const services = {
  bedrock: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-bedrock')
    return { sdk, client: new sdk.BedrockClient(config) }
  },
  'bedrock-agent': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-bedrock-agent')
    return { sdk, client: new sdk.BedrockAgentClient(config) }
  },
  'bedrock-agentcore-control': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-bedrock-agentcore-control')
    return { sdk, client: new sdk.BedrockAgentCoreControlClient(config) }
  },
  'bedrock-data-automation': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-bedrock-data-automation')
    return { sdk, client: new sdk.BedrockDataAutomationClient(config) }
  },
  cloudtrail: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-cloudtrail')
    return { sdk, client: new sdk.CloudTrailClient(config) }
  },
  cloudwatch: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-cloudwatch')
    return { sdk, client: new sdk.CloudWatchClient(config) }
  },
  comprehend: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-comprehend')
    return { sdk, client: new sdk.ComprehendClient(config) }
  },
  'config-service': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-config-service')
    return { sdk, client: new sdk.ConfigServiceClient(config) }
  },
  'cost-explorer': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-cost-explorer')
    return { sdk, client: new sdk.CostExplorerClient(config) }
  },
  ec2: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-ec2')
    return { sdk, client: new sdk.EC2Client(config) }
  },
  ecs: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-ecs')
    return { sdk, client: new sdk.ECSClient(config) }
  },
  eks: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-eks')
    return { sdk, client: new sdk.EKSClient(config) }
  },
  eventbridge: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-eventbridge')
    return { sdk, client: new sdk.EventBridgeClient(config) }
  },
  forecast: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-forecast')
    return { sdk, client: new sdk.ForecastClient(config) }
  },
  frauddetector: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-frauddetector')
    return { sdk, client: new sdk.FraudDetectorClient(config) }
  },
  healthlake: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-healthlake')
    return { sdk, client: new sdk.HealthLakeClient(config) }
  },
  iam: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-iam')
    return { sdk, client: new sdk.IAMClient(config) }
  },
  kendra: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-kendra')
    return { sdk, client: new sdk.KendraClient(config) }
  },
  lambda: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-lambda')
    return { sdk, client: new sdk.LambdaClient(config) }
  },
  'lex-model-building-service': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-lex-model-building-service')
    return { sdk, client: new sdk.LexModelBuildingServiceClient(config) }
  },
  'lex-models-v2': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-lex-models-v2')
    return { sdk, client: new sdk.LexModelsV2Client(config) }
  },
  lookoutequipment: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-lookoutequipment')
    return { sdk, client: new sdk.LookoutEquipmentClient(config) }
  },
  opensearchserverless: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-opensearchserverless')
    return { sdk, client: new sdk.OpenSearchServerlessClient(config) }
  },
  organizations: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-organizations')
    return { sdk, client: new sdk.OrganizationsClient(config) }
  },
  personalize: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-personalize')
    return { sdk, client: new sdk.PersonalizeClient(config) }
  },
  polly: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-polly')
    return { sdk, client: new sdk.PollyClient(config) }
  },
  qbusiness: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-qbusiness')
    return { sdk, client: new sdk.QBusinessClient(config) }
  },
  rekognition: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-rekognition')
    return { sdk, client: new sdk.RekognitionClient(config) }
  },
  'resource-explorer-2': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-resource-explorer-2')
    return { sdk, client: new sdk.ResourceExplorer2Client(config) }
  },
  'resource-groups-tagging-api': async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-resource-groups-tagging-api')
    return { sdk, client: new sdk.ResourceGroupsTaggingAPIClient(config) }
  },
  s3vectors: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-s3vectors')
    return { sdk, client: new sdk.S3VectorsClient(config) }
  },
  sagemaker: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-sagemaker')
    return { sdk, client: new sdk.SageMakerClient(config) }
  },
  sfn: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-sfn')
    return { sdk, client: new sdk.SFNClient(config) }
  },
  ssm: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-ssm')
    return { sdk, client: new sdk.SSMClient(config) }
  },
  sts: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-sts')
    return { sdk, client: new sdk.STSClient(config) }
  },
  textract: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-textract')
    return { sdk, client: new sdk.TextractClient(config) }
  },
  transcribe: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-transcribe')
    return { sdk, client: new sdk.TranscribeClient(config) }
  },
  translate: async (config: ClientConfig) => {
    const sdk = await import('@aws-sdk/client-translate')
    return { sdk, client: new sdk.TranslateClient(config) }
  },
  'agent-registry-control': async (config: ClientConfig) =>
    (await import('./rest/agents.ts')).agentRegistry(config),
  'devops-agent': async (config: ClientConfig) => (await import('./rest/agents.ts')).devopsAgent(config),
  'nova-act': async (config: ClientConfig) => (await import('./rest/agents.ts')).novaAct(config),
  qapps: async (config: ClientConfig) => (await import('./rest/agents.ts')).qapps(config),
  qconnect: async (config: ClientConfig) => (await import('./rest/agents.ts')).qconnect(config),
  securityagent: async (config: ClientConfig) => (await import('./rest/agents.ts')).securityAgent(config),
} as const satisfies Record<string, (config: ClientConfig) => Promise<{ sdk: object; client: object }>>

export type Service = keyof typeof services
export type Sdk<S extends Service> = Awaited<ReturnType<(typeof services)[S]>>['sdk']

/** The operations that a service's package has a command for. */
export type OperationOf<S extends Service> = {
  [K in keyof Sdk<S>]: K extends `${infer Operation}Command` ? Operation : never
}[keyof Sdk<S>]

type CommandOf<S extends Service, O extends string> = `${O}Command` extends keyof Sdk<S>
  ? Sdk<S>[`${O}Command`]
  : never

export type InputOf<S extends Service, O extends string> =
  CommandOf<S, O> extends abstract new (...args: never[]) => { readonly input: infer Input } ? Input : never

export type OutputOf<S extends Service, O extends string> =
  CommandOf<S, O> extends abstract new (
    ...args: never[]
  ) => { resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer Output }> }
    ? Output
    : never
