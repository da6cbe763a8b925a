import { ScopeFailure } from '@ai-census/scanner-kit'
import { UsageError } from '../exit-codes.ts'
import { type AnyScanner, loadScanner, type ScannerName } from '../scanners.ts'
import { gatherConfig } from '../settings.ts'
import type { Line } from './check.ts'
import { stopOnSignal } from './scan.ts'

/** The scanner's own policy, as it stands in its provider's form. */
export async function printPolicy(id: ScannerName | undefined, sets: string[]): Promise<void> {
  const scanner = id ? await loadScanner(id) : null
  if (!scanner?.policy)
    throw new UsageError(
      '--print-policy takes a scanner whose place has policies: `ai-census check aws --print-policy`',
    )
  process.stdout.write(`${scanner.policy(parseConfig(scanner, gatherConfig(scanner, sets, {})))}\n`)
}

/** One line a permission; at the end the lines of the policy that are missing. */
export async function checkPermissions(scanner: AnyScanner, given: Record<string, unknown>): Promise<Line[]> {
  const config = parseConfig(scanner, given)
  const remedies = new Set<string>()
  const lines: Line[] = []
  const { signal } = stopOnSignal()
  const shown = showTried()
  try {
    const asked = scanner.check?.({ config, signal, now: () => new Date(), progress: shown.progress })
    for await (const one of asked ?? []) {
      if (one.remedy) remedies.add(one.remedy)
      const isUnknown = one.status === 'unknown'
      const isSaid = one.status === 'works' || isUnknown
      const detail = isSaid ? one.detail : `${one.status}, ${one.detail}`
      lines.push({ ok: one.status !== 'missing' && !isUnknown, what: one.permission, detail, isUnknown })
    }
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    lines.push({ ok: false, what: failure.reason, detail: failure.message })
  } finally {
    shown.end()
  }
  if (remedies.size > 0)
    lines.push({ ok: false, what: 'to add to the policy', detail: [...remedies].sort().join(', ') })
  return lines
}

/** How far it is, on standard error, where somebody is looking. */
function showTried() {
  const { stderr } = process
  const live = stderr.isTTY === true && process.env.TERM !== 'dumb'
  const draw = (text: string) => live && stderr.write(`\r\x1b[2K${text}`)
  return {
    progress: (done: number, total: number) => draw(`${done} of ${total} kinds of resources tried`),
    end: () => draw(''),
  }
}

function parseConfig(scanner: AnyScanner, given: Record<string, unknown>): unknown {
  const parsed = scanner.config.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(
    `the settings of ${scanner.id} do not fit: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}
