import type { Tally } from '@ai-census/cloud-kit'
import { iso, jobPeriod, names } from '@ai-census/cloud-kit'
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

interface Told {
  readonly statuses: Map<string, number>
  readonly ran: Set<string>
  readonly read: Set<string>
  readonly made: Set<string>
}
const nothingYet = (): Told => ({ statuses: new Map(), ran: new Set(), read: new Set(), made: new Set() })

/** All jobs of one kind in one account and region as one sign of use, however many they were. */
export function jobTally(place: Place, options: JobTallyOptions): Tally<Job | null> {
  const period = jobPeriod(place.since, nothingYet)
  return {
    add(job) {
      period.add(iso(job?.created), (told) => {
        const status = job?.status ?? 'unknown'
        told.statuses.set(status, (told.statuses.get(status) ?? 0) + 1)
        for (const what of ['ran', 'read', 'made'] as const)
          for (const one of job?.[what] ?? []) if (one && told[what].size < MOST_NAMES) told[what].add(one)
      })
    },
    *findings() {
      const said = period.said()
      if (!said) return
      const { told, attributes } = said
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
          ...attributes,
          statuses: [...told.statuses].map(([status, count]) => `${status}: ${count}`).sort(),
          ran: names([...told.ran]),
          read: names([...told.read]),
          made: names([...told.made]),
        },
      }
      yield thing(place, it)
    },
  }
}
