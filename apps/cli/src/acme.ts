import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from './exit-codes.ts'
import { acmeFolder } from './places.ts'
import type { ScanJob } from './scan-job.ts'

interface Estate {
  materialiseAcme(
    target: string,
    options: { estate: string },
  ): Promise<{ repositories: string[]; openai: StandInData }>
}
type StandIn = typeof import('@ai-census/scanner-openai/testing')
type StandInData = Parameters<StandIn['startOpenAiStandIn']>[0]['data']

/** The made-up company: its repositories, and its OpenAI organisation behind a local stand-in. */
export async function acmeJobs(data: string): Promise<{ jobs: ScanJob[]; close(): Promise<void> }> {
  const estate = acmeFolder()
  if (!estate || !existsSync(estate))
    throw new UsageError('name what to scan: the made-up company is only in a checkout of AI Census')
  // A file of the checkout, not of the bundle: its shape is what it exports.
  const { materialiseAcme } = (await import(pathToFileURL(join(estate, 'materialise.ts')).href)) as Estate
  const acme = await materialiseAcme(join(data, 'acme'), { estate })
  const { startOpenAiStandIn } = await import('@ai-census/scanner-openai/testing')
  const openai = await startOpenAiStandIn({ data: acme.openai })
  return {
    jobs: [
      {
        scanner: 'code',
        source: 'code:acme',
        config: { paths: acme.repositories, cacheFolder: join(data, 'cache') },
      },
      {
        scanner: 'openai',
        source: 'openai:acme',
        config: { ...openai.config },
      },
    ],
    close: () => openai.close(),
  }
}
