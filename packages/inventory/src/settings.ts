import type { Decision, OrganisationSettings, StandingRule } from '@ai-census/schema'
import { dismissRulesOf } from './dismiss-rules.ts'
import { inForce } from './replay.ts'

/** What an organisation may set, and the limits that are the same for all. */
export interface Settings extends Readonly<OrganisationSettings> {
  /** An identifier with more partners than this is a tag: it joins nothing. */
  readonly joinLimit: number
  /** An identifier that more findings of things than this carries does not tell which one is meant: it relates none. */
  readonly relationLimit: number
  /** What people decided to dismiss for good: see `matchesRule`. */
  readonly dismissRules: readonly StandingRule[]
}

export const defaultSettings: Settings = {
  requiredFields: [
    'name',
    'businessOwner',
    'technicalOwner',
    'purpose',
    'userImpact',
    'data',
    'riskLevel',
    'monitoringMethod',
    'scope',
    'valueChainRole',
    'lifecycle',
  ],
  riskLevels: ['low', 'medium', 'high'],
  brakeShare: 0.3,
  brakeLeast: 10,
  joinLimit: 50,
  relationLimit: 10,
  dismissRules: [],
  usageDays: 90,
  staleDays: 30,
  retirementNoticeDays: 180,
}

/** The decisions that settings follow from; only a revoke can take another one out of force. */
export const SETTING_TYPES = ['configure', 'set-rule', 'remove-rule', 'revoke'] as const

/**
 * The settings that the decisions among these left in force. Later ones outrank earlier ones, name by name; a revoked
 * one was never there. Decisions of other types than `SETTING_TYPES` may be left out.
 */
export function settingsOf(decisions: readonly Decision[], defaults: Settings): Settings {
  const patches = inForce(decisions).flatMap(({ body }) => (body.type === 'configure' ? [body.settings] : []))
  return Object.assign({}, defaults, ...patches, { dismissRules: dismissRulesOf(decisions) })
}

/** Which decision each setting stands by; what is not named stands as the program has it. */
export function settingsSetBy(
  decisions: readonly Decision[],
): Partial<Record<keyof OrganisationSettings, SettingSetBy>> {
  const patches = inForce(decisions).flatMap(({ sequence, author, at, body }) => {
    if (body.type !== 'configure') return []
    const by = { sequence, author, at, ...(body.reason ? { reason: body.reason } : {}) }
    return [Object.fromEntries(Object.keys(body.settings).map((name) => [name, by]))]
  })
  return Object.assign({}, ...patches)
}

export interface SettingSetBy {
  readonly sequence: number
  readonly author: string
  readonly at: string
  readonly reason?: string
}

/** The part of the settings that an organisation may set. */
export const organisationSettings = ({
  joinLimit: _join,
  relationLimit: _relation,
  dismissRules: _rules,
  ...settings
}: Settings): OrganisationSettings => ({
  ...settings,
  requiredFields: [...settings.requiredFields],
  riskLevels: [...settings.riskLevels],
})
