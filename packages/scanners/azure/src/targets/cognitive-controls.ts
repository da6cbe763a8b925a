import { names } from '@ai-census/cloud-kit'
import type { Child } from '../arm.ts'
import { thing, toArm } from '../finding.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import { flag, list, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT, kindOf } from './cognitive-accounts.ts'

const service = 'microsoft.cognitiveservices'

interface Control {
  readonly type: string
  readonly product: string
  readonly operation: Operation
  readonly attributes: Readonly<Record<string, string | boolean | string[] | number | undefined>>
}

const control = (place: Place, child: Child, { type, product, operation, attributes }: Control) =>
  thing(place, {
    type,
    kind: 'guardrail',
    resource: child,
    parent: child.parent,
    grade: 'configured',
    supplier: ownerOf(place, ACCOUNT, kindOf(child.parent)),
    product,
    operation,
    relations: [toArm('depends-on', child.parent.id)],
    attributes: { account: child.parent.name, ...attributes },
  })

export const contentFilters = target({
  id: 'content-filter',
  service,
  title: 'Content filters (RAI policies) that people made',
  kinds: ['guardrail'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:RaiPolicies_List'],
  list: (arm) =>
    arm.below('CognitiveServices:RaiPolicies_List', arm.parents('CognitiveServices:Accounts_List')),
  *toFindings(policy, place) {
    // Every account has Microsoft's own.
    if (/^systemmanaged$/i.test(text(policy.json, 'properties', 'type') ?? '')) return
    const filters = list(policy.json, 'properties', 'contentFilters')
    const off = filters.filter((one) => flag(one, 'enabled') === false || flag(one, 'blocking') === false)
    yield control(place, policy, {
      type: 'content-filter',
      product: 'Content filter',
      operation: 'CognitiveServices:RaiPolicies_List',
      attributes: {
        basePolicy: text(policy.json, 'properties', 'basePolicyName'),
        mode: text(policy.json, 'properties', 'mode'),
        filters: names(filters.map((one) => text(one, 'name'))),
        notBlocking: names(off.map((one) => text(one, 'name'))),
      },
    })
  },
})

export const blocklists = target({
  id: 'content-blocklist',
  service,
  title: 'Blocklists of content filters',
  kinds: ['guardrail'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:RaiBlocklists_List'],
  list: (arm) =>
    arm.below('CognitiveServices:RaiBlocklists_List', arm.parents('CognitiveServices:Accounts_List')),
  *toFindings(blocklist, place) {
    yield control(place, blocklist, {
      type: 'content-blocklist',
      product: 'Blocklist',
      operation: 'CognitiveServices:RaiBlocklists_List',
      attributes: { description: text(blocklist.json, 'properties', 'description') },
    })
  },
})

export const defender = target({
  id: 'defender-for-ai',
  service,
  title: 'Defender for AI settings',
  kinds: ['guardrail'],
  operations: ['CognitiveServices:Accounts_List', 'CognitiveServices:DefenderForAISettings_List'],
  list: (arm) =>
    arm.below('CognitiveServices:DefenderForAISettings_List', arm.parents('CognitiveServices:Accounts_List')),
  *toFindings(setting, place) {
    yield control(place, setting, {
      type: 'defender-for-ai',
      product: 'Defender for AI',
      operation: 'CognitiveServices:DefenderForAISettings_List',
      attributes: { state: text(setting.json, 'properties', 'state') },
    })
  },
})

export const requestLogs = target({
  id: 'ai-diagnostic-setting',
  service,
  title: 'Diagnostic settings: where requests to AI accounts are logged',
  kinds: ['guardrail'],
  operations: ['CognitiveServices:Accounts_List', 'Monitor:DiagnosticSettings_List'],
  list: (arm) => arm.below('Monitor:DiagnosticSettings_List', arm.parents('CognitiveServices:Accounts_List')),
  *toFindings(setting, place) {
    const on = list(setting.json, 'properties', 'logs').filter((one) => flag(one, 'enabled'))
    yield control(place, setting, {
      type: 'ai-diagnostic-setting',
      product: 'Diagnostic setting',
      operation: 'Monitor:DiagnosticSettings_List',
      attributes: {
        logs: names(on.map((one) => text(one, 'category') ?? text(one, 'categoryGroup'))),
        toWorkspace: text(setting.json, 'properties', 'workspaceId')?.toLowerCase(),
        toStorage: text(setting.json, 'properties', 'storageAccountId')?.toLowerCase(),
      },
    })
  },
})
