/** How a scan stands and what it changed, in words. Pure: the clock is an argument. */
import { count, plural } from './format.ts'
import type { ScanRow } from './types.ts'
import type { Word } from './words.ts'

/** Scanners report each scope as they finish it; one that is silent for so long has ended without a word. */
const SILENCE_MS = 15 * 60_000

const running: Word = {
  label: 'Running',
  tone: 'notice',
  help: 'It reports place by place; the rest is still to come',
}
const broken: Word = {
  label: 'Never finished',
  tone: 'warn',
  help: 'It was started and has been silent since: ended by force, or cut off. What it reported counts; what it did not reach was not looked at',
}

type Row = Pick<ScanRow, 'finishedAt' | 'startedAt' | 'heardAt'>

export const isSilent = ({ finishedAt, startedAt, heardAt }: Row, now: number): boolean =>
  finishedAt === null && now - Math.max(Date.parse(startedAt), Date.parse(heardAt ?? startedAt)) > SILENCE_MS

/** The word for a scan that has not finished; null where its coverage says how it ended. */
export const unfinished = (scan: Row, now: number): Word | null =>
  scan.finishedAt !== null ? null : isSilent(scan, now) ? broken : running

/** `12 of about 40 scopes`: the scan of the same source before it says how many are to come. */
export function progressOf({ reports, expected }: Pick<ScanRow, 'reports' | 'expected'>): string {
  return expected === null || expected < reports
    ? `${plural(reports, 'place')} so far`
    : `${count(reports)} of about ${plural(expected, 'place')}`
}

export const changeWords = {
  added: { label: 'New', sign: '+', tone: 'notice', help: 'Seen for the first time in its place' },
  changed: { label: 'Changed', sign: '~', tone: 'notice', help: 'Seen before, and says something else now' },
  missing: {
    label: 'Missing',
    sign: '−',
    tone: 'warn',
    help: 'Not seen by a complete look for the first time',
  },
  gone: {
    label: 'Gone',
    sign: '×',
    tone: 'quiet',
    help: 'Not seen by a second complete look, or deleted at its source',
  },
  returned: { label: 'Returned', sign: '↺', tone: 'notice', help: 'Was missing or gone and is seen again' },
} as const satisfies Record<Exclude<keyof ScanRow['change'], 'held'>, Word & { sign: string }>

export type Change = keyof typeof changeWords
export const changes = Object.keys(changeWords) as Change[] // the table has no other keys
