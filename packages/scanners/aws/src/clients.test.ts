/** Every client, one by one: where it asks when an endpoint is set, for all of them or for it alone. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ownEndpoint } from './own-endpoint.ts'
import { nameOf, serviceOf } from './permissions.ts'
import { allOperations } from './policy.ts'
import type { RequestHandler } from './read-whole.ts'
import { type Service, services } from './services.ts'

interface Sent {
  readonly protocol: string
  readonly hostname: string
  readonly port?: number | undefined
}

/** What a request would be sent to; nothing is sent. */
class Caught extends Error {}

async function addressOf(service: Service): Promise<string> {
  const caught: { request?: Sent } = {}
  const requestHandler: RequestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    destroy: () => undefined,
    handle(request) {
      caught.request = request
      throw new Caught('caught')
    },
  }
  const { sdk, client } = await services[service]({
    region: 'eu-west-1',
    maxAttempts: 1,
    disableHostPrefix: true,
    credentials: async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a-secret-of-tests' }),
    requestHandler,
    customUserAgent: 'test',
  })
  // Each package has types of its own; of its commands the names are all that counts here.
  const commands = sdk as unknown as Readonly<Record<string, new (input: object) => object>>
  const sender = client as { send(command: object, options: object): Promise<unknown> }
  // The first that needs nothing in its path.
  for (const operation of allOperations.filter((one) => serviceOf(one) === service)) {
    const Command = commands[`${nameOf(operation)}Command`]
    if (!Command) throw new Error(`${service} has no ${operation}`)
    await sender.send(new Command({}), { abortSignal: new AbortController().signal }).catch(() => undefined)
    if (caught.request) break
  }
  const { protocol, hostname, port } = caught.request ?? {}
  return `${protocol}//${hostname}${port ? `:${port}` : ''}`
}

afterEach(() => vi.unstubAllEnvs())
const all = Object.keys(services) as Service[]
// Loading the larger clients takes its time.
vi.setConfig({ testTimeout: 60_000 })

describe('an endpoint that is set', () => {
  it.each(all)('holds for %s', async (service) => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4566')
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null')
    expect(await addressOf(service)).toBe('http://127.0.0.1:4566')
  })

  it.each(all)('for %s alone goes before the one for all', async (service) => {
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null')
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4566')
    const name = `AWS_ENDPOINT_URL_${variableOf[service] ?? service.replaceAll('-', '_').toUpperCase()}`
    vi.stubEnv(name, 'http://127.0.0.1:4567')
    expect(await addressOf(service)).toBe('http://127.0.0.1:4567')
    // What we ourselves take it for decides what an answer may mean.
    expect(ownEndpoint(service)).toBe('http://127.0.0.1:4567')
  })

  it.each(all)('for nobody leaves %s to AWS', async (service) => {
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null')
    for (const name of Object.keys(process.env).filter((one) => one.startsWith('AWS_ENDPOINT_URL')))
      vi.stubEnv(name, undefined)
    expect(await addressOf(service)).toMatch(/^https:\/\/[a-z0-9.-]+\.(amazonaws\.com|api\.aws|aws)$/)
  })
})

/** The service ids of the SDK's models, where the package's name does not say them. */
const variableOf: Readonly<Partial<Record<Service, string>>> = {
  opensearchserverless: 'OPENSEARCHSERVERLESS',
}
