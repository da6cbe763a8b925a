/**
 * A cloud that lags behind refuses an api-version that it does not know and says which ones it has: `The supported
 * api-versions are '2023-05-01, 2024-10-01'`.
 */
const SUPPORTED = /supported api-versions are '([^']*)'/i
const VERSION = /^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/

export const versionsIn = (message: string): string[] =>
  (SUPPORTED.exec(message)?.[1] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => VERSION.test(one))

/** The newest one that is none of a preview, else the newest; what is newer than what we speak may have other fields. */
export function otherVersion(message: string, asked: string): string | null {
  const known = versionsIn(message)
    .filter((one) => one !== asked)
    .sort()
  const older = known.filter((one) => one < asked)
  const choice = older.length > 0 ? older : known
  return choice.filter((one) => one.length === 10).at(-1) ?? choice.at(-1) ?? null
}
