/** From the list's address to what the collector is asked. Pure: the day is an argument. */
import type { Query } from '#lib/api.ts'

/** The names of filters as the contract has them, handed on as they are. */
const handedOn = [
  'search',
  'state',
  'flag',
  'risk',
  'supplier',
  'model',
  'userImpact',
  'owner',
  'businessOwner',
  'technicalOwner',
  'assignee',
  'source',
  'rule',
  'grade',
  'lifecycle',
  'context',
  'firstSeenAfter',
  'firstSeenBefore',
] as const

/** What the address says in words that stay true: days from today, and not a date. */
const relative = ['live', 'snoozed', 'new', 'review'] as const

export const filterNames = [...handedOn, ...relative] as const
export type FilterName = (typeof filterNames)[number]
export type Filter = Partial<Record<FilterName, string>>

export const sorts = [
  'attention',
  'name',
  '-name',
  'risk',
  '-risk',
  'lastSeenAt',
  '-lastSeenAt',
  'firstSeenAt',
  '-firstSeenAt',
] as const
export type Sort = (typeof sorts)[number]

export const sortOf = (asked: string | null): Sort => sorts.find((known) => known === asked) ?? 'attention'

const aDay = 24 * 3600 * 1000
const most = 3650
const days = (text: string | undefined): number | undefined => {
  const count = Number(text)
  return text !== undefined && Number.isInteger(count) && count >= 0 && count <= most ? count : undefined
}
const dayFrom = (now: number, count: number): string =>
  new Date(now + count * aDay).toISOString().slice(0, 10)
const yesNo = (text: string | undefined): 'true' | 'false' | undefined =>
  text === 'true' || text === 'false' ? text : undefined

/** `now` in ms since the epoch; the answer is the same all day, so that it can be a cache's key. */
export function systemQuery(filter: Filter, now: number): NonNullable<Query<'get', '/api/v1/systems'>> {
  const asked = Object.fromEntries(handedOn.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])))
  const [fresh, review] = [days(filter.new), days(filter.review)]
  const [live, snoozed] = [yesNo(filter.live), yesNo(filter.snoozed)]
  return {
    ...asked,
    ...(live && { live }),
    ...(snoozed && { snoozed }),
    ...(fresh === undefined ? {} : { firstSeenAfter: `${dayFrom(now, -fresh)}T00:00:00.000Z` }),
    ...(review === undefined ? {} : { reviewBefore: dayFrom(now, review + 1) }),
  }
}
