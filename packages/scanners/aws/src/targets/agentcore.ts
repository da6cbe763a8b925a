import { mapAhead, names } from '@ai-census/cloud-kit'
import { arnOf, thing } from '../finding.ts'
import { listed } from '../simple.ts'
import { supplierNamed } from '../suppliers.ts'
import { target } from '../target.ts'

const agentcore = {
  service: 'bedrock-agentcore-control',
  scope: 'bedrock-agentcore',
  supplier: 'aws-bedrock',
} as const

export const runtimes = listed({
  ...agentcore,
  id: 'agentcore-runtime',
  title: 'AgentCore runtimes',
  kind: 'agent',
  grade: 'deployed',
  product: 'AgentCore Runtime',
  operation: 'ListAgentRuntimes',
  key: 'agentRuntimes',
  it: (one) => ({
    name: one.agentRuntimeName,
    arn: one.agentRuntimeArn,
    changed: one.lastUpdatedAt,
    attributes: { status: one.status, version: one.agentRuntimeVersion, description: one.description },
  }),
})

export const harnesses = listed({
  ...agentcore,
  id: 'agentcore-harness',
  title: 'AgentCore harnesses',
  kind: 'agent',
  grade: 'deployed',
  product: 'AgentCore harness',
  operation: 'ListHarnesses',
  key: 'harnesses',
  it: (one) => ({
    name: one.harnessName,
    arn: one.arn,
    created: one.createdAt,
    changed: one.updatedAt,
    attributes: { status: one.status, version: one.harnessVersion },
  }),
})

/** A gateway serves tools to agents by the Model Context Protocol; its targets are the tools. */
export const gateways = target({
  id: 'agentcore-gateway',
  service: 'bedrock-agentcore',
  title: 'AgentCore gateways and their targets',
  kinds: ['mcp-server'],
  operations: ['bedrock-agentcore-control:ListGateways', 'bedrock-agentcore-control:ListGatewayTargets'],
  list: (aws) =>
    mapAhead(aws.list('bedrock-agentcore-control', 'ListGateways', 'items'), 4, async (gateway) => ({
      gateway,
      tools: await aws.within(
        'bedrock-agentcore:ListGatewayTargets',
        aws.list('bedrock-agentcore-control', 'ListGatewayTargets', 'items', {
          gatewayIdentifier: gateway.gatewayId,
        }),
      ),
    })),
  *toFindings({ gateway, tools }, place) {
    const { gatewayId = '' } = gateway
    yield thing(place, {
      type: 'agentcore-gateway',
      kind: 'mcp-server',
      name: gateway.name ?? gatewayId,
      arn: arnOf(place, 'bedrock-agentcore', 'gateway/', gatewayId),
      grade: 'deployed',
      supplier: 'aws-bedrock',
      product: 'AgentCore Gateway',
      created: gateway.createdAt,
      changed: gateway.updatedAt,
      operation: 'bedrock-agentcore-control:ListGateways',
      // By AWS's own documentation the gateway's address; its id is all that the list tells.
      identifiers: gatewayId
        ? [
            {
              type: 'host',
              value: `${gatewayId}.gateway.bedrock-agentcore.${place.region}.amazonaws.com`.toLowerCase(),
            },
          ]
        : [],
      attributes: {
        status: gateway.status,
        authorizer: gateway.authorizerType,
        protocol: gateway.protocolType,
        tools: names(tools.map(({ name }) => name)),
        toolTypes: names(tools.map(({ targetType }) => targetType)),
      },
    })
  },
})

export const memories = listed({
  ...agentcore,
  id: 'agentcore-memory',
  title: 'AgentCore memories',
  kind: 'knowledge-base',
  grade: 'deployed',
  product: 'AgentCore Memory',
  operation: 'ListMemories',
  key: 'memories',
  it: (one) => ({
    name: one.id,
    arn: one.arn,
    created: one.createdAt,
    changed: one.updatedAt,
    attributes: { status: one.status, managedBy: one.managedByResourceArn },
  }),
})

export const browsers = listed({
  ...agentcore,
  id: 'agentcore-browser',
  title: 'AgentCore browsers',
  kind: 'service',
  grade: 'deployed',
  product: 'AgentCore Browser',
  operation: 'ListBrowsers',
  key: 'browserSummaries',
  // The system's own is there for everybody.
  input: { type: 'CUSTOM' },
  it: (one) => ({
    name: one.name ?? one.browserId,
    arn: one.browserArn,
    created: one.createdAt,
    changed: one.lastUpdatedAt,
    attributes: { status: one.status, description: one.description },
  }),
})

