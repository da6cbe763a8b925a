import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { ExitCode } from '../exit-codes.ts'
import { isGap, runScan } from '../run-scan.ts'
import { loadScanner, type ScannerName, scannerIds } from '../scanners.ts'
import { gatherConfig, settingsOf } from '../settings.ts'
import { fromCaller, localFingerprintKey, reasonOf, stateFolder } from '../state.ts'
import { checkPermissions, printPolicy } from './check-permissions.ts'

export interface Line {
  ok: boolean
  what: string
  detail: string
  /** Not known to be missing: it could not be asked. */
  isUnknown?: boolean
}

function say({ ok, what, detail, isUnknown }: Line): void {
  const mark = ok ? 'ok     ' : isUnknown ? 'UNKNOWN' : 'MISSING'
  process.stdout.write(`${mark}  ${what}${detail ? `: ${detail}` : ''}\n`)
}

/** Without a scanner: this machine. With one: its settings, and whether its place lets it look. */
export async function check(
  scanner: ScannerName | undefined,
  options: { set: string[]; data: string; printPolicy?: boolean },
): Promise<void> {
  if (options.printPolicy) return printPolicy(scanner, options.set)
  const lines =
    scanner && scanner !== 'code'
      ? await checkScanner(scanner, options.set)
      : await checkMachine(options.data)
  for (const line of lines) say(line)
  if (!scanner)
    process.stdout.write(`\nScanners: ${scannerIds.join(', ')}; \`ai-census check <scanner>\` checks one.\n`)
  if (lines.some((line) => !line.ok)) process.exitCode = ExitCode.incomplete
}

async function checkMachine(data: string): Promise<Line[]> {
  const folder = fromCaller(data)
  return [
    { ok: true, what: 'Node.js', detail: process.versions.node },
    await tried('git', 'reading git URLs, bare repositories and commits needs it; install git', async () =>
      (await promisify(execFile)('git', ['--version'])).stdout.trim(),
    ),
    await tried('state folder', 'name another one in AI_CENSUS_STATE', async () => stateFolder()),
    await tried('data folder', 'name another one with --data', async () => {
      accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
      return folder
    }),
  ]
}

async function tried(what: string, advice: string, attempt: () => Promise<string>): Promise<Line> {
  try {
    return { ok: true, what, detail: await attempt() }
  } catch (error) {
    return { ok: false, what, detail: `${reasonOf(error)} (${advice})` }
  }
}

/** A scan is the only honest check of what a place lets us see; nothing of it is kept. */
async function checkScanner(id: ScannerName, sets: string[]): Promise<Line[]> {
  const loaded = await loadScanner(id)
  if (loaded.check) return checkPermissions(loaded, gatherConfig(loaded, sets, {}))
  const declared = settingsOf(loaded)
  const given = gatherConfig(loaded, sets, {})
  const settings: Line[] = declared.map((setting) => ({
    ok: !setting.required || setting.name in given,
    what: `setting ${setting.name}`,
    detail: `${setting.description}${setting.env ? ` (environment: ${setting.env})` : ''}${setting.name in given ? ', set' : ''}`,
  }))
  if (settings.some((line) => !line.ok)) return settings
  // One of thousands of repositories tells as much of permissions as all of them.
  const few = declared.some(({ name }) => name === 'sample') ? { sample: 1, ...given } : given
  const reports = await runScan({
    scanner: id,
    config: () => few,
    source: `${id}:default`,
    fingerprintKey: localFingerprintKey(),
    quiet: false,
  })
  const scopes = reports.flatMap((report): Line[] => {
    const { scope, coverage, unknowns } = report
    return [
      {
        ok: !isGap(report) || coverage.reason === 'sample',
        what: scope.title,
        detail: [coverage.status, coverage.reason, coverage.detail].filter(Boolean).join(', '),
      },
      ...unknowns.map((u) => ({ ok: false, what: `  ${u.place}`, detail: `${u.reason}, ${u.detail}` })),
    ]
  })
  return [...settings, ...scopes]
}
