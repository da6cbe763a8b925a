import { type Evidence, isCodeLocation } from '@ai-census/schema'

/** Where a piece of evidence lies, in one line of plain text that is not yet safe to print. */
export function placeOf(evidence: Pick<Evidence, 'location'> | undefined): string {
  if (!evidence) return ''
  const { location } = evidence
  if (!isCodeLocation(location)) return `${location.api} ${location.operation} ${location.resource}`
  return `${location.path}:${location.startLine}${location.cell ? ` (cell ${location.cell})` : ''}`
}