export const interpreters = listed({
  ...agentcore,
  id: 'agentcore-code-interpreter',
  title: 'AgentCore code interpreters',
  kind: 'service',
  grade: 'deployed',
  product: 'AgentCore Code Interpreter',
  operation: 'ListCodeInterpreters',
  key: 'codeInterpreterSummaries',
  input: { type: 'CUSTOM' },
  it: (one) => ({
    name: one.name ?? one.codeInterpreterId,
    arn: one.codeInterpreterArn,
    created: one.createdAt,
    changed: one.lastUpdatedAt,
    attributes: { status: one.status, description: one.description },
  }),
})

export const identities = listed({
  ...agentcore,
  id: 'agentcore-workload-identity',
  title: 'AgentCore workload identities',
  kind: 'agent',
  grade: 'configured',
  product: 'AgentCore Identity',
  operation: 'ListWorkloadIdentities',
  key: 'workloadIdentities',
  it: (one) => ({ name: one.name, arn: one.workloadIdentityArn }),
})

/** A register that the organisation keeps at AWS: what is in it was declared, not discovered. */
export const registries = target({
  id: 'agentcore-registry',
  service: 'bedrock-agentcore',
  title: 'AgentCore registries and their records',
  kinds: ['declared-system'],
  operations: ['bedrock-agentcore-control:ListRegistries', 'bedrock-agentcore-control:ListRegistryRecords'],
  async *list(aws) {
    const all = aws.list('bedrock-agentcore-control', 'ListRegistries', 'registries')
    for await (const registry of all) {
      const records = aws.list('bedrock-agentcore-control', 'ListRegistryRecords', 'registryRecords', {
        registryId: registry.registryId,
      })
      for (const record of await aws.within('bedrock-agentcore:ListRegistryRecords', records, 10_000))
        yield { registry, record }
    }
  },
  *toFindings({ registry, record }, place) {
    yield thing(place, {
      type: 'agentcore-registry-record',
      kind: 'declared-system',
      name: record.name ?? record.recordId ?? '',
      arn: record.recordArn,
      grade: 'declared',
      supplier: 'aws-bedrock',
      product: 'AgentCore registry',
      created: record.createdAt,
      changed: record.updatedAt,
      operation: 'bedrock-agentcore-control:ListRegistryRecords',
      claims: record.description
        ? [{ field: 'purpose', value: record.description.slice(0, 1024), source: 'provider' }]
        : [],
      attributes: {
        registry: registry.name,
        describes: record.descriptorType,
        version: record.recordVersion,
        status: record.status,
      },
    })
  },
})

/** Keys and grants that agents hold for other suppliers: by name and vendor, never by value. */
export const apiKeyProviders = listed({
  ...agentcore,
  id: 'agentcore-api-key-provider',
  title: 'AgentCore API key providers',
  kind: 'credential',
  grade: 'configured',
  product: 'AgentCore Identity',
  operation: 'ListApiKeyCredentialProviders',
  key: 'credentialProviders',
  it: (one, place) => ({
    name: one.name,
    arn: one.credentialProviderArn,
    ...supplierNamed(place, one.name),
    created: one.createdTime,
    changed: one.lastUpdatedTime,
  }),
})

/** `SlackOauth2` is Slack's; of a `CustomOauth2` its name may tell. */
function vendorOf(one: { name?: string | undefined; credentialProviderVendor?: string | undefined }) {
  const vendor = one.credentialProviderVendor?.replace(/Oauth2$/, '')
  return vendor && vendor !== 'Custom' ? vendor : one.name
}

export const oauthProviders = listed({
  ...agentcore,
  id: 'agentcore-oauth-provider',
  title: 'AgentCore OAuth providers',
  kind: 'credential',
  grade: 'configured',
  product: 'AgentCore Identity',
  operation: 'ListOauth2CredentialProviders',
  key: 'credentialProviders',
  it: (one, place) => ({
    name: one.name,
    arn: one.credentialProviderArn,
    ...supplierNamed(place, vendorOf(one)),
    created: one.createdTime,
    changed: one.lastUpdatedTime,
    attributes: { vendor: one.credentialProviderVendor },
  }),
})
