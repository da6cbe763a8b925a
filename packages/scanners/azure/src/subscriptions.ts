import { isGone, silentNotes } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import { type Arm, createArm, type Probe } from './arm.ts'
import type { Operation } from './operations.ts'
import { type Json, lastSegment, list, text } from './resource.ts'
import type { Context, Run } from './run-state.ts'

export interface Subscription {
  readonly id: string
  readonly name: string
  readonly tenant: string | null
  /** `Enabled`, `Warned`, `Disabled`…, where it is told. */
  readonly state: string | null
}

export const subscriptionOperations: readonly Operation[] = [
  'Subscriptions:List',
  'Subscriptions:Get',
  'Providers:List',
]
export const groupOperations: readonly Operation[] = ['ManagementGroups:GetDescendants']

/** Asks Resource Manager outside any cell: which subscriptions there are and what is registered in them. */
export const directly = (run: Run, subscription: string, probe?: Probe): Arm =>
  createArm(
    run.connection,
    subscription,
    { id: 'discovery', operations: [...subscriptionOperations, ...groupOperations] },
    silentNotes,
    probe,
  )

/**
 * The subscriptions to look at: those named, else those below the management group, else all that the credentials see. A
 * list that breaks off gives those before the break, and then the failure.
 */
export async function* listSubscriptions(
  { config }: Context,
  run: Run,
): AsyncGenerator<Subscription, void, undefined> {
  const seen = new Set<string>()
  for await (const one of candidates(config, run)) {
    if (seen.has(one.id)) continue
    seen.add(one.id)
    yield one
  }
  if (seen.size > 0) return
  // An empty list is what Azure answers to who may see nothing.
  const [place, permission] = config.managementGroup
    ? [
        `Below the management group ${config.managementGroup}`,
        'Microsoft.Management/managementGroups/descendants/read',
      ]
    : ['For these credentials', 'Microsoft.Resources/subscriptions/read']
  throw new ScopeFailure('denied', permission, `${place} no subscription can be seen.`)
}

async function* candidates(config: Context['config'], run: Run): AsyncGenerator<Subscription> {
  if (config.subscriptions) {
    for (const id of config.subscriptions) yield await named(run, id)
    return
  }
  if (!config.managementGroup) {
    for await (const { json, id } of directly(run, 'all').list('Subscriptions:List'))
      yield subscriptionOf(json, lastSegment(id))
    return
  }
  const ask = { group: config.managementGroup }
  for await (const { json, name } of directly(run, 'all').list('ManagementGroups:GetDescendants', ask))
    if (/\/subscriptions$/i.test(text(json, 'type') ?? ''))
      yield {
        id: name.toLowerCase(),
        name: text(json, 'properties', 'displayName') ?? name,
        tenant: null,
        state: null,
      }
}

/** One that was asked for by id is looked at even where it may not be described. */
async function named(run: Run, id: string): Promise<Subscription> {
  try {
    return subscriptionOf(await directly(run, id).get('Subscriptions:Get'), id)
  } catch (failure) {
    if (!(failure instanceof ScopeFailure) || failure.reason === 'credentials') throw failure
    run.failures.set(id, asDenied(failure))
    return { id, name: id, tenant: null, state: null }
  }
}

/** A subscription that is not there looks the same as one that may not be seen. */
const asDenied = (failure: ScopeFailure): ScopeFailure =>
  isGone(failure)
    ? new ScopeFailure('denied', 'Microsoft.Resources/subscriptions/read', failure.message)
    : failure

const subscriptionOf = (json: Json, fallback: string): Subscription => {
  const id = (text(json, 'subscriptionId') ?? fallback).toLowerCase()
  return {
    id,
    name: text(json, 'displayName') ?? id,
    tenant: text(json, 'tenantId') ?? null,
    state: text(json, 'state') ?? null,
  }
}

/** Resource providers that are known not to be registered, in lower case. */
export async function unregisteredProviders(run: Run, id: string, probe?: Probe): Promise<Set<string>> {
  const off = new Set<string>()
  for await (const answer of directly(run, id, probe).pages('Providers:List', {}))
    for (const provider of list(answer, 'value')) {
      const namespace = text(provider, 'namespace')
      if (namespace && /^notregistered$/i.test(text(provider, 'registrationState') ?? ''))
        off.add(namespace.toLowerCase())
    }
  return off
}
