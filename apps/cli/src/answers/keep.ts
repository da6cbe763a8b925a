import { randomBytes } from 'node:crypto'
import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { placesBehind } from '@ai-census/repositories'
import type { ScanReport, UnknownReason } from '@ai-census/schema'
import { isBuilt } from '../build.ts'
import type { ScanOptions } from '../commands/scan-options.ts'
import { render } from '../output/index.ts'
import { isColored, type Output } from '../output/outputs.ts'
import type { ScanView } from '../output/view.ts'
import { fromCaller, stateFolder } from '../state.ts'
import { type AnswerOutput, TIME_LENGTH, writeAnswer } from './answer.ts'
import { diskState, latestChange } from './disk-state.ts'
import { answerFile, answersFolder, requestOf } from './request.ts'

/** What a scan is about to end with. */
export interface Ending {
  readonly paths: readonly string[]
  readonly options: ScanOptions
  readonly outputs: readonly Output[]
  readonly view: ScanView
  readonly said: readonly string[]
  readonly code: number
}

/**
 * Keeps what a scan printed for whoever asks the same again while nothing has changed. Only where everything that it rests
 * on lies in working trees on this machine, and has lain there unchanged since before the scan began.
 */
export async function keepAnswer(ending: Ending, signal: AbortSignal): Promise<void> {
  if (!isBuilt() || !mayBeKept(ending)) return
  try {
    await keep(ending, signal)
  } catch {
    // Files that went meanwhile, a git that fails, a disk that is full: then the next scan asks anew.
  }
}

async function keep(ending: Ending, signal: AbortSignal): Promise<void> {
  const { paths, options, said, code } = ending
  const folders = paths.map((path) => [fromCaller(path), realpathSync.native(fromCaller(path))] as const)
  const places = await placesOf(folders, options, signal)
  if (places === null) return
  const state = diskState(places)
  if (latestChange(state) > startedAt() - TICK_MS) return
  const request = requestOf(process.argv)
  const outputs = await Promise.all(ending.outputs.map((output) => withRoom(output, ending.view)))
  writeAnswer(answerFile(request), {
    request,
    places,
    state,
    folders,
    outputs,
    said: said.map((line) => `${line}\n`).join(''),
    code,
  })
  forgetOldest()
}

/** What changed a moment ago could change again within the same tick of a clock. */
const TICK_MS = 2000

/** When this process began, and with it whatever it read. */
const startedAt = () => performance.timeOrigin

/** Places that could not be read can become readable without that anything is written. */
const passing: ReadonlySet<UnknownReason> = new Set([
  'permission',
  'unavailable',
  'missing-object',
  'too-slow',
])

function mayBeKept({ options, view }: Ending): boolean {
  const { scanner, set, cache, gitignore, collector, writeBaseline, explain, ref } = options
  const isPlain = scanner === 'code' && set.length === 0 && cache && gitignore
  if (!isPlain || [collector, writeBaseline, explain, ref].some((option) => option !== undefined))
    return false
  // The question is kept as it was asked.
  if (process.argv.some((part) => part.startsWith('--token'))) return false
  // Other settings of this scanner can choose what is read, and from where.
  if (Object.keys(process.env).some((name) => name.startsWith('AI_CENSUS_CODE_'))) return false
  return view.reports.every((report) => isLasting(report) && isOfToday(report))
}

const isLasting = ({ coverage, unknowns }: ScanReport): boolean =>
  ['complete', 'partial'].includes(coverage.status) && !unknowns.some(({ reason }) => passing.has(reason))

const today = () => new Date().toISOString().slice(0, 10)
const isOfToday = (report: ScanReport) => report.startedAt.startsWith(today())

async function placesOf(
  folders: readonly (readonly [string, string])[],
  { baseline }: ScanOptions,
  signal: AbortSignal,
): Promise<string[] | null> {
  const found = await Promise.all(folders.map(([, real]) => placesBehind(real, signal)))
  if (found.includes(null)) return null
  const own = [join(stateFolder(), 'fingerprint.key'), ...(baseline ? [fromCaller(baseline)] : [])]
  return [...new Set([...found.flatMap((places) => places ?? []), ...own])]
}

/** The output once more, with a mark of this day that is in no text where it says when the look was. */
async function withRoom({ format, file }: Output, view: ScanView): Promise<AnswerOutput> {
  const mark = `${today()}T${randomBytes(TIME_LENGTH).toString('hex')}`.slice(0, TIME_LENGTH)
  const reports = view.reports.map((report) => ({ ...report, startedAt: mark, finishedAt: mark }))
  const text = await render(format, { ...view, reports }, { color: isColored(file) })
  const bytes = Buffer.from(text)
  const times: number[] = []
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + TIME_LENGTH)) times.push(at)
  return { file: file === null ? null : fromCaller(file), bytes, times }
}

/** Answers to this many questions; each is about as large as what was printed. */
const MOST_ANSWERS = 20

function forgetOldest(): void {
  const files = readdirSync(answersFolder()).map((name) => join(answersFolder(), name))
  const byAge = files.map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
  byAge.sort((a, b) => b.at - a.at)
  for (const { file } of byAge.slice(MOST_ANSWERS)) rmSync(file, { force: true })
}
