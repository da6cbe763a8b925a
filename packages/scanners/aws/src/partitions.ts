import type { Service } from './services.ts'

export const partitions = ['aws', 'aws-us-gov', 'aws-cn'] as const
export type Partition = (typeof partitions)[number]

interface PartitionFacts {
  /** Where what is not regional is asked, and where the first call goes. */
  readonly home: string
  readonly dns: string
  readonly global: Readonly<Partial<Record<Service, string>>>
}

/** From the SDK's own endpoint rules and the services' documentation. */
const FACTS: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    home: 'us-east-1',
    dns: 'amazonaws.com',
    global: { iam: 'us-east-1', organizations: 'us-east-1', 'cost-explorer': 'us-east-1' },
  },
  'aws-us-gov': {
    home: 'us-gov-west-1',
    dns: 'amazonaws.com',
    global: { iam: 'us-gov-west-1', organizations: 'us-gov-west-1', 'cost-explorer': 'us-gov-west-1' },
  },
  'aws-cn': {
    home: 'cn-north-1',
    dns: 'amazonaws.com.cn',
    global: { iam: 'cn-north-1', organizations: 'cn-northwest-1', 'cost-explorer': 'cn-northwest-1' },
  },
}

/** Where questions go that any region answers: the one that the person works in, since others may be forbidden. */
export const nearRegion = (partition: Partition, env: NodeJS.ProcessEnv = process.env): string =>
  env.AWS_REGION || env.AWS_DEFAULT_REGION || FACTS[partition].home
export const dnsSuffix = (partition: Partition): string => FACTS[partition].dns
export const globalRegion = (partition: Partition, service: Service): string | null =>
  FACTS[partition].global[service] ?? null
