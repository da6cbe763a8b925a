import { iso, names } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import type { Arm, Child } from '../arm.ts'
import { hostOf, thing, toArm, toHost } from '../finding.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import { at, list, number, type Resource, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT } from './cognitive-accounts.ts'
import { allProjects } from './cognitive-projects.ts'
import { agentId } from './foundry-names.ts'

const service = 'microsoft.cognitiveservices'

/** The name that an account's own host begins with. */
const hostNameOf = (account: Resource): string =>
  text(account.json, 'properties', 'customSubDomainName') ?? account.name

/** What the project knows it by: `asst_…`, or its name. */
const ownId = (agent: Resource): string => text(agent.json, 'id') ?? agent.name

/** Agents of all projects, asked of each project itself: one that lets nobody in costs the others nothing. */
const agentsOf = (arm: Arm, operation: Operation): AsyncGenerator<Child<Child>> =>
  arm.below(operation, allProjects(arm), (project) => ({
    project: { account: hostNameOf(project.parent), name: project.name },
    query: { limit: '100' },
  }))

/** What of a definition says what an agent is made of; the words that it was given stay where they are. */
interface Told {
  readonly name: string
  readonly definition: unknown
  readonly version?: string | undefined
  readonly createdAt: number | undefined
  readonly description: string | undefined
}

function agentFinding(place: Place, agent: Child<Child>, type: string, operation: Operation, it: Told) {
  const { definition } = it
  const project = agent.parent
  // It names a deployment of the account, which most people call like its model.
  const deployment = text(definition, 'model')?.split('/').at(-1)
  const tools = list(definition, 'tools')
  const id = agentId(project, it.name)
  const known = deployment ? place.catalogue.modelOwner(deployment) : null
  const servers = tools.map((tool) => text(tool, 'server_url'))
  return thing(place, {
    type,
    kind: 'agent',
    id: `${project.id}/${type}/${ownId(agent)}`,
    name: it.name,
    parent: project,
    grade: 'deployed',
    supplier: ownerOf(place, `${ACCOUNT}/projects`),
    product: 'AI Foundry agent',
    ...(deployment && known ? { model: { id: deployment } } : {}),
    operation,
    identifiers: [{ type: 'resource-id', value: id }],
    relations: [
      toArm('depends-on', project.id),
      deployment ? toArm('uses', `${project.parent.id}/deployments/${deployment}`) : null,
      ...searchConnections(definition).map((connection) => toArm('uses', connection)),
      ...servers.map((address) => toHost('calls', address)),
    ],
    attributes: {
      account: project.parent.name,
      project: project.name,
      agentId: ownId(agent),
      agentKind: text(definition, 'kind'),
      version: it.version,
      deployment,
      image: text(definition, 'image'),
      tools: names(tools.map((tool) => text(tool, 'type'))),
      toolServers: names(servers.map(hostOf)),
      vectorStores: names(vectorStores(definition)),
      description: it.description,
      createdAt: iso(it.createdAt === undefined ? undefined : new Date(it.createdAt * 1000)),
    },
  })
}

/** Of tools and of what is given to them; both forms are in use. */
const vectorStores = (definition: unknown): (string | undefined)[] =>
  [at(definition, 'tool_resources', 'file_search'), ...list(definition, 'tools')].flatMap((one) =>
    list(one, 'vector_store_ids').map((id) => text(id)),
  )

const searchConnections = (definition: unknown): string[] =>
  [at(definition, 'tool_resources'), ...list(definition, 'tools')].flatMap((one) =>
    list(one, 'azure_ai_search', 'indexes').flatMap(
      (index) => text(index, 'index_connection_id') ?? text(index, 'project_connection_id') ?? [],
    ),
  )

const operations = (last: 'Foundry:Agents_List' | 'Foundry:Assistants_List') =>
  ['CognitiveServices:Accounts_List', 'CognitiveServices:Projects_List', last] as const

export const agents = target({
  id: 'foundry-agent',
  service,
  title: 'Agents of AI Foundry projects, as the projects tell them',
  kinds: ['agent'],
  operations: operations('Foundry:Agents_List'),
  list: (arm) => agentsOf(arm, 'Foundry:Agents_List'),
  *toFindings(agent, place): Generator<Finding> {
    const { json } = agent
    const latest = at(json, 'versions', 'latest')
    yield agentFinding(place, agent, 'foundry-agent', 'Foundry:Agents_List', {
      name: agent.name,
      definition: at(latest, 'definition') ?? at(json, 'definition'),
      version: text(latest, 'version'),
      createdAt: number(latest, 'created_at') ?? number(json, 'created_at'),
      description: text(latest, 'description') ?? text(json, 'description'),
    })
  },
})

export const assistants = target({
  id: 'foundry-classic-agent',
  service,
  title: 'Agents of the first kind (assistants) of AI Foundry projects',
  kinds: ['agent'],
  operations: operations('Foundry:Assistants_List'),
  list: (arm) => agentsOf(arm, 'Foundry:Assistants_List'),
  *toFindings(agent, place): Generator<Finding> {
    const { json } = agent
    yield agentFinding(place, agent, 'foundry-classic-agent', 'Foundry:Assistants_List', {
      name: text(json, 'name') ?? ownId(agent),
      definition: json,
      createdAt: number(json, 'created_at'),
      description: text(json, 'description'),
    })
  },
})
