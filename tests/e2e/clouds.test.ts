/**
 * A platform engineer sends the scanners to three clouds, and the owner of credit scoring sees what her code ends in: the
 * call in the repository, the account that it names, the deployment, the model and who made it.
 */
import { smallAccount, standInEnvironment, startAwsStandIn } from '@ai-census/scanner-aws/testing'
import { type Estate, idOf, smallSubscription, startArmStandIn } from '@ai-census/scanner-azure/testing'
import { estate as smallProject, startGcpStandIn } from '@ai-census/scanner-gcp/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cli, type Ran } from '../support/cli.ts'
import { type Dashboard, startDashboard } from '../support/dashboard.ts'

const ACCOUNT = idOf('Microsoft.CognitiveServices/accounts', 'acme-prod')
const DENIED_REGION = 'eu-central-1'

/** The small subscription, whose Azure OpenAI account is the one that Acme's credit scoring names. */
function acmeSubscription(): Estate {
  const text = JSON.stringify(smallSubscription())
    .replaceAll('Shop-OpenAI', 'acme-prod')
    .replaceAll('shop-openai', 'acme-prod')
    .replaceAll('"application":"Shop"', '"application":"Credit scoring"')
  const model = { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' }
  const deployment = {
    id: `${ACCOUNT}/deployments/gpt-4.1`,
    name: 'gpt-4.1',
    properties: { model, provisioningState: 'Succeeded' },
  }
  return { ...JSON.parse(text), [`${ACCOUNT}/deployments`.toLowerCase()]: [deployment] }
}

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard('clouds')
})
afterAll(() => dashboard?.close())

async function tokenFor(source: string): Promise<string> {
  const { data } = await dashboard.client.POST('/api/v1/tokens', {
    body: { name: source, sources: [source] },
  })
  return data?.token ?? ''
}

/** With a token for `source` and nothing else; by default for all places of that scanner. */
async function scan(
  scanner: string,
  settings: readonly string[],
  env: Record<string, string> = {},
  source = `${scanner}:*`,
): Promise<Ran> {
  const token = await tokenFor(source)
  return cli(
    ['scan', '--scanner', scanner, '--collector', dashboard.base, '--token', token, '--quiet'].concat(
      settings.flatMap((setting) => ['--set', setting]),
    ),
    { state: dashboard.state, env },
  )
}

it('says in one line each that a token is for another place, and takes nothing', async () => {
  await using arm = await startArmStandIn({ estate: acmeSubscription() })
  const settings = [`endpoint=${arm.url}`, 'allowInsecure=true']
  const env = { AI_CENSUS_AZURE_TOKEN: 'an-access-token' }
  const { code, stderr } = await scan('azure', settings, env, 'azure:another-tenant')
  expect(code).toBe(2)
  expect(stderr).toMatch(/Refused: .*This token may not report for the source azure:/)
  const { data } = await dashboard.client.GET('/api/v1/coverage', { params: { query: { scanner: 'azure' } } })
  expect(data?.rows).toEqual([])
})

it('takes the three clouds in, and says which region it was not let into', async () => {
  await using arm = await startArmStandIn({ estate: acmeSubscription() })
  const azure = await scan('azure', [`endpoint=${arm.url}`, 'allowInsecure=true'], {
    AI_CENSUS_AZURE_TOKEN: 'an-access-token',
  })
  expect([azure.code, azure.stderr]).toEqual([0, expect.stringMatching(/^Sent to \S+ \d+ reports.*\n$/)])

  await using aws = await startAwsStandIn({
    data: smallAccount({ regions: ['eu-west-1', DENIED_REGION] }),
    fault: ({ operation, region }) =>
      region === DENIED_REGION && operation.startsWith('sagemaker:')
        ? { status: 400, code: 'AccessDeniedException', message: `not authorized to perform: ${operation}` }
        : null,
  })
  const amazon = await scan('aws', [], standInEnvironment(aws.url))
  expect(amazon.code).toBe(3)
  expect(amazon.stdout + amazon.stderr).toContain('sagemaker:ListEndpoints')

  await using gcp = await startGcpStandIn({ data: smallProject() })
  const google = await scan('gcp', [`endpoint=${gcp.url}`, 'allowInsecure=true', 'credentials=none'])
  expect([google.code, google.stderr]).toEqual([0, expect.stringMatching(/^Sent to \S+ \d+ reports.*\n$/)])
})

it('joins the repository’s call with the account, its deployment, the model and its maker', async () => {
  const { client, page, base } = dashboard
  const { data } = await client.GET('/api/v1/components', { params: { query: { search: 'acme-prod' } } })
  const [account] =
    data?.rows.filter(({ findings }) => findings.some(({ scope }) => scope.startsWith('git:'))) ?? []
  expect(account?.findings.map(({ scope }) => scope.split(':')[0]).sort()).toEqual(['azure', 'git'])

  // The account is tagged with an application, and so of another system until a person says that the two are one.
  const named = async (name: string) => {
    const { data } = await client.GET('/api/v1/systems', { params: { query: { search: name } } })
    return data?.rows.find((row) => row.name === name)?.id ?? `no ${name}`
  }
  const [from, into] = [await named('Credit scoring'), await named('credit-scoring')]
  const merge = { type: 'merge' as const, from, into, reason: 'The account that the code calls' }
  expect((await client.POST('/api/v1/decisions', { body: { body: merge } })).response.status).toBe(201)

  await page.goto(`${base}/systems/${into}`)
  await page.getByRole('heading', { level: 1, name: 'Credit scoring' }).waitFor()
  for (const part of [
    'acme-prod Endpoint of Azure OpenAI',
    'gpt-4.1 Endpoint of Azure OpenAI',
    'openai Library of',
  ])
    await page.getByRole('row', { name: part }).first().waitFor()
  await page.getByText('https://acme-prod.openai.azure.com').first().waitFor()

  await page.goto(`${base}/graph?system=${into}&view=list`)
  const way = page.getByRole('row').filter({ hasText: 'gpt-4.1' })
  await way.filter({ hasText: 'Azure OpenAI' }).first().waitFor()
})

it('shows on the coverage page the region that was denied, and the line to add', async () => {
  const { page, base } = dashboard
  await page.goto(`${base}/coverage`)
  const scope = page.getByRole('row', { name: 'aws:default' })
  await scope.getByText('1', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: /^Show all \d+$/ }).click()
  await page.getByText('"sagemaker:ListEndpoints"').waitFor()
})
