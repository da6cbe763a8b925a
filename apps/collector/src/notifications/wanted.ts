import type { WantedNews } from '@ai-census/db'
import type { News } from '@ai-census/schema'
import { covers } from '../http/auth.ts'

export interface Scale {
  /** The organisation's risk levels, lowest first. */
  riskLevels: readonly string[]
  /** Today (UTC). */
  today: string
}

/** Whether a destination asked for this. What a narrowing cannot tell of a kind of news, it does not narrow. */
export function isWanted(news: News, wanted: WantedNews, scale: Scale): boolean {
  return (
    wanted.kinds.includes(news.kind) &&
    isWantedFlag(news, wanted) &&
    isNear(news, wanted, scale) &&
    isOfSuppliers(news, wanted) &&
    isFromSources(news, wanted) &&
    isRisky(news, wanted, scale)
  )
}

const isWantedFlag = ({ kind, flag }: News, { flags }: WantedNews): boolean =>
  kind !== 'flag-raised' || flags.some((one) => one === flag)

const isNear = ({ on }: News, { daysAhead }: WantedNews, { today }: Scale): boolean =>
  on === undefined || on <= addDays(today, daysAhead)

const DAY_MS = 24 * 60 * 60_000
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

const haveSuppliers: ReadonlySet<News['subject']['type']> = new Set(['system', 'supplier', 'model'])
const isOfSuppliers = ({ subject, suppliers }: News, wanted: WantedNews): boolean =>
  wanted.suppliers.length === 0 ||
  !haveSuppliers.has(subject.type) ||
  suppliers.some((supplier) => wanted.suppliers.includes(supplier))

const haveSources: ReadonlySet<News['subject']['type']> = new Set(['system', 'scope', 'source', 'scan'])
const isFromSources = ({ subject, sources }: News, wanted: WantedNews): boolean =>
  wanted.sources.length === 0 ||
  !haveSources.has(subject.type) ||
  sources.some((source) => covers(wanted.sources, source))

/** A level that is not on the scale (any more) says as little as none. */
function isRisky({ riskLevel }: News, { minimumRisk }: WantedNews, { riskLevels }: Scale): boolean {
  const least = riskLevels.indexOf(minimumRisk ?? '')
  const level = riskLevels.indexOf(riskLevel ?? '')
  return least === -1 || level === -1 || level >= least
}
