/** The settings that are numbers: how each is called, what follows from it, and how it is written. */
import type { SettingName } from './settings-form.svelte.ts'
export type LimitName = Exclude<SettingName, 'requiredFields' | 'riskLevels'>

interface Limit {
  label: string
  /** What it affects. */
  help: string
  unit: 'day' | '%' | 'findings'
  least: number
  most: number
  /** As people write it, and back. */
  show: (value: number) => number
  read: (shown: number) => number
}

const as = (value: number): number => value
const inDays = { unit: 'day', least: 1, most: 3650, show: as, read: as } as const

export const limits = {
  staleDays: {
    label: 'A look is stale after',
    help: 'A place without a complete look for so long is a coverage gap: what is said of it may be past.',
    ...inDays,
  },
  usageDays: {
    label: 'Use counts for',
    help: 'The last metric, bill or audit event makes a system “used” for so long, and only “deployed” after it.',
    ...inDays,
  },
  retirementNoticeDays: {
    label: 'Retirement notice',
    help: 'Systems on a model whose end is nearer than this get the flag “model retiring”.',
    ...inDays,
  },
  brakeShare: {
    label: 'Brake: share',
    help: 'When more than this share of a place’s findings vanish in one look, the look is held until a person confirms it …',
    unit: '%',
    least: 1,
    most: 100,
    show: (share) => Math.round(share * 100),
    read: (percent) => percent / 100,
  },
  brakeLeast: {
    label: 'Brake: at least',
    help: '… and at least so many vanish, so that a small place may change freely.',
    unit: 'findings',
    least: 1,
    most: 1_000_000,
    show: as,
    read: as,
  },
} satisfies Record<LimitName, Limit>

export const limitNames = Object.keys(limits) as LimitName[] // `satisfies` above makes this exact
