import { mapAhead, names } from '@ai-census/cloud-kit'
import type { Finding, Relation } from '@ai-census/schema'
import { thing, toModel } from '../finding.ts'
import type { Place } from '../place.ts'
import { listed } from '../simple.ts'
import { addressOwner } from '../suppliers.ts'
import { AHEAD, target } from '../target.ts'
import { type AiTask, aiTasks } from './states.ts'
import { hostOf, pathOf } from './vector-store.ts'

/** Tasks of one supplier in one machine. */
function* machineFindings(place: Place, machine: Machine, tasks: readonly AiTask[]): Generator<Finding> {
  const suppliers = names(tasks.map(({ supplier }) => supplier)) ?? []
  for (const supplier of suppliers) {
    const own = tasks.filter((task) => task.supplier === supplier)
    const models = names(own.map(({ model }) => model)) ?? []
    const relations: (Relation | null)[] = own.flatMap((task) => task.relations)
    yield thing(place, {
      type: 'state-machine',
      kind: 'pipeline',
      id: `${machine.arn ?? machine.name}:${supplier}`,
      name: machine.name,
      arn: machine.arn,
      // It can be started as it is.
      grade: machine.isGoing ? 'configured' : 'deployed',
      supplier,
      ...(own[0]?.product ? { product: own[0].product } : {}),
      ...(models[0] ? { model: models[0] } : {}),
      created: machine.created,
      operation: 'sfn:DescribeStateMachine',
      relations: [...models.map((model) => toModel(place, 'uses', model)), ...relations],
      claims: machine.description
        ? [{ field: 'purpose', value: machine.description.slice(0, 1024), source: 'provider' }]
        : [],
      attributes: {
        runsOn: 'Step Functions',
        machineType: machine.type,
        status: machine.status,
        actions: names(own.map(({ action }) => action)),
        models: names(models),
        hosts: names(own.map(({ host }) => host)),
        role: machine.role,
      },
    })
  }
}

interface Machine {
  readonly name: string
  readonly arn: string | undefined
  readonly type: string | undefined
  readonly status: string | undefined
  /** It is being deleted. */
  readonly isGoing: boolean
  readonly description: string | undefined
  readonly role: string | undefined
  readonly created: Date | undefined
}

/** Of a definition only what names models, agents, endpoints and hosts goes on from here. */
export const stateMachines = target({
  id: 'state-machine',
  service: 'states',
  title: 'Step Functions state machines that call models, agents and AI services themselves',
  kinds: ['pipeline'],
  operations: ['sfn:ListStateMachines', 'sfn:DescribeStateMachine'],
  list: (aws, place) =>
    mapAhead(
      aws.list('sfn', 'ListStateMachines', 'stateMachines', { maxResults: 1000 }),
      AHEAD,
      async ({ stateMachineArn, name, type, creationDate }) => {
        const detail = await aws.more('sfn', 'DescribeStateMachine', { stateMachineArn })
        const tasks = detail?.definition ? aiTasks(place, detail.definition) : []
        if (tasks === null)
          aws.cut(
            'states:DescribeStateMachine',
            'A definition is not in the language of states.',
            'unexpected-answer',
          )
        const machine: Machine = {
          name: name ?? '',
          arn: stateMachineArn,
          type,
          status: detail?.status,
          isGoing: detail?.status === 'DELETING',
          description: detail?.description,
          role: detail?.roleArn,
          created: creationDate,
        }
        return { machine, tasks: tasks ?? [] }
      },
    ),
  toFindings: ({ machine, tasks }, place) => machineFindings(place, machine, tasks),
})

/** Where events of a bus are sent over HTTP; one that is sent to a supplier of AI calls it without any code. */
export const apiDestinations = listed({
  service: 'eventbridge',
  scope: 'events',
  id: 'api-destination',
  title: 'EventBridge API destinations whose address is a supplier’s of AI',
  kind: 'service',
  grade: 'configured',
  operation: 'ListApiDestinations',
  key: 'ApiDestinations',
  input: { Limit: 100 },
  it: (one, place) => {
    const host = hostOf(one.InvocationEndpoint)
    const owner = addressOwner(place, host, pathOf(one.InvocationEndpoint))
    if (!host || !owner) return null
    return {
      name: one.Name,
      arn: one.ApiDestinationArn,
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      method: 'configuration',
      created: one.CreationTime,
      changed: one.LastModifiedTime,
      relations: [{ type: 'calls', to: { type: 'host', value: host } }],
      attributes: { host, status: one.ApiDestinationState, httpMethod: one.HttpMethod },
    }
  },
})
