import { names } from '@ai-census/cloud-kit'
import type { Identifier } from '@ai-census/schema'
import { hostOf, thing, toArm } from '../finding.ts'
import { at, flag, isJson, number, type Resource, text } from '../resource.ts'
import { ownerOf, publisherOf } from '../suppliers.ts'
import { target } from '../target.ts'

export const ACCOUNT = 'Microsoft.CognitiveServices/accounts'
const service = 'microsoft.cognitiveservices'

/**
 * Hosts that are the account's alone: those with its own subdomain. `westeurope.api.cognitive.microsoft.com` is
 * everybody's.
 */
export function ownHosts(account: Resource): Identifier[] {
  const own = text(account.json, 'properties', 'customSubDomainName')?.toLowerCase()
  if (!own) return []
  const endpoints = at(account.json, 'properties', 'endpoints')
  const addresses = [
    text(account.json, 'properties', 'endpoint'),
    ...(isJson(endpoints) ? Object.values(endpoints).map((one) => text(one)) : []),
  ]
  const hosts = addresses.map(hostOf).filter((host) => host?.split('.')[0] === own)
  return (names(hosts) ?? []).map((value) => ({ type: 'host', value }))
}

/** `OpenAI`, `AIServices`, `SpeechServices`…; the kind is what an account is for. */
export const kindOf = (account: Resource): string | undefined => text(account.json, 'kind')

export const accounts = target({
  id: 'cognitive-account',
  service,
  title: 'Azure OpenAI, AI Foundry and AI services accounts',
  kinds: ['endpoint'],
  operations: ['CognitiveServices:Accounts_List'],
  list: (arm) => arm.list('CognitiveServices:Accounts_List'),
  *toFindings(account, place) {
    const kind = kindOf(account)
    const access = text(account.json, 'properties', 'publicNetworkAccess')
    yield thing(place, {
      type: 'cognitive-account',
      kind: 'endpoint',
      resource: account,
      grade: 'deployed',
      supplier: ownerOf(place, ACCOUNT, kind),
      product: kind,
      operation: 'CognitiveServices:Accounts_List',
      identifiers: ownHosts(account),
      attributes: {
        accountKind: kind,
        sku: text(account.json, 'sku', 'name'),
        status: text(account.json, 'properties', 'provisioningState'),
        publicNetworkAccess: access,
        keysDisabled: flag(account.json, 'properties', 'disableLocalAuth'),
        managesProjects: flag(account.json, 'properties', 'allowProjectManagement'),
        networkDefault: text(account.json, 'properties', 'networkAcls', 'defaultAction'),
        ownEncryptionKey: at(account.json, 'properties', 'encryption', 'keyVaultProperties')
          ? true
          : undefined,
      },
    })
  },
})

export const deletedAccounts = target({
  id: 'cognitive-deleted-account',
  service,
  title: 'AI services accounts that were deleted and can be brought back',
  kinds: ['service'],
  operations: ['CognitiveServices:DeletedAccounts_List'],
  list: (arm) => arm.list('CognitiveServices:DeletedAccounts_List'),
  *toFindings(account, place) {
    const kind = kindOf(account)
    // Not the account itself, so not by its identifier: it would keep alive what is gone.
    yield thing(place, {
      type: 'cognitive-deleted-account',
      kind: 'service',
      id: account.id,
      name: account.name,
      parent: account,
      grade: 'available',
      supplier: ownerOf(place, ACCOUNT, kind),
      product: kind,
      operation: 'CognitiveServices:DeletedAccounts_List',
      attributes: {
        accountKind: kind,
        sku: text(account.json, 'sku', 'name'),
        deletedAt: text(account.json, 'properties', 'deletionDate'),
        purgedAt: text(account.json, 'properties', 'scheduledPurgeDate'),
      },
    })
  },
})

