import {
  type CheckContext,
  type PermissionCheck,
  type ScanContext,
  ScopeFailure,
} from '@ai-census/scanner-kit'
import type { CellNotes } from './cell.ts'
import { mapAhead } from './map-ahead.ts'

/** For what is asked outside any cell. */
export const silentNotes: CellNotes = {
  page: () => undefined,
  resource: () => undefined,
  miss: () => undefined,
}

/** Discovery's parts are asked as in a scan; a check has no scope that they could speak of. */
export const asScanContext = <C>(ctx: CheckContext<C>): ScanContext<C> => ({
  ...ctx,
  unknown: () => undefined,
  cover: () => undefined,
  sees: () => undefined,
  cells: () => undefined,
  describe: () => undefined,
  progress: () => undefined,
  fingerprint: () => '',
  fingerprintKey: '',
})

/** What was asked for came to, as a value; only a defect is thrown on. */
export function expected(failure: unknown): ScopeFailure {
  if (failure instanceof ScopeFailure) return failure
  throw failure
}

/** What each operation came to, where rows share them: one that was let in is enough. */
export interface Answers<Operation> {
  answered(operation: Operation, failure: ScopeFailure | null): void
  of(operation: Operation): ScopeFailure | null | undefined
  operations(): Iterable<Operation>
}

export function createAnswers<Operation>(): Answers<Operation> {
  const answers = new Map<Operation, ScopeFailure | null>()
  return {
    answered(operation, failure) {
      if (!answers.has(operation) || failure === null) answers.set(operation, failure)
    },
    of: (operation) => answers.get(operation),
    operations: () => answers.keys(),
  }
}

/** Tries, where somebody waits for what a permission comes to: an hour's patience is for scans. */
export const CHECK_ATTEMPTS = 3
/** Questions side by side; the rate budgets decide how fast. */
const ASKED_AT_ONCE = 8

/** Asks all, some side by side. What `ask` throws ends it. */
export async function askAll<T>(
  questions: readonly T[],
  ctx: CheckContext<unknown>,
  ask: (question: T) => Promise<void>,
): Promise<void> {
  let done = 0
  for await (const _ of mapAhead(inTurn(questions), ASKED_AT_ONCE, ask))
    ctx.progress?.(++done, questions.length)
}

async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

interface Checked {
  readonly permission: string
  /** What it is for. */
  readonly uses: readonly string[]
  /** Why it was not tried, where it was not. */
  readonly untried: string
  /** What to add where it is missing. */
  remedy(failure: ScopeFailure): string
}

export function permissionCheck(
  { permission, uses, untried, remedy }: Checked,
  failure: ScopeFailure | null | undefined,
): PermissionCheck {
  const detail = uses.join(', ')
  if (failure === undefined) return { permission, status: 'untried', detail: `${detail}: ${untried}` }
  if (failure === null) return { permission, status: 'works', detail }
  if (failure.status === 'denied')
    return { permission, status: 'missing', detail: failure.message, remedy: remedy(failure) }
  if (failure.status === 'unsupported' || failure.status === 'not-enabled')
    return { permission, status: 'unsupported', detail: failure.message }
  return { permission, status: 'unknown', detail: failure.message }
}
