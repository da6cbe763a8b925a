import type { Tally } from '@ai-census/cloud-kit'
import { day, names } from '@ai-census/cloud-kit'
import { type Thing, thing } from '../finding.ts'
import type { Operation } from '../permissions.ts'
import type { Place } from '../place.ts'

/** What a job leaves to know: when it ran, how it ended, what it read. Jobs never go missing; they fade. */
export interface Job {
  readonly name?: string | undefined
  readonly created?: Date | undefined
  readonly status?: string | undefined
  /** Images, algorithms or base models that ran. */
  readonly ran?: readonly (string | undefined)[] | undefined
  /** S3 addresses and ARNs of data that went in. */
  readonly read?: readonly (string | undefined)[] | undefined
  /** Models and artefacts that came out. */
  readonly made?: readonly (string | undefined)[] | undefined
}

interface JobTallyOptions {
  readonly type: string
  readonly title: string
  readonly supplier: string
  readonly product: string
  readonly operation: Operation
}

const MOST_NAMES = 200

/** All jobs of one kind in one account and region as one sign of use, however many they were. */
export function jobTally(place: Place, options: JobTallyOptions): Tally<Job | null> {
  let jobs = 0
  let last = 0
  let first = Number.POSITIVE_INFINITY
  const statuses = new Map<string, number>()
  const sets = { ran: new Set<string>(), read: new Set<string>(), made: new Set<string>() }
  return {
    add(job) {
      const at = job?.created?.getTime()
      if (!job || at === undefined || at < place.since.getTime()) return
      jobs++
      last = Math.max(last, at)
      first = Math.min(first, at)
      const status = job.status ?? 'unknown'
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      for (const what of ['ran', 'read', 'made'] as const)
        for (const one of job[what] ?? []) if (one && sets[what].size < MOST_NAMES) sets[what].add(one)
    },
    *findings() {
      if (jobs === 0) return
      const it: Thing = {
        type: options.type,
        kind: 'usage',
        id: options.type,
        name: options.title,
        grade: 'used',
        supplier: options.supplier,
        product: options.product,
        operation: options.operation,
        attributes: {
          jobs,
          usageSince: day(place.since),
          firstUsedOn: day(new Date(first)),
          lastUsedOn: day(new Date(last)),
          statuses: [...statuses].map(([status, count]) => `${status}: ${count}`).sort(),
          ran: names([...sets.ran]),
          read: names([...sets.read]),
          made: names([...sets.made]),
        },
      }
      yield thing(place, it)
    },
  }
}
