import type { CellNotes, Tags } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import { createAws } from './aws.ts'
import type { Connections } from './connections.ts'
import type { Operation } from './permissions.ts'
import type { Place } from './place.ts'
import type { Account } from './run-state.ts'
import { tagsFrom } from './tags.ts'

/** What the tagging service of a region has of AI and of what runs AI. */
const RESOURCES = [
  'aoss',
  'bedrock',
  'bedrock-agentcore',
  'comprehend',
  'ec2:instance',
  'ecs',
  'eks',
  'es',
  'forecast',
  'frauddetector',
  'healthlake',
  'kendra',
  'lambda:function',
  'lex',
  'lookoutequipment',
  'personalize',
  'qbusiness',
  'rekognition',
  'sagemaker',
  'ssm:parameter',
  'states:stateMachine',
  'textract',
  'transcribe',
  'translate',
]

export const tagOperations: readonly Operation[] = ['resource-groups-tagging-api:GetResources']

export interface RegionTags {
  tagsOf(arn: string): Tags
  /** Why they are not all of them. */
  readonly failure: ScopeFailure | null
}

export interface TagReader {
  /** Read once a region for all its scopes; forgotten when regions that were asked for later need the room. */
  read(account: Account, place: Omit<Place, 'tagsOf'>): Promise<RegionTags>
}

const MOST_REGIONS = 24

export function createTagReader(connections: Connections): TagReader {
  const regions = new Map<string, Promise<RegionTags>>()
  return {
    read(account, place) {
      const key = `${account.id} ${place.region}`
      const known = regions.get(key) ?? readRegion(connections, account, place)
      regions.delete(key)
      regions.set(key, known)
      if (regions.size > MOST_REGIONS) regions.delete(regions.keys().next().value ?? key)
      return known
    },
  }
}

const none: Tags = {}

async function readRegion(
  connections: Connections,
  account: Account,
  place: Omit<Place, 'tagsOf'>,
): Promise<RegionTags> {
  const tags = new Map<string, Tags>()
  const notes: CellNotes = { page: () => undefined, resource: () => undefined, miss: () => undefined }
  const type = { id: 'tags', operations: tagOperations }
  const aws = createAws(connections, account.identity, { ...place, tagsOf: () => none }, type, notes)
  const tagsOf = (arn: string) => tags.get(arn) ?? none
  const readAll = async (filters: { ResourceTypeFilters?: string[] }) => {
    const all = aws.list(
      'resource-groups-tagging-api',
      'GetResources',
      'ResourceTagMappingList',
      { ResourcesPerPage: 100, ...filters },
      { ask: 'PaginationToken', answer: 'PaginationToken' },
    )
    for await (const { ResourceARN, Tags } of all) if (ResourceARN) tags.set(ResourceARN, tagsFrom(Tags))
  }
  try {
    await readAll({ ResourceTypeFilters: RESOURCES }).catch(async (failure: unknown) => {
      // A region that does not know one of the types refuses them all: then everything is read.
      if (!(failure instanceof ScopeFailure) || failure.reason !== 'InvalidParameterException') throw failure
      await readAll({})
    })
    return { tagsOf, failure: null }
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    return { tagsOf, failure }
  }
}
