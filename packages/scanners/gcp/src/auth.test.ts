import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cell, estate, look } from './testing/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'gcp-auth-'))
const tokens: string[] = []
/** Google's service for the exchange of tokens, as workload identity federation uses it. */
const sts = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const access_token = `token-${tokens.length + 1}-that-must-not-leave`
    tokens.push(access_token)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ access_token, token_type: 'Bearer', expires_in: 3600 }))
  })
})
const services = { services: ['run'], credentials: 'default' }

beforeAll(async () => {
  await new Promise<void>((done) => sts.listen(0, '127.0.0.1', done))
  // Listening on TCP, the address is one of these.
  const { port } = sts.address() as AddressInfo
  writeFileSync(join(folder, 'subject'), 'a-token-of-another-cloud')
  const federation = {
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `http://127.0.0.1:${port}/v1/token`,
    credential_source: { file: join(folder, 'subject') },
  }
  writeFileSync(join(folder, 'federation.json'), JSON.stringify(federation))
  process.env.GOOGLE_APPLICATION_CREDENTIALS = join(folder, 'federation.json')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await new Promise<void>((done) => sts.close(() => done()))
})

describe('credentials', () => {
  it('come by workload identity federation, and no token is in what is reported', async () => {
    const { reports, calls } = await look({ data: estate() }, services)
    expect(reports['europe-west4/run']?.coverage.status).toBe('complete')
    expect(new Set(calls.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${tokens[0]}`]))
    expect(JSON.stringify(reports)).not.toContain('must-not-leave')
  })

  it('that ran out on the way are asked for anew', async () => {
    const { reports } = await look(
      {
        data: estate(),
        fault: ({ path, before }) =>
          path.endsWith('/jobs') && before === 0 ? { status: 401, code: 'UNAUTHENTICATED' } : null,
      },
      services,
    )
    expect(cell(reports['europe-west4/run'], 'cloud-run-job')?.status).toBe('complete')
    expect(tokens).toHaveLength(3)
  })

  it('that cannot be had are said, without the path or content of any file', async () => {
    process.env.GOOGLE_APPLICATION_CREDENTIALS = join(folder, 'none.json')
    const { reports } = await look({ data: estate() }, services)
    const [report] = Object.values(reports)
    expect(report?.coverage).toMatchObject({ status: 'denied', reason: 'credentials' })
    expect(JSON.stringify(reports)).not.toContain(folder)
  })
})
