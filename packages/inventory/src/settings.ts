import type { SystemField } from '@ai-census/schema'

/** What an organisation may set. Everything else is the same for all. */
export interface Settings {
  /** What a registered system must answer to be complete. */
  readonly requiredFields: readonly SystemField[]
  /** The internal risk scale, lowest first. */
  readonly riskLevels: readonly string[]
  /** A look is held when more than this share of a scope's live findings vanish in it … */
  readonly brakeShare: number
  /** … and at least this many. */
  readonly brakeLeast: number
  /** An identifier with more partners than this is a tag: it joins nothing. */
  readonly joinLimit: number
  /** An identifier that more findings of things than this carry does not tell which one is meant: it relates none. */
  readonly relationLimit: number
  /** For how many days the last sign of use counts. */
  readonly usageDays: number
  /** After how many days without a complete look a scope's coverage is a gap. */
  readonly staleDays: number
  /** How many days before a model's end people are told. */
  readonly retirementNoticeDays: number
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
  usageDays: 90,
  staleDays: 30,
  retirementNoticeDays: 180,
}
