import { csvRecords } from './csv-records.ts'
import { UnreadableFile } from './table.ts'

const CANDIDATES = [',', ';', '\t', '|'] as const
const NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}
const SAMPLE_ROWS = 50
const SAMPLE_CHARACTERS = 200_000

export const nameOf = (delimiter: string): string => NAMES[delimiter] ?? `“${delimiter}”`

/** The separator that makes the most columns in the most rows alike. Not sure where it makes just one column. */
export function guessDelimiter(text: string): { delimiter: string; isSure: boolean } {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  const isSure = best.score > 0 && scored.every((one) => one === best || one.score < best.score * 0.7)
  return { delimiter: best.delimiter, isSure: isSure || (best.score === 0 && best.delimiter === ',') }
}

function scoreOf(text: string, delimiter: string): number {
  const counts = new Map<number, number>()
  let rows = 0
  for (const cells of sampleRows(text, delimiter)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    rows += 1
  }
  const [columns, times] = [...counts].reduce(
    (a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a),
    [1, 0],
  )
  return rows === 0 || columns < 2 ? 0 : (times / rows) * Math.log2(columns + 1)
}

/** The sample may end inside a quoted text, which is no fault of the file. */
function sampleRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  try {
    for (const { cells } of csvRecords(text, delimiter)) {
      rows.push(cells)
      if (rows.length >= SAMPLE_ROWS) break
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
  return rows
}
