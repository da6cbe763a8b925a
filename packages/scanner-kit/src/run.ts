import {
  type Coverage,
  type CoverageStatus,
  Finding,
  type FindingKind,
  ScanReport,
  Scope,
} from '@ai-census/schema'
import { z } from 'zod'
import { createContext, type RunSettings, type ScopeRecord, withoutCredentials } from './context.ts'
import { type ScanContext, type Scanner, ScopeFailure, UsageError } from './scanner.ts'

/** What happens during a run, for a progress display. Nothing here is stored. */
export type ScanEvent =
  | { type: 'scope-started'; scanner: string; scope: Scope }
  | {
      type: 'progress'
      scanner: string
      /** The scope's key; during discovery the key of the source. */
      scope: string
      done: number
      total: number | null
      what: string
    }
  | {
      type: 'scope-finished'
      scanner: string
      scope: Scope
      coverage: Coverage
      findings: number
      unknowns: number
    }

export interface RunOptions {
  /** Parsed with the scanner's own schema; what does not fit is a `UsageError`. */
  config: unknown
  signal?: AbortSignal
  now?: () => Date
  /** The deployment's secret for fingerprints of keys; at least 16 bytes. */
  fingerprintKey: string | Uint8Array
  /** Scopes looked at side by side. Default: as many as the scanner says, else 4. */
  concurrency?: number
  onEvent?: (event: ScanEvent) => void
  /** Names the configured place, for the report of a discovery that failed. Default: the scanner's id. */
  source?: string
}

/**
 * Runs a scanner over everything it discovers: one report per scope, in the order in which scopes finish.
 *
 * A scope whose scan throws still has its report, with the findings seen so far and `failed` (or the status of
 * the `ScopeFailure`). A discovery that throws, or says that it could not see something, has a report of its
 * own under the scope `source:<source>`. Rejects with `UsageError` for the person's mistakes, and with the
 * signal's reason on abort; scopes in hand are then dropped, since half a look is no look.
 */
export async function* runScanner<C>(
  scanner: Scanner<C>,
  options: RunOptions,
): AsyncGenerator<ScanReport, void, undefined> {
  // The consumer leaving early must stop requests and child processes as an abort does.
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const run: Run<C> = {
    scanner,
    emit: options.onEvent ?? (() => undefined),
    settings: settingsOf(scanner, options, signal),
  }
  try {
    yield* allScopes(
      run,
      sourceScope(options.source ?? scanner.id),
      Math.max(1, options.concurrency ?? scanner.concurrency ?? 4),
    )
  } finally {
    stop.abort(new DOMException('The run has ended', 'AbortError'))
  }
}

interface Run<C> {
  readonly scanner: Scanner<C>
  readonly settings: RunSettings<C>
  emit(event: ScanEvent): void
}

function settingsOf<C>(scanner: Scanner<C>, options: RunOptions, signal: AbortSignal): RunSettings<C> {
  if (Buffer.byteLength(options.fingerprintKey) < 16)
    throw new UsageError('The key for fingerprints must have at least 16 bytes.')
  const parsed = scanner.config.safeParse(options.config)
  if (!parsed.success)
    throw new UsageError(`The settings of scanner "${scanner.id}" do not fit: ${firstIssue(parsed.error)}`)
  const emit = options.onEvent ?? (() => undefined)
  return {
    config: parsed.data,
    signal,
    fingerprintKey: options.fingerprintKey,
    kinds: scanner.kinds,
    now: options.now ?? (() => new Date()),
    progress: (scope, done, total, what) =>
      emit({ type: 'progress', scanner: scanner.id, scope, done, total, what }),
  }
}

const sourceScope = (source: string): Scope => ({ key: `source:${encodeURI(source)}`, title: source, source })

type Step =
  | { type: 'scope'; scope: Scope }
  | { type: 'discovered'; failure?: unknown }
  | { type: 'report'; report: ScanReport; task: Promise<Step> }

async function* allScopes<C>(run: Run<C>, source: Scope, concurrency: number): AsyncGenerator<ScanReport> {
  const { scanner, settings } = run
  const startedAt = settings.now()
  const discovery = createContext(source, settings)
  const scopes = scanner.discover(discovery.context)[Symbol.asyncIterator]()
  const seen = new Set<string>()
  const running = new Set<Promise<Step>>()
  let failure: unknown
  let pull: Promise<Step> | null = nextScope(scopes)

  while (pull || running.size > 0) {
    const candidates: Promise<Step>[] = [...running]
    if (pull && running.size < concurrency) candidates.push(pull)
    const step = await untilAborted(Promise.race(candidates), settings.signal)
    if (step.type === 'report') {
      running.delete(step.task)
      yield step.report
    } else if (step.type === 'discovered') {
      pull = null
      failure ??= step.failure
    } else if (!Scope.safeParse(step.scope).success) {
      failure ??= new Error(`The scope ${JSON.stringify(step.scope.key)} that was discovered is not valid.`)
      pull = nextScope(scopes)
    } else if (seen.has(step.scope.key)) {
      failure ??= new Error(`The scope ${step.scope.key} was discovered twice.`)
      pull = nextScope(scopes)
    } else {
      seen.add(step.scope.key)
      running.add(startScope(step.scope, run))
      pull = nextScope(scopes)
    }
  }
  if (failure instanceof UsageError) throw failure
  if (failure !== undefined) coverFailure(discovery.context, failure)
  const record = discovery.record()
  if (record.lowered) yield report(run, record, [], startedAt)
}

