import type { ScanReport } from '@ai-census/schema'
import { renderJson, renderNdjson } from './json.ts'
import { renderTerminal } from './terminal.ts'

export type ScanFormat = 'terminal' | 'json' | 'ndjson'

const formats = { terminal: renderTerminal, json: renderJson, ndjson: renderNdjson } satisfies Record<
  ScanFormat,
  unknown
>

/** The whole output as text that ends with a line feed. */
export const render = (
  format: ScanFormat,
  reports: readonly ScanReport[],
  style: { color: boolean },
): string => formats[format](reports, style)
