/**
 * A fault of the operator's surroundings (a port in use, a locked folder, a newer database) that one sentence
 * explains. Whoever shows it prints `message` and no stack trace.
 */
export class OperatorError extends Error {
  override name = 'OperatorError'
}

/** True also for an OperatorError of another copy of this module (a bundle beside the source). */
export const isOperatorError = (error: unknown): error is OperatorError =>
  error instanceof Error && error.name === 'OperatorError'
