import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanner as code } from '@ai-census/scanner-code'
import { collectReports } from '@ai-census/scanner-kit/testing'
import { scanner as openai } from '@ai-census/scanner-openai'
import { startOpenAiStandIn } from '@ai-census/scanner-openai/testing'
import type { ScanReport } from '@ai-census/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Acme, materialiseAcme } from './materialise.ts'
import { openAiProblems, readTruth, repositoryProblems, type Truth } from './truth.ts'

let target: string
let acme: Acme
let truth: Truth
let organisation: ScanReport[]
beforeAll(async () => {
  target = await mkdtemp(join(tmpdir(), 'acme-'))
  acme = await materialiseAcme(target)
  truth = await readTruth(new URL('truth.yaml', import.meta.url))
  await using provider = await startOpenAiStandIn({ data: acme.openai })
  organisation = await collectReports(openai, provider.config)
})
afterAll(() => rm(target, { recursive: true }))

const identifiers = (reports: readonly ScanReport[], type: string) =>
  reports
    .flatMap(({ findings }) => findings.flatMap((finding) => finding.identifiers))
    .filter((identifier) => identifier.type === type)
    .map(({ value }) => value)

describe('the OpenAI organisation of Acme', () => {
  it('is found as the truth says, whole', () => {
    expect(openAiProblems(truth, organisation)).toEqual([])
    expect(organisation.map(({ coverage }) => coverage.status)).toEqual(organisation.map(() => 'complete'))
  })

  it('has the key that is written into the shop’s script', async () => {
    const shop = acme.repositories.filter((folder) => folder.endsWith('shop'))
    const reports = await collectReports(code, { paths: shop })
    const shared = identifiers(reports, 'key-redacted').filter((value) =>
      identifiers(organisation, 'key-redacted').includes(value),
    )
    expect(shared).toHaveLength(1)
  })
})

describe('the comparison with the truth', () => {
  it('names what is missing, what is too much, and reports that are not there', () => {
    const broken = organisation.map((report) => ({
      ...report,
      findings: report.findings.filter(({ key }) => key !== 'credential:key_acmeTheo' && key !== 'workspace'),
    }))
    expect(openAiProblems(truth, broken.slice(1)).map((problem) => problem.split('/').at(-1))).toEqual([
      'proj_acmeShopSupport01 workspace: missing shop-support production false',
      'proj_acmeShopSupport01 workspace: too many: undefined undefined false',
      'proj_acmeResearchDev02 keys: missing key_acmeTheo configured theo@acme.example',
      'proj_acmeResearchDev02 workspace: missing research-dev development false',
      'proj_acmeResearchDev02 workspace: too many: undefined undefined false',
      'proj_acmeHackathon03 workspace: missing hackathon-2025 production true',
      'proj_acmeHackathon03 workspace: too many: undefined undefined false',
    ])
    expect(openAiProblems(truth, [])).toHaveLength(3)
    expect(repositoryProblems(truth, [])).toHaveLength(6)
  })

  it('names a supplier who serves nothing in a repository, and the bait that was taken', async () => {
    const site = 'git:github.com/acme/marketing-site'
    const [model] = organisation.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'model'))
    if (!model) throw new Error('Acme uses no model')
    const evidence = [
      {
        method: 'host' as const,
        rule: 'openai/host',
        strength: 'strong' as const,
        location: { path: 'content/blog/what-chatgpt-means-for-shops.md', startLine: 6 },
      },
    ]
    const [template] = organisation
    if (!template) throw new Error('no report')
    const report = { ...template, scope: { key: site, title: 'site' }, findings: [{ ...model, evidence }] }
    const problems = repositoryProblems(truth, [report]).filter((problem) => problem.startsWith(site))
    expect(problems).toEqual([
      expect.stringContaining('names openai, who serves nothing there'),
      expect.stringContaining('which is prose, though it names a host and a model'),
    ])
  })
})
