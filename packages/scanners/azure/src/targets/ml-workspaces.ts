import { names } from '@ai-census/cloud-kit'
import { thing, toArm } from '../finding.ts'
import { at, flag, list, number, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { connectionFindings } from './connection-finding.ts'

export const WORKSPACE = 'Microsoft.MachineLearningServices/workspaces'
const service = 'microsoft.machinelearningservices'

export const workspaces = target({
  id: 'ml-workspace',
  service,
  title: 'Machine Learning workspaces, AI hubs and projects, feature stores',
  kinds: ['workspace'],
  operations: ['MachineLearning:Workspaces_List'],
  list: (arm) => arm.list('MachineLearning:Workspaces_List'),
  *toFindings(workspace, place) {
    const { json } = workspace
    const kind = text(json, 'kind') ?? 'Default'
    yield thing(place, {
      type: 'ml-workspace',
      kind: 'workspace',
      resource: workspace,
      grade: 'configured',
      supplier: ownerOf(place, WORKSPACE, kind) ?? 'azure-machine-learning',
      product: `Machine Learning workspace (${kind})`,
      operation: 'MachineLearning:Workspaces_List',
      relations: [
        toArm('depends-on', text(json, 'properties', 'hubResourceId')),
        toArm('depends-on', text(json, 'properties', 'containerRegistry')),
      ],
      attributes: {
        workspaceKind: kind,
        displayName: text(json, 'properties', 'friendlyName'),
        description: text(json, 'properties', 'description'),
        publicNetworkAccess: text(json, 'properties', 'publicNetworkAccess'),
        isolation: text(json, 'properties', 'managedNetwork', 'isolationMode'),
        highBusinessImpact: flag(json, 'properties', 'hbiWorkspace'),
        status: text(json, 'properties', 'provisioningState'),
      },
    })
  },
})

export const registries = target({
  id: 'ml-registry',
  service,
  title: 'Machine Learning registries',
  kinds: ['workspace'],
  operations: ['MachineLearning:Registries_List'],
  list: (arm) => arm.list('MachineLearning:Registries_List'),
  *toFindings(registry, place) {
    const regions = list(registry.json, 'properties', 'regionDetails').map((one) => text(one, 'location'))
    yield thing(place, {
      type: 'ml-registry',
      kind: 'workspace',
      resource: registry,
      grade: 'configured',
      supplier: 'azure-machine-learning',
      product: 'Machine Learning registry',
      operation: 'MachineLearning:Registries_List',
      attributes: {
        regions: names(regions),
        publicNetworkAccess: text(registry.json, 'properties', 'publicNetworkAccess'),
      },
    })
  },
})

export const connections = target({
  id: 'ml-connection',
  service,
  title: 'Connections of workspaces and hubs to suppliers, tools and stores',
  kinds: ['credential', 'service'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:WorkspaceConnections_List'],
  list: (arm) =>
    arm.below('MachineLearning:WorkspaceConnections_List', arm.parents('MachineLearning:Workspaces_List')),
  toFindings: (connection, place) =>
    connectionFindings(place, connection, 'ml-connection', 'MachineLearning:WorkspaceConnections_List'),
})

/** Sizes whose family is made for accelerators: the letter after `Standard_` is N. */
export const hasAccelerator = (size: string | undefined): boolean => /^(standard_)?n[cdgv]/i.test(size ?? '')

export const computes = target({
  id: 'ml-compute',
  service,
  title: 'Compute of Machine Learning workspaces',
  kinds: ['workspace'],
  operations: ['MachineLearning:Workspaces_List', 'MachineLearning:Compute_List'],
  list: (arm) => arm.below('MachineLearning:Compute_List', arm.parents('MachineLearning:Workspaces_List')),
  *toFindings(compute, place) {
    const { json, parent } = compute
    const size = text(json, 'properties', 'properties', 'vmSize')
    yield thing(place, {
      type: 'ml-compute',
      kind: 'workspace',
      resource: compute,
      parent,
      grade: 'configured',
      supplier: 'azure-machine-learning',
      product: text(json, 'properties', 'computeType') ?? 'Compute',
      operation: 'MachineLearning:Compute_List',
      relations: [
        toArm('depends-on', parent.id),
        toArm('depends-on', text(json, 'properties', 'resourceId')),
      ],
      attributes: {
        workspace: parent.name,
        size,
        accelerated: size ? hasAccelerator(size) : undefined,
        nodes: number(json, 'properties', 'properties', 'scaleSettings', 'maxNodeCount'),
        status:
          text(json, 'properties', 'properties', 'state') ?? text(json, 'properties', 'provisioningState'),
        description: text(json, 'properties', 'description'),
        assignedTo: text(
          json,
          'properties',
          'properties',
          'personalComputeInstanceSettings',
          'assignedUser',
          'objectId',
        ),
        // What people let run on an instance beside its notebooks.
        images: names(
          list(json, 'properties', 'properties', 'customServices').map((one) =>
            text(one, 'image', 'reference'),
          ),
        ),
        hasPublicAddress: at(json, 'properties', 'properties', 'connectivityEndpoints', 'publicIpAddress')
          ? true
          : undefined,
      },
    })
  },
})
