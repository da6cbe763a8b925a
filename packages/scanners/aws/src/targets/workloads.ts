import { mapAhead, modelsServed, names } from '@ai-census/cloud-kit'
import { arnOf, thing } from '../finding.ts'
import { tagsFrom } from '../tags.ts'
import { AHEAD, target } from '../target.ts'
import { workloadFindings } from './signs.ts'

/** Lambda's answer holds the variables' values; nothing but their names goes on from here. */
export const functions = target({
  id: 'lambda-function',
  service: 'lambda',
  title: 'Lambda functions whose images or variables name a supplier',
  kinds: ['service', 'model-server'],
  operations: ['lambda:ListFunctions'],
  async *list(aws) {
    const all = aws.list(
      'lambda',
      'ListFunctions',
      'Functions',
      { MaxItems: 50 },
      { ask: 'Marker', answer: 'NextMarker' },
    )
    for await (const one of all)
      yield {
        name: one.FunctionName ?? '',
        arn: one.FunctionArn,
        variables: Object.keys(one.Environment?.Variables ?? {}),
        layers: names(one.Layers?.map(({ Arn }) => Arn)),
        changed: one.LastModified,
        runtime: one.Runtime,
        role: one.Role,
        description: one.Description,
      }
  },
  toFindings: (one, place) =>
    workloadFindings(place, {
      type: 'lambda-function',
      name: one.name,
      arn: one.arn,
      operation: 'lambda:ListFunctions',
      grade: 'deployed',
      images: [],
      environmentNames: one.variables,
      changed: one.changed ? new Date(one.changed) : undefined,
      attributes: { runtime: one.runtime, role: one.role, layers: one.layers },
    }),
})

export const taskDefinitions = target({
  id: 'ecs-task-definition',
  service: 'ecs',
  title: 'ECS task definitions whose images, commands or variables name a supplier or a model',
  kinds: ['service', 'model-server'],
  operations: ['ecs:ListTaskDefinitionFamilies', 'ecs:DescribeTaskDefinition'],
  // The newest revision of each family: old ones are history.
  list: (aws, { catalogue }) =>
    mapAhead(
      aws.list('ecs', 'ListTaskDefinitionFamilies', 'families', { status: 'ACTIVE', maxResults: 100 }),
      AHEAD,
      async (family) => {
        const answer = await aws.more('ecs', 'DescribeTaskDefinition', { taskDefinition: family })
        const definition = answer?.taskDefinition
        const containers = definition?.containerDefinitions ?? []
        return {
          family,
          revision: definition?.revision,
          images: containers.map(({ image }) => image),
          variables: containers.flatMap(({ environment = [], secrets = [] }) =>
            [...environment, ...secrets].flatMap(({ name }) => (name ? [name] : [])),
          ),
          served: containers.flatMap(({ image, entryPoint = [], command = [], environment }) =>
            modelsServed(catalogue, { image, command: [...entryPoint, ...command], environment }),
          ),
          role: definition?.taskRoleArn,
          created: definition?.registeredAt,
          arn: definition?.taskDefinitionArn,
        }
      },
    ),
  toFindings: (one, place) =>
    workloadFindings(place, {
      type: 'ecs-task-definition',
      name: one.family,
      id: one.family,
      operation: 'ecs:DescribeTaskDefinition',
      grade: 'configured',
      images: one.images,
      environmentNames: one.variables,
      served: one.served,
      created: one.created,
      // The ARN moves with each revision, so that it is no name; its tags are the newest.
      tags: one.arn ? place.tagsOf(one.arn) : {},
      attributes: { revision: one.revision, role: one.role },
    }),
})

/** Accelerators for models: by the instance families that AWS lists as accelerated computing. */
const ACCELERATED = /^(p[2-9]\w*|g[3-9]\w*|trn\d\w*|inf\d\w*|dl[12]\w*)\./

