import { collectReports } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { scanner } from '../index.ts'

export * from '@ai-census/repositories/testing'

/** Scans with the code scanner. */
export const scanCode = (
  paths: string | string[],
  config: Record<string, unknown> = {},
): Promise<ScanReport[]> => collectReports(scanner, { paths: [paths].flat(), ...config })

export async function scanOne(path: string, config: Record<string, unknown> = {}): Promise<ScanReport> {
  const [report, ...others] = await scanCode(path, config)
  if (!report || others.length > 0) throw new Error(`${others.length + 1} reports instead of one`)
  return report
}
