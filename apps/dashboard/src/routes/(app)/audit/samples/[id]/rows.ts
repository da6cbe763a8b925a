import type { Sample } from '#lib/types.ts'
import type { Word } from '#lib/words.ts'

type Row = Sample['rows'][number]

/** The next row without a conclusion after this one, round the end; undefined where every row has one. */
export function nextOpen(rows: readonly Row[], after: number): number | undefined {
  const open = rows.filter(({ conclusions }) => conclusions.length === 0).map(({ ordinal }) => ordinal)
  return open.find((ordinal) => ordinal > after) ?? open[0]
}

/** The last conclusion counts. */
export function conclusionOf({ conclusions }: Row): Word {
  const last = conclusions.at(-1)
  if (!last) return { label: 'Open', tone: 'notice', help: 'Not concluded yet' }
  return last.result === 'ok'
    ? { label: 'As it should be', tone: 'ok', help: last.note }
    : { label: 'Error', tone: 'danger', help: last.note }
}
