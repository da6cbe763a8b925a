import { CommanderError } from 'commander'
import { ExitCode, isExpected } from './exit-codes.ts'
import { createProgram } from './program.ts'

/** Runs one command line and sets the exit code; nothing but this file decides how an error is shown. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv)
  } catch (error) {
    // Nothing more is wanted of a command that failed, whatever it had started.
    process.exit(show(error))
  }
}

/** By name, so that `--help` need not load what speaks to a collector. */
const COLLECTOR_FAULTS: Readonly<Record<string, number>> = {
  CollectorAway: ExitCode.incomplete,
  CollectorAnswer: ExitCode.usage,
}

function show(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.usage
  if (isExpected(error)) {
    process.stderr.write(`ai-census: ${error.message}\n`)
    return ExitCode.usage
  }
  if (error instanceof Error && error.name in COLLECTOR_FAULTS) {
    process.stderr.write(`ai-census: ${error.message}\n`)
    return COLLECTOR_FAULTS[error.name] ?? ExitCode.internal
  }
  const detail =
    error instanceof Error ? (process.env.AI_CENSUS_DEBUG ? error.stack : error.message) : String(error)
  process.stderr.write(`ai-census: this is our fault, not yours: ${detail}\n`)
  if (!process.env.AI_CENSUS_DEBUG) process.stderr.write('Set AI_CENSUS_DEBUG=1 to see where it happened.\n')
  return ExitCode.internal
}
