import { day } from './attributes.ts'

interface Span<Told> {
  jobs: number
  first: string
  last: string
  readonly told: Told
}

/**
 * When jobs ran, how many, and what they tell. Those of the period that was asked for count. Where a list that knows no
 * period has older ones alone, these are told with their dates: what ran long ago is not what never ran.
 */
export function jobPeriod<Told>(since: Date, begin: () => Told) {
  const start = since.toISOString()
  const spans: { recent?: Span<Told>; older?: Span<Told> } = {}
  return {
    /** `at`: when it was made; of one without a date nothing is known. */
    add(at: string | undefined, tell: (told: Told) => void): void {
      if (!at) return
      const which = at < start ? 'older' : 'recent'
      const span = spans[which] ?? { jobs: 0, first: at, last: at, told: begin() }
      spans[which] = span
      span.jobs++
      if (at < span.first) span.first = at
      if (at > span.last) span.last = at
      tell(span.told)
    },
    /** Null where there were none. */
    said() {
      const span = spans.recent ?? spans.older
      if (!span) return null
      const attributes = {
        jobs: span.jobs,
        usageSince: spans.recent ? day(since) : span.first.slice(0, 10),
        firstUsedOn: span.first.slice(0, 10),
        lastUsedOn: span.last.slice(0, 10),
      }
      return { told: span.told, attributes }
    },
  }
}
