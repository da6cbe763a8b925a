/** Lines of cells as RFC 4180 has them, UTF-8 with a mark for Excel. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`

/** Spreadsheets run what begins like a formula; an apostrophe makes it text. */
const FORMULA = /^\s*[=+\-@|＝＋－＠]|^[\t\r]/

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
