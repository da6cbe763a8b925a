import { canonicalKey, sight } from '@ai-census/inventory'
import {
  createReportDigest,
  type Finding,
  type IdentifierAlias,
  type ReportIdentity,
  type ScanReport,
  type Unknown,
} from '@ai-census/schema'
import { type Fault, HttpProblem, MOST_FAULTS } from '../http/problem.ts'
import { byCodePoint, type SeenRow, sortedRows } from './sorted-rows.ts'

/** A valid report, whole, of any size: only what is small is in memory. */
export interface ReceivedReport extends ReportIdentity {
  readonly startedAt: string
  readonly finishedAt: string
  readonly digest: string
  /** How many findings, and how many unknowns; of the unknowns the first are kept. */
  readonly saw: number
  readonly unknownCount: number
  readonly unknowns: readonly Unknown[]
  /** Canonical keys, sorted as `rows` are. */
  readonly deleted: readonly string[]
  readonly aliases?: IdentifierAlias[] | undefined
  rows(): AsyncGenerator<SeenRow[]>
  /** Gives its temporary file back. */
  close(): Promise<void>
}

/** So many places that could not be read are kept by name; all are counted. */
const MOST_UNKNOWNS = 10_000
/** As many as the schema allows in a report that is read whole. */
const MOST_DELETED = 100_000

/** How a report's places are called: `findings[3]`, or `line 17`. */
export type Places = (list: 'findings' | 'deleted', place: number) => string

export const indexPlaces: Places = (list, place) => `${list}[${place}]`
export const linePlaces: Places = (_, place) => `line ${place}`
/** The place of a field within the finding at a place. */
export const fieldAt = (place: string, field: string): string =>
  place.startsWith('line ') ? `${place}: ${field}` : `${place}.${field}`

/** Takes a report's parts one by one. Whoever makes it closes it, or the report that it became. */
export function createReceiver(places: Places) {
  const sum = createReportDigest()
  const rows = sortedRows()
  const unknowns: Unknown[] = []
  const deleted = new Map<string, number>()
  let saw = 0
  let unknownCount = 0

  return {
    /** A promise when the caller must wait for the disk. */
    finding(raw: Finding, place: number): Promise<void> | undefined {
      saw += 1
      const { finding, sighting, digest } = sight(raw)
      sum.addFinding(digest)
      return rows.add({ ...sighting, place, content: JSON.stringify(finding) })
    },
    unknown(unknown: Unknown): void {
      unknownCount += 1
      sum.addUnknown(unknown)
      if (unknowns.length < MOST_UNKNOWNS) unknowns.push(unknown)
    },
    deleted(raw: string, place: number): void {
      sum.addDeleted(raw)
      const key = canonicalKey(raw)
      if (!deleted.has(key)) deleted.set(key, place)
      if (deleted.size > MOST_DELETED)
        throw refusal([
          { place: places('deleted', place), message: `more than ${MOST_DELETED} deleted keys` },
        ])
    },
    counts: () => ({ findings: saw, unknowns: unknownCount }),
    /** Throws an HttpProblem where a key stands twice. */
    async finish(head: Omit<ScanReport, 'findings' | 'unknowns' | 'deleted'>): Promise<ReceivedReport> {
      await refuseTwins(rows.read(), deleted, places)
      return {
        ...head,
        digest: sum.of(head),
        saw,
        unknownCount,
        unknowns,
        deleted: [...deleted.keys()].sort(byCodePoint),
        rows: () => rows.read(),
        close: () => rows.close(),
      }
    },
    close: () => rows.close(),
  }
}

/** Two findings with one key are never collapsed, and nothing can be there and be deleted. */
async function refuseTwins(
  batches: AsyncIterable<SeenRow[]>,
  deleted: ReadonlyMap<string, number>,
  places: Places,
): Promise<void> {
  const faults: Fault[] = []
  let first: SeenRow | null = null
  for await (const batch of batches) {
    for (const row of batch) {
      if (faults.length === MOST_FAULTS) break
      if (first?.key === row.key) faults.push(twin(first, row, places))
      else first = row
      const at = deleted.get(row.key)
      if (at !== undefined)
        faults.push({
          place: places('deleted', at),
          message: `the key ${row.key} is also among the findings, at ${places('findings', row.place)}`,
        })
    }
  }
  if (faults.length > 0) throw refusal(faults)
}

const twin = (first: SeenRow, row: SeenRow, places: Places): Fault => ({
  place: fieldAt(places('findings', row.place), 'key'),
  message: `the key ${row.key} stands twice in this report, first at ${places('findings', first.place)}`,
})

/** The whole report is refused, with the place of each fault. */
export function refusal(faults: Fault[]): HttpProblem {
  const [first] = faults
  return new HttpProblem(422, first ? `${first.place}: ${first.message}` : 'Not valid.', faults)
}

/** A report that came whole. */
export async function receiveReport(report: ScanReport): Promise<ReceivedReport> {
  const receiver = createReceiver(indexPlaces)
  try {
    for (const [i, finding] of report.findings.entries()) {
      const disk = receiver.finding(finding, i)
      if (disk) await disk
    }
    for (const unknown of report.unknowns) receiver.unknown(unknown)
    for (const [i, key] of (report.deleted ?? []).entries()) receiver.deleted(key, i)
    const { findings: _findings, unknowns: _unknowns, deleted: _deleted, ...head } = report
    return await receiver.finish(head)
  } catch (error) {
    await receiver.close()
    throw error
  }
}
