/** What the process says when it ends. Published in `--help` and the README. */
export const ExitCode = {
  /** Done, and everything was read. */
  done: 0,
  /** There are findings that `--fail-on` names. */
  found: 1,
  /** The command line, its configuration or its surroundings must be put right by the caller. */
  usage: 2,
  /** Something could not be read or delivered: coverage is not complete. */
  incomplete: 3,
  /** Our fault. */
  internal: 4,
} as const

/** A fault that the caller can put right; its message is one sentence that says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Expected faults of other rooms, by name, so that no room must import another for its error classes. */
const EXPECTED = new Set(['UsageError', 'OperatorError', 'ConfigError'])

export const isExpected = (error: unknown): error is Error =>
  error instanceof Error && EXPECTED.has(error.name)
