import type { ScannerName } from './scanners.ts'

/** One scanner with its configuration, to be run over one source. */
export interface ScanJob {
  scanner: ScannerName
  source: string
  config: Record<string, unknown>
}
