import { type Decision, type DecisionBody, decisionHash } from '@ai-census/schema'

export { LOG_START } from '@ai-census/schema'

/** The next row of the log. `sequence` counts from 1; `previous` is the last row's hash, or `LOG_START`. */
export function appendDecision(
  previous: string,
  sequence: number,
  at: string,
  author: string,
  body: DecisionBody,
): Decision {
  const row = { sequence, at, author, body, previous }
  return { ...row, hash: decisionHash(row) }
}
