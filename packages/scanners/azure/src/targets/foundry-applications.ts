import { names } from '@ai-census/cloud-kit'
import type { Arm, Ask, Child } from '../arm.ts'
import { hostOf, thing, toArm } from '../finding.ts'
import { flag, list, type Resource, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT } from './cognitive-accounts.ts'
import { allProjects, foundryAccounts } from './cognitive-projects.ts'
import { agentId, toAgent } from './foundry-names.ts'

const service = 'microsoft.cognitiveservices'
const PROJECTS = ['CognitiveServices:Accounts_List', 'CognitiveServices:Projects_List'] as const

/** What of an application's or a deployment's agents is told there. */
const agentNames = (resource: Resource) =>
  names(list(resource.json, 'properties', 'agents').map((one) => text(one, 'agentName')))

const applications = (arm: Arm, ask: Ask = {}): AsyncGenerator<Child<Child>> =>
  arm.below('CognitiveServices:AgentApplications_List', allProjects(arm), ask)

/** By what Entra knows the agent; the id of an application, where an agent has no identity yet. */
const identityOf = (resource: Resource): string | undefined =>
  text(resource.json, 'properties', 'defaultInstanceIdentity', 'principalId') ??
  text(resource.json, 'properties', 'defaultInstanceIdentity', 'clientId') ??
  text(resource.json, 'properties', 'agentIdentityBlueprint', 'principalId')

export const agentApplications = target({
  id: 'foundry-agent-application',
  service,
  title: 'Agents that AI Foundry projects publish',
  kinds: ['agent'],
  operations: [...PROJECTS, 'CognitiveServices:AgentApplications_List'],
  list: (arm) => applications(arm),
  *toFindings(application, place) {
    const { json, parent } = application
    const identity = identityOf(application)
    yield thing(place, {
      type: 'foundry-agent-application',
      kind: 'agent',
      resource: application,
      parent,
      grade: 'deployed',
      supplier: ownerOf(place, `${ACCOUNT}/projects`),
      product: 'AI Foundry agent application',
      operation: 'CognitiveServices:AgentApplications_List',
      identifiers: identity ? [{ type: 'entra-object-id', value: identity.toLowerCase() }] : [],
      relations: [
        toArm('depends-on', parent.id),
        ...(agentNames(application) ?? []).map((name) => toAgent('uses', agentId(parent, name))),
      ],
      attributes: {
        project: parent.name,
        displayName: text(json, 'properties', 'displayName'),
        description: text(json, 'properties', 'description'),
        agents: agentNames(application),
        isEnabled: flag(json, 'properties', 'isEnabled'),
        agentIdentityId: identity,
        addressHost: hostOf(text(json, 'properties', 'baseUrl')),
        authorisation: text(json, 'properties', 'authorizationPolicy', 'type'),
        status: text(json, 'properties', 'provisioningState'),
      },
    })
  },
})

export const agentDeployments = target({
  id: 'foundry-agent-deployment',
  service,
  title: 'Deployments of published agents',
  kinds: ['agent'],
  operations: [
    ...PROJECTS,
    'CognitiveServices:AgentApplications_List',
    'CognitiveServices:AgentDeployments_List',
  ],
  list: (arm) => arm.below('CognitiveServices:AgentDeployments_List', applications(arm, { leads: true })),
  *toFindings(deployment, place) {
    const { json, parent: application } = deployment
    const state = text(json, 'properties', 'state')
    const protocols = list(json, 'properties', 'protocols').map((one) => text(one, 'protocol'))
    yield thing(place, {
      type: 'foundry-agent-deployment',
      kind: 'agent',
      resource: deployment,
      parent: application,
      // One that is stopped answers nobody.
      grade: /^(stopped|failed|deleted)$/i.test(state ?? '') ? 'configured' : 'deployed',
      supplier: ownerOf(place, `${ACCOUNT}/projects`),
      product: 'AI Foundry agent deployment',
      operation: 'CognitiveServices:AgentDeployments_List',
      relations: [
        toArm('serves', application.id),
        ...(agentNames(deployment) ?? []).map((name) => toAgent('serves', agentId(application.parent, name))),
      ],
      attributes: {
        application: application.name,
        project: application.parent.name,
        displayName: text(json, 'properties', 'displayName'),
        agents: agentNames(deployment),
        protocols: names(protocols),
        deploymentType: text(json, 'properties', 'deploymentType'),
        status: state ?? text(json, 'properties', 'provisioningState'),
      },
    })
  },
})

const CONNECTIONS = [
  'aiServicesConnections',
  'storageConnections',
  'threadStorageConnections',
  'vectorStoreConnections',
  'acaEnvironmentConnections',
] as const

/** Whether agents may run here, and in which of the organisation's own stores they keep what they hear. */
const capabilityHost = (
  id: 'foundry-capability-host' | 'foundry-project-capability-host',
  title: string,
  operation:
    | 'CognitiveServices:AccountCapabilityHosts_List'
    | 'CognitiveServices:ProjectCapabilityHosts_List',
) =>
  target({
    id,
    service,
    title,
    kinds: ['workspace'],
    operations:
      operation === 'CognitiveServices:ProjectCapabilityHosts_List'
        ? [...PROJECTS, operation]
        : ['CognitiveServices:Accounts_List', operation],
    list: (arm) =>
      arm.below<Resource>(
        operation,
        operation === 'CognitiveServices:ProjectCapabilityHosts_List'
          ? allProjects(arm)
          : foundryAccounts(arm),
      ),
    *toFindings(host, place) {
      const used = CONNECTIONS.map((kind) => ({
        kind,
        names: names(list(host.json, 'properties', kind).map((one) => text(one))),
      }))
      yield thing(place, {
        type: id,
        kind: 'workspace',
        resource: host,
        parent: host.parent,
        grade: 'configured',
        supplier: ownerOf(place, `${ACCOUNT}/projects`),
        product: 'AI Foundry capability host',
        operation,
        relations: [
          toArm('depends-on', host.parent.id),
          ...used
            .flatMap((one) => one.names ?? [])
            .map((name) => toArm('uses', `${host.parent.id}/connections/${name}`)),
        ],
        attributes: {
          hostKind: text(host.json, 'properties', 'capabilityHostKind'),
          subnet: text(host.json, 'properties', 'customerSubnet')?.toLowerCase(),
          status: text(host.json, 'properties', 'provisioningState'),
          ...Object.fromEntries(used.map((one) => [one.kind, one.names])),
        },
      })
    },
  })

export const accountCapabilityHosts = capabilityHost(
  'foundry-capability-host',
  'Capability hosts of AI Foundry accounts: whether agents may run there',
  'CognitiveServices:AccountCapabilityHosts_List',
)
export const projectCapabilityHosts = capabilityHost(
  'foundry-project-capability-host',
  'Capability hosts of AI Foundry projects, with the stores that agents use',
  'CognitiveServices:ProjectCapabilityHosts_List',
)
