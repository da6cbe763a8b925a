/**
 * What may be logged of an error. A failed query's own message carries its parameters, which are data and secrets;
 * the database's reason is its cause.
 */
export function failureOf(error: unknown): { error: string; at?: string } {
  if (!(error instanceof Error)) return { error: String(error) }
  const reason = error.cause instanceof Error ? error.cause : error
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { error: reason.message, ...(frames ? { at: frames.slice(0, 12).join('\n') } : {}) }
}