async function nextScope(scopes: AsyncIterator<Scope>): Promise<Step> {
  try {
    const { done, value } = await scopes.next()
    return done ? { type: 'discovered' } : { type: 'scope', scope: value }
  } catch (failure) {
    return { type: 'discovered', failure }
  }
}

function startScope<C>(scope: Scope, run: Run<C>): Promise<Step> {
  const task: Promise<Step> = scanScope(scope, run).then((done) => ({ type: 'report', report: done, task }))
  // Awaited in the race; this keeps an abort between two races from counting as unhandled.
  task.catch(() => undefined)
  return task
}

async function scanScope<C>(scope: Scope, run: Run<C>): Promise<ScanReport> {
  const { scanner, settings } = run
  const startedAt = settings.now()
  const { context, record } = createContext(scope, settings)
  const findings = new Map<string, Finding>()
  run.emit({ type: 'scope-started', scanner: scanner.id, scope })
  try {
    for await (const finding of scanner.scan(scope, context)) {
      settings.signal.throwIfAborted()
      keep(finding, findings, context, scanner.kinds)
    }
  } catch (failure) {
    settings.signal.throwIfAborted()
    coverFailure(context, failure)
  }
  const sorted = [...findings.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return report(run, record(), sorted, startedAt)
}

/** A finding that breaks the contract is a defect of the scanner: it costs the scope its `complete`, aloud. */
function keep(
  finding: Finding,
  findings: Map<string, Finding>,
  context: ScanContext<unknown>,
  kinds: readonly FindingKind[],
): void {
  const parsed = Finding.safeParse(finding)
  if (!parsed.success) {
    const detail = `The finding ${JSON.stringify(finding?.key)} is not valid: ${firstIssue(parsed.error)}`
    context.cover('failed', 'invalid-finding', detail)
    return
  }
  const { key, kind } = parsed.data
  if (!kinds.includes(kind))
    context.cover(
      'failed',
      'undeclared-kind',
      `The finding "${key}" is a ${kind}, which the scanner does not claim.`,
    )
  if (findings.has(key))
    context.cover('failed', 'duplicate-key', `Two findings of this scope have the key "${key}".`)
  else findings.set(key, parsed.data)
}

function report<C>(run: Run<C>, record: ScopeRecord, findings: Finding[], startedAt: Date): ScanReport {
  const { scanner, settings } = run
  const draft: ScanReport = {
    scanner: scanner.id,
    version: scanner.version,
    catalogue: scanner.catalogue(settings.config),
    scope: record.scope,
    startedAt: startedAt.toISOString(),
    finishedAt: settings.now().toISOString(),
    coverage: record.coverage,
    findings,
    unknowns: [...record.unknowns],
    ...(record.aliases ? { aliases: [...record.aliases] } : {}),
  }
  const parsed = ScanReport.safeParse(draft)
  const done = parsed.success ? parsed.data : brokenReport(draft, record, parsed.error)
  run.emit({
    type: 'scope-finished',
    scanner: scanner.id,
    scope: done.scope,
    coverage: done.coverage,
    findings: done.findings.length,
    unknowns: done.unknowns.length,
  })
  return done
}

/** What a scanner said of its scope breaks the contract: the findings are kept, and the scope as it was discovered. */
function brokenReport(draft: ScanReport, { discovered }: ScopeRecord, error: z.ZodError): ScanReport {
  const detail = `The report is not valid: ${firstIssue(error)}`
  const coverage: Coverage = { status: 'failed', reason: 'invalid-report', detail }
  return ScanReport.parse({ ...draft, scope: discovered, coverage, unknowns: [] })
}

function coverFailure(context: ScanContext<unknown>, failure: unknown): void {
  const [status, reason]: [Exclude<CoverageStatus, 'complete'>, string] =
    failure instanceof ScopeFailure ? [failure.status, failure.reason] : ['failed', 'error']
  context.cover(status, reason, messageOf(failure))
}

/** An error in one line for people, without stack or credentials. */
export function messageOf(failure: unknown): string {
  const text = failure instanceof Error ? failure.message || failure.name : String(failure)
  return withoutCredentials(text.split('\n', 1)[0] ?? '') || 'unknown error'
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return z.prettifyError(error)
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}

/** Rejects as soon as the signal is aborted, even where the scanner does not listen. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((settle, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(settle, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
