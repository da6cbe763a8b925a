import type { Completeness, getCompleteness as endpoint } from '@ai-census/api'
import { type SQL, sql } from '@ai-census/db/query'
import { type Capture, estimateCompleteness, foundBySource } from '@ai-census/inventory'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'

type Query = z.output<typeof endpoint.query>
type Answer = z.infer<typeof Completeness>

/** Capture and recapture over what the ledger's sources see now; an answer without an estimate says why. */
export async function completeness(deps: Deps, query: Query): Promise<Answer> {
  const without = new Set(query.without?.split(',').map((name) => name.trim()))
  const sources = (await readSources(deps, query.by)).filter((source) => !without.has(source))
  const captures = (await readCaptures(deps, query)).flatMap((capture) => {
    const kept = capture.sources.filter((source) => !without.has(source))
    return kept.length > 0 ? [{ ...capture, sources: kept }] : []
  })
  const known = {
    of: query.of,
    by: query.by,
    at: deps.now().toISOString(),
    sources: [...foundBySource(sources, captures)]
      .map(([name, found]) => ({ name, found }))
      .sort((a, b) => b.found - a.found || (a.name < b.name ? -1 : 1)),
    observed: captures.reduce((sum, { count }) => sum + count, 0),
  }
  const refusal = refusalOf(query, known.sources)
  if (refusal) return { ...known, ...nothing, refusal }
  const estimate = estimateCompleteness(sources, captures)
  return {
    ...known,
    ...estimate,
    refusal: estimate.estimate === null ? (estimate.warnings[0] ?? null) : null,
    method: estimate.estimate === null ? null : estimate.method,
    warnings: [
      ...(estimate.estimate === null ? [] : estimate.warnings),
      ...warningsOf(query, known.sources, known.observed),
    ],
    foundByExactly: [...estimate.foundByExactly],
    assumptions: [...estimate.assumptions],
  }
}

const nothing = {
  method: null,
  estimate: null,
  interval: null,
  completeness: null,
  foundByExactly: [],
  assumptions: [],
  warnings: [],
}

const words = { place: 'kind of place', source: 'source', scanner: 'scanner' } as const

function refusalOf({ of, by }: Query, sources: Answer['sources']): string | null {
  if (sources.length === 0) return 'Nothing has been looked at yet.'
  if (sources.length === 1)
    return `Only one ${words[by]} looked (${sources[0]?.name}): what a single one misses shows nowhere. Scan with another that finds independently, such as a supplier’s own account beside the code.`
  if (sources.filter(({ found }) => found > 0).length < 2)
    return `Only one ${words[by]} found any ${of}: there is nothing to compare it with.`
  return null
}

function warningsOf({ by }: Query, sources: Answer['sources'], observed: number): string[] {
  const warnings: string[] = []
  const whole = sources.find(({ found }) => found === observed)
  if (whole)
    warnings.push(
      `${whole.name} found all that the others found: they may be looking through the same window, and then the estimate is too low.`,
    )
  if (by === 'scanner')
    warnings.push(
      'Scanners that read the same repositories are not independent of one another; leave one out.',
    )
  return warnings
}

/** What tells sources apart: the kind of their scopes, the configured place, or the program that looked. */
const sourceColumns: Record<Query['by'], SQL> = {
  place: sql`split_part(s.scope_key, ':', 1)`,
  source: sql`s.source`,
  scanner: sql`s.scanner`,
}

/** Every one that looked, whether it found anything or not. */
async function readSources(deps: Deps, by: Query['by']): Promise<string[]> {
  const { rows } = await deps.database.orm.execute<{ source: string }>(
    sql`select distinct ${sourceColumns[by]} as source from scope s where s.status <> 'not-enabled' order by 1`,
  )
  return rows.map(({ source }) => source)
}

/** What is counted, for each finding that is seen now. */
const subjects: Record<Query['of'], SQL> = {
  systems: sql`c.system_id`,
  components: sql`c.id`,
  suppliers: sql`c.supplier`,
}

/** How many things were seen by exactly which sources: grouped where they are, so it is short for any estate. */
async function readCaptures(deps: Deps, { of, by }: Query): Promise<Capture[]> {
  const { rows } = await deps.database.orm.execute<{ sources: string[]; count: number }>(sql`
    select sources, count(*)::int as count from (
      select subject, array_agg(source order by source collate "C") as sources from (
        select distinct ${subjects[of]} as subject, ${sourceColumns[by]} as source
        from component c
        join component_finding cf on cf.component_id = c.id
        join finding f on f.scope_key = cf.scope and f.key = cf.key and f.to_position is null
          and f.presence in ('seen', 'returned')
        join scope s on s.scope_key = f.scope_key and s.scanner = f.scanner
        where ${subjects[of]} is not null
      ) seen group by subject
    ) captured group by sources order by sources`)
  return rows
}
