/** Reports as a cloud's scanner makes them, for tests of coverage. */
import { type Coverage, ScanReport as Report, type ScanReport } from '@ai-census/schema'

export interface CloudScope {
  /** `aws:111122223333/eu-west-1/sagemaker`. */
  key: string
  source: string
  at: string
  coverage: Coverage
  unknowns?: ScanReport['unknowns']
}

export const cell = (type: string, status: Coverage['status'], reason?: string) => ({
  type,
  status,
  ...(reason ? { reason } : {}),
  pages: 1,
  resources: status === 'complete' ? 2 : 0,
  milliseconds: 12,
})

export const cloudReport = ({ key, source, at, coverage, unknowns = [] }: CloudScope): ScanReport => {
  const [place = '', region = '', service = ''] = key.split('/')
  return Report.parse({
    scanner: place.split(':')[0],
    version: '1.0.0',
    catalogue: 'clouds',
    scope: { key, title: `${place}: ${service} in ${region}`, source },
    startedAt: at,
    finishedAt: at,
    coverage,
    findings: [],
    unknowns,
  })
}
