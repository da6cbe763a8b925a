import { z } from 'zod'
import { Finding } from './finding.ts'
import { ScanReport } from './scan-report.ts'
import { Unknown } from './unknown.ts'

// A ScanReport as lines of JSON (NDJSON), for reports of any size: the report itself without its lists first, then
// each finding, unknown and deleted key in any order, then the end with their numbers. Without its last line a
// report is cut off, and a report that is cut off must not pass for a look that saw less.

export const REPORT_LINES_MEDIA = 'application/x-ndjson'

export const ReportHead = ScanReport.omit({ findings: true, unknowns: true, deleted: true }).extend({
  type: z.literal('report'),
})
export type ReportHead = z.infer<typeof ReportHead>

export const FindingLine = Finding.extend({ type: z.literal('finding') })
export const UnknownLine = Unknown.extend({ type: z.literal('unknown') })
export const DeletedLine = z.object({ type: z.literal('deleted'), key: Finding.shape.key })
export const ReportEnd = z.object({
  type: z.literal('end'),
  findings: z.int().min(0),
  unknowns: z.int().min(0),
  deleted: z.int().min(0),
})

export const ReportLine = z.discriminatedUnion('type', [
  ReportHead,
  FindingLine,
  UnknownLine,
  DeletedLine,
  ReportEnd,
])
export type ReportLine = z.infer<typeof ReportLine>

/** The report as lines, without line ends. */
export function* reportLines(report: ScanReport): Generator<string> {
  const { findings, unknowns, deleted = [], ...head } = report
  const line = (value: ReportLine): string => JSON.stringify(value)
  yield line({ type: 'report', ...head })
  for (const finding of findings) yield line({ type: 'finding', ...finding })
  for (const unknown of unknowns) yield line({ type: 'unknown', ...unknown })
  for (const key of deleted) yield line({ type: 'deleted', key })
  yield line({
    type: 'end',
    findings: findings.length,
    unknowns: unknowns.length,
    deleted: deleted.length,
  })
}
