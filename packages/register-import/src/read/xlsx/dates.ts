/** How workbooks keep dates: as numbers, and the style says that they are days. */

/** Built-in number formats that show a date or a time. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** A format of the workbook's own shows a date where letters for it are left once quoted texts are taken out. */
const showsDate = (code: string): boolean =>
  /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '')

export const isDateFormat = (id: number, codes: ReadonlyMap<number, string>): boolean => {
  const code = codes.get(id)
  return code === undefined ? isBuiltIn(id) : !/^general$/i.test(code.trim()) && showsDate(code)
}

const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const LAST_DAY = 2_958_465
/** Spreadsheets have a 29 February 1900, which never was: days before it count from one later. */
const FALSE_LEAP_DAY = 60

/** `2026-04-03`, with a time only where there is one; null where the number is no day. */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  if (!(serial >= 1) || serial > LAST_DAY) return null
  const shifted = !date1904 && serial < FALSE_LEAP_DAY ? serial + 1 : serial
  const ms = (date1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(shifted * DAY_MS)
  // Times are kept to the second, as they are shown.
  const text = new Date(Math.round(ms / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
