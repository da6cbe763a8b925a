import type { Relation } from '@ai-census/schema'
import type { Resource } from '../resource.ts'

/** An agent is no resource of Resource Manager's: its project's id and its own name stand for it. */
export const agentId = (project: Resource, name: string): string =>
  `azure:${project.id}/agents/${name}`.toLowerCase().slice(0, 2048)

export const toAgent = (type: Relation['type'], id: string): Relation => ({
  type,
  to: { type: 'resource-id', value: id },
})
