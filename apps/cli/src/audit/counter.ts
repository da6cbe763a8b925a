const LIVE_MS = 200
const QUIET_MS = 5000

/** Says on standard error how far a long reading is: one line drawn again on a terminal, one now and then elsewhere. */
export function createCounter(what: string, total: number | null, quiet: boolean) {
  const stream = process.stderr
  const live = stream.isTTY === true && process.env.TERM !== 'dumb'
  let count = 0
  let said = Date.now()
  const line = () =>
    `${count.toLocaleString('en')}${total === null ? '' : ` of ${total.toLocaleString('en')}`} ${what}`
  return {
    step(): void {
      count += 1
      // Looking at the clock for each row would cost more than the row.
      if (quiet || count % 500 !== 0 || Date.now() - said < (live ? LIVE_MS : QUIET_MS)) return
      said = Date.now()
      stream.write(live ? `\r\x1b[2K${line()}` : `${line()}\n`)
    },
    end(): void {
      if (live && !quiet) stream.write('\r\x1b[2K')
    },
  }
}
