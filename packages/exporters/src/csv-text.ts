/** Lines of cells as RFC 4180 has them, UTF-8 with a mark for Excel. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  CSV_MARK + lines.map(csvLine).join('')

/** Tells Excel that what follows is UTF-8. */
export const CSV_MARK = '\uFEFF'

/** One line with its end, for files that are written while they are made. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** Spreadsheets run what begins like a formula; an apostrophe makes it text. */
const FORMULA = /^\s*[=+\-@|＝＋－＠]|^[\t\r]/

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
