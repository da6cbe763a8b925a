import type { Arm, Child } from '../arm.ts'
import { thing, toArm } from '../finding.ts'
import { flag, type Resource, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT, kindOf } from './cognitive-accounts.ts'
import { connectionFindings } from './connection-finding.ts'

const service = 'microsoft.cognitiveservices'

/** Only accounts of this kind have projects, connections and agents. */
export async function* foundryAccounts(arm: Arm): AsyncGenerator<Resource> {
  for await (const account of arm.parents('CognitiveServices:Accounts_List'))
    if (/^aiservices$/i.test(kindOf(account) ?? '')) yield account
}

export const projects = target({
  id: 'foundry-project',
  service,
  title: 'AI Foundry projects',
  kinds: ['workspace'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:Projects_List'],
  list: (arm) => arm.below('CognitiveServices:Projects_List', foundryAccounts(arm)),
  *toFindings(project, place) {
    yield thing(place, {
      type: 'foundry-project',
      kind: 'workspace',
      resource: project,
      parent: project.parent,
      grade: 'configured',
      supplier: ownerOf(place, `${ACCOUNT}/projects`),
      product: 'AI Foundry project',
      operation: 'CognitiveServices:Projects_List',
      relations: [toArm('depends-on', project.parent.id)],
      attributes: {
        account: project.parent.name,
        displayName: text(project.json, 'properties', 'displayName'),
        description: text(project.json, 'properties', 'description'),
        isDefault: flag(project.json, 'properties', 'isDefault'),
        status: text(project.json, 'properties', 'provisioningState'),
      },
    })
  },
})

export const accountConnections = target({
  id: 'foundry-account-connection',
  service,
  title: 'Connections of AI Foundry accounts to suppliers, tools and stores',
  kinds: ['credential', 'service'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:AccountConnections_List'],
  list: (arm) => arm.below('CognitiveServices:AccountConnections_List', foundryAccounts(arm)),
  toFindings: (connection, place) =>
    connectionFindings(
      place,
      connection,
      'foundry-account-connection',
      'CognitiveServices:AccountConnections_List',
    ),
})

/** Projects of all accounts; what cannot be read of them is the projects' cell's to say, and this one's too. */
export const allProjects = (arm: Arm): AsyncGenerator<Child> =>
  arm.below('CognitiveServices:Projects_List', foundryAccounts(arm), { leads: true })

export const projectConnections = target({
  id: 'foundry-project-connection',
  service,
  title: 'Connections of AI Foundry projects to suppliers, tools and stores',
  kinds: ['credential', 'service'],
  operations: [
    'CognitiveServices:Accounts_List',
    'CognitiveServices:Projects_List',
    'CognitiveServices:ProjectConnections_List',
  ],
  list: (arm) => arm.below('CognitiveServices:ProjectConnections_List', allProjects(arm)),
  toFindings: (connection, place) =>
    connectionFindings(
      place,
      connection,
      'foundry-project-connection',
      'CognitiveServices:ProjectConnections_List',
    ),
})
