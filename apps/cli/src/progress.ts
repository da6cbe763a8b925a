import type { ScanEvent } from '@ai-census/scanner-kit'

const REDRAW_MS = 100
const SAY_MS = 5_000

/** Where it is not known of how many, and none is done yet, there is no number to tell. */
function partOf({ done, total }: { done: number; total: number | null }): string {
  if (total) return ` ${Math.floor((100 * done) / total)} %`
  return done > 0 ? ` ${done}` : ''
}

/** Shows on standard error how far a scan is: one line that is drawn again on a terminal, a line now and then elsewhere. */
export function createProgress(options: { quiet: boolean; stream?: NodeJS.WriteStream }) {
  const stream = options.stream ?? process.stderr
  const live = stream.isTTY === true && process.env.TERM !== 'dumb'
  const running = new Map<string, string>()
  let drawn = 0
  let scopes = 0
  let findings = 0

  // Of thousands of scopes the names alone do not tell whether it gets on.
  const count = () =>
    scopes > 0 ? [`${scopes} done, ${findings} ${findings === 1 ? 'finding' : 'findings'}`] : []
  const line = () =>
    [...count(), ...[...running.values()].slice(0, 3)].join(' · ') +
    (running.size > 3 ? ` · +${running.size - 3} more` : '')
  const draw = (force: boolean) => {
    const now = Date.now()
    if (options.quiet || (!force && now - drawn < (live ? REDRAW_MS : SAY_MS))) return
    drawn = now
    if (live) stream.write(`\r\x1b[2K${line().slice(0, (stream.columns ?? 80) - 1)}`)
    else if (line()) stream.write(`${line()}\n`)
  }

  return {
    onEvent(event: ScanEvent): void {
      if (event.type === 'progress') {
        running.set(event.scope, `${event.scope} ${event.what}${partOf(event)}`)
        draw(false)
      } else if (event.type === 'scope-started') {
        drawn ||= Date.now()
        running.set(event.scope.key, event.scope.title)
        draw(false)
      } else {
        running.delete(event.scope.key)
        scopes += 1
        findings += event.findings
        draw(false)
      }
    },
    end(): { scopes: number; findings: number } {
      if (live && !options.quiet) stream.write('\r\x1b[2K')
      return { scopes, findings }
    },
  }
}
