import type { getTrend as endpoint, TrendDay } from '@ai-census/api'
import { stateDays } from '@ai-census/db'
import { asc, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'

const DAY_MS = 24 * 60 * 60_000
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Reconciling writes a day down when the states change; what came of no change is as on the day before. */
export async function getTrend(deps: Deps, count: number): Promise<z.input<typeof endpoint.response>> {
  const today = dayOf(deps.now().getTime())
  const first = dayOf(Date.parse(today) - (count - 1) * DAY_MS)
  const kept = await deps.database.orm
    .select()
    .from(stateDays)
    .where(
      sql`${stateDays.day} >= coalesce((select max(before.day) from ${stateDays} before where before.day <= ${first}), '')`,
    )
    .orderBy(asc(stateDays.day))
  return { days: withoutGaps(kept, first, today) }
}

/** `kept` in order; its first may lie before `first`. The clock may stand behind the newest: then that is the last. */
function withoutGaps(kept: readonly TrendDay[], first: string, today: string): TrendDay[] {
  const oldest = kept[0]
  const newest = kept.at(-1)
  if (!oldest || !newest) return []
  const byDay = new Map(kept.map((row) => [row.day, row]))
  const begin = oldest.day > first ? oldest.day : first
  const end = newest.day > today ? newest.day : today
  const days: TrendDay[] = []
  let known = oldest
  for (let at = Date.parse(begin); at <= Date.parse(end); at += DAY_MS) {
    const day = dayOf(at)
    known = byDay.get(day) ?? known
    days.push({ ...known, day })
  }
  return days
}
