/**
 * What kind an error is and where it came from, for a note that leaves the scanner: `TypeError in Reader.member`,
 * `Error ERR_WORKER_OUT_OF_MEMORY`. Never its message, in which texts of a file may stand.
 */
export function errorKind(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown error'
  const code = 'code' in thrown && /^[A-Z][A-Z0-9_]{2,60}$/.test(String(thrown.code)) ? ` ${thrown.code}` : ''
  const frames = (thrown.stack ?? '').replace(thrown.message, '')
  const where = /^\s+at (?:new )?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)?) \(/m.exec(frames)?.[1]
  return `${thrown.constructor.name}${code}${where ? ` in ${where}` : ''}`
}
