/** The completeness estimate in plain words. Pure. */
import { count, plural } from '#lib/format.ts'
import type { Completeness } from '#lib/types.ts'

export const subjectWords = {
  systems: { one: 'AI system', many: 'AI systems' },
  components: { one: 'component', many: 'components' },
  suppliers: { one: 'supplier', many: 'suppliers' },
} as const satisfies Record<Completeness['of'], { one: string; many: string }>

export const kindWords = {
  place: { one: 'kind of place', many: 'kinds of place' },
  source: { one: 'source', many: 'sources' },
  scanner: { one: 'scanner', many: 'scanners' },
} as const satisfies Record<Completeness['by'], { one: string; many: string }>

/** `13 AI systems were found, of an estimated 29 (17 to 76).` */
export function estimateSentence({ of, observed, estimate, interval }: Completeness): string | undefined {
  if (estimate === null || interval === null) return undefined
  const found = plural(observed, subjectWords[of].one, subjectWords[of].many)
  return `${found} ${observed === 1 ? 'was' : 'were'} found, of an estimated ${whole(estimate)}. With 95 % confidence there are ${range(interval)}.`
}

const whole = (value: number): string => count(Math.round(value))

/** Never below what was seen: rounding outward keeps the promise of the interval. */
export const range = ({ low, high }: { low: number; high: number }): string => {
  const [from, to] = [Math.floor(low), Math.ceil(high)]
  return from === to ? `exactly ${count(to)}` : `between ${count(from)} and ${count(to)}`
}

export const percent = (share: number): string => {
  const rounded = Math.round(share * 100)
  // What is nearly everything is not everything.
  return `${rounded === 100 && share < 1 ? 99 : rounded} %`
}

/** `12 by one kind of place only, 1 by two`. */
export function overlapSentence({ foundByExactly, by }: Completeness): string {
  const said = foundByExactly
    .map((found, index) => ({ found, by: index + 1 }))
    .filter(({ found }) => found > 0)
    .map(({ found, by: places }) =>
      places === 1 ? `${count(found)} by one ${kindWords[by].one} only` : `${count(found)} by ${places}`,
    )
  return said.join(', ')
}