export const nodegroups = target({
  id: 'eks-accelerated-nodegroup',
  service: 'eks',
  title: 'EKS node groups with accelerators',
  kinds: ['model-server'],
  operations: ['eks:ListClusters', 'eks:ListNodegroups', 'eks:DescribeNodegroup'],
  async *list(aws) {
    for await (const clusterName of aws.list('eks', 'ListClusters', 'clusters', { maxResults: 100 })) {
      const groups = aws.list('eks', 'ListNodegroups', 'nodegroups', { clusterName, maxResults: 100 })
      for (const nodegroupName of await aws.within('eks:ListNodegroups', groups)) {
        const detail = await aws.more('eks', 'DescribeNodegroup', { clusterName, nodegroupName })
        if (detail?.nodegroup) yield detail.nodegroup
      }
    }
  },
  *toFindings(group, place) {
    const accelerated = (group.instanceTypes ?? []).filter((type) => ACCELERATED.test(type))
    if (accelerated.length === 0) return
    yield thing(place, {
      type: 'eks-accelerated-nodegroup',
      kind: 'model-server',
      name: [group.clusterName, group.nodegroupName].filter(Boolean).join('/'),
      arn: group.nodegroupArn,
      // The machines are there; what runs on them the cluster itself must tell.
      grade: 'available',
      supplier: null,
      supplierName: 'accelerated machines',
      product: 'EKS',
      created: group.createdAt,
      changed: group.modifiedAt,
      operation: 'eks:DescribeNodegroup',
      attributes: {
        status: group.status,
        instanceTypes: accelerated,
        nodes: group.scalingConfig?.desiredSize,
      },
    })
  },
})

export const instances = target({
  id: 'ec2-accelerated-instance',
  service: 'ec2',
  title: 'EC2 instances with accelerators',
  kinds: ['model-server'],
  operations: ['ec2:DescribeInstances'],
  async *list(aws) {
    const running = [{ Name: 'instance-state-name', Values: ['running', 'stopped', 'stopping', 'pending'] }]
    const types = ['p*', 'g*', 'trn*', 'inf*', 'dl*'].map((family) => `${family}.*`)
    const filters = [...running, { Name: 'instance-type', Values: types }]
    for await (const reservation of aws.list('ec2', 'DescribeInstances', 'Reservations', {
      Filters: filters,
      MaxResults: 1000,
    }))
      yield* reservation.Instances ?? []
  },
  *toFindings(one, place) {
    if (!ACCELERATED.test(one.InstanceType ?? '')) return
    const tags = tagsFrom(one.Tags)
    yield thing(place, {
      type: 'ec2-accelerated-instance',
      kind: 'model-server',
      name: tags.Name ?? one.InstanceId ?? '',
      arn: arnOf(place, 'ec2', 'instance/', one.InstanceId),
      grade: 'available',
      supplier: null,
      supplierName: 'accelerated machines',
      product: 'EC2',
      tags,
      created: one.LaunchTime,
      operation: 'ec2:DescribeInstances',
      attributes: {
        state: one.State?.Name,
        instanceType: one.InstanceType,
        image: one.ImageId,
        role: one.IamInstanceProfile?.Arn,
      },
    })
  },
})

/** A private way to an AI service: somebody's network is made for its use. */
export const vpcEndpoints = target({
  id: 'vpc-endpoint',
  service: 'ec2',
  title: 'VPC endpoints of AI services',
  kinds: ['service'],
  operations: ['ec2:DescribeVpcEndpoints'],
  list: (aws) => aws.list('ec2', 'DescribeVpcEndpoints', 'VpcEndpoints', { MaxResults: 1000 }),
  *toFindings(one, place) {
    // `com.amazonaws.eu-west-1.bedrock-runtime`, `aws.sagemaker.eu-west-1.notebook`.
    const words = (one.ServiceName ?? '').split('.')
    const owner = words.map((word) => place.catalogue.awsServiceOwner(word)).find((found) => found !== null)
    if (!owner) return
    yield thing(place, {
      type: 'vpc-endpoint',
      kind: 'service',
      name: one.ServiceName ?? '',
      arn: arnOf(place, 'ec2', 'vpc-endpoint/', one.VpcEndpointId),
      grade: 'configured',
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      created: one.CreationTimestamp,
      tags: tagsFrom(one.Tags),
      operation: 'ec2:DescribeVpcEndpoints',
      attributes: { vpc: one.VpcId, state: one.State, hasPrivateDns: one.PrivateDnsEnabled },
    })
  },
})