export const deployments = target({
  id: 'cognitive-deployment',
  service,
  title: 'Model deployments of Azure OpenAI and AI Foundry',
  kinds: ['endpoint'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:Deployments_List'],
  list: (arm) =>
    arm.below('CognitiveServices:Deployments_List', arm.parents('CognitiveServices:Accounts_List')),
  *toFindings(deployment, place) {
    const { parent, json } = deployment
    const model = text(json, 'properties', 'model', 'name')
    const format = text(json, 'properties', 'model', 'format')
    const publisher =
      publisherOf(place, text(json, 'properties', 'model', 'publisher'), undefined) ??
      publisherOf(place, format, model)
    yield thing(place, {
      type: 'cognitive-deployment',
      kind: 'endpoint',
      resource: deployment,
      parent,
      grade: 'deployed',
      supplier: ownerOf(place, ACCOUNT, kindOf(parent)),
      product: 'Model deployment',
      ...(model ? { model: { id: model, publisher } } : {}),
      operation: 'CognitiveServices:Deployments_List',
      identifiers: deploymentNames(parent, deployment.name),
      relations: [
        toArm('depends-on', parent.id),
        // A fine-tuned model names the account or project that it was made in.
        toArm('serves', text(json, 'properties', 'model', 'source')),
        toArm('depends-on', guardrailOf(parent, text(json, 'properties', 'raiPolicyName'))),
      ],
      attributes: {
        account: parent.name,
        modelFormat: format,
        baseModel: baseOf(model),
        modelVersion: text(json, 'properties', 'model', 'version'),
        modelPublisher: publisher ?? text(json, 'properties', 'model', 'publisher'),
        sku: text(json, 'sku', 'name') ?? text(json, 'properties', 'scaleSettings', 'scaleType'),
        capacity: number(json, 'sku', 'capacity') ?? number(json, 'properties', 'scaleSettings', 'capacity'),
        status: text(json, 'properties', 'provisioningState'),
        upgrades: text(json, 'properties', 'versionUpgradeOption'),
        contentFilter: text(json, 'properties', 'raiPolicyName'),
        processing: processingOf(text(json, 'sku', 'name')),
      },
    })
  },
})

/** A fine-tuned model is called after its base: `gpt-4o-mini-2024-07-18.ft-0a1b2c`. */
const baseOf = (model: string | undefined): string | undefined => /^(.+)\.ft-[^.]+$/.exec(model ?? '')?.[1]

/** How code names it: the account's host and the deployment. */
export const deploymentNames = (account: Resource, deployment: string): Identifier[] =>
  ownHosts(account).map(({ value }) => ({
    type: 'azure-deployment',
    value: `${value}/${deployment}`.toLowerCase(),
  }))

/** Built-in policies (`Microsoft.DefaultV2`) are below the account like one's own. */
const guardrailOf = (account: Resource, policy: string | undefined): string | undefined =>
  policy && !/^Microsoft\./i.test(policy) ? `${account.id}/raiPolicies/${policy}` : undefined

/** Where prompts may be processed, which the name of the SKU says. */
function processingOf(sku: string | undefined): string | undefined {
  if (!sku) return undefined
  if (/^global/i.test(sku)) return 'any region'
  if (/^datazone/i.test(sku)) return 'data zone'
  return /^(standard|provisionedmanaged)$/i.test(sku) ? 'own region' : undefined
}

export const commitmentPlans = target({
  id: 'cognitive-commitment-plan',
  service,
  title: 'Commitment plans: AI services that are paid for ahead',
  kinds: ['service'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:CommitmentPlans_List'],
  list: (arm) =>
    arm.below('CognitiveServices:CommitmentPlans_List', arm.parents('CognitiveServices:Accounts_List')),
  *toFindings(plan, place) {
    yield thing(place, {
      type: 'cognitive-commitment-plan',
      kind: 'service',
      resource: plan,
      parent: plan.parent,
      grade: 'configured',
      supplier: ownerOf(place, ACCOUNT, kindOf(plan.parent)),
      product: 'Commitment plan',
      operation: 'CognitiveServices:CommitmentPlans_List',
      relations: [toArm('depends-on', plan.parent.id)],
      attributes: {
        planType: text(plan.json, 'properties', 'planType'),
        hosting: text(plan.json, 'properties', 'hostingModel'),
        renews: flag(plan.json, 'properties', 'autoRenew'),
        tier: text(plan.json, 'properties', 'current', 'tier'),
      },
    })
  },
})
