import { lookup } from 'node:dns/promises'
import { type Budgets, createBudgets } from '@ai-census/cloud-kit'
import type { Clock, RateBudget } from '@ai-census/scanner-kit'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { hasOwnEndpoint } from './own-endpoint.ts'
import { dnsSuffix, globalRegion, nearRegion, type Partition } from './partitions.ts'
import type { Place } from './place.ts'
import type { Rate } from './rates.ts'
import { readWhole } from './read-whole.ts'
import { type ClientConfig, type Credentials, type Service, services } from './services.ts'
import { isNotUnderstood, openByForm, readsEitherTime, readsXmlAsWell } from './wire-forms.ts'

/** As whom one account is read. */
export interface Identity {
  readonly account: string
  /** Changes when credentials were renewed, so that clients which remember the old ones are not used again. */
  readonly generation: number
  credentials(): Promise<Credentials>
  renew(): Promise<void>
}

export interface Connections {
  readonly signal: AbortSignal
  readonly clock: Clock
  budget(key: string, rate: Rate): RateBudget
  /** Where a service that is not regional is asked, else the place's own region. */
  regionFor(service: Service, place: Pick<Place, 'region' | 'partition'>): string
  send(
    identity: Identity,
    region: string,
    service: Service,
    operation: string,
    input: object,
    timeoutMs: number,
  ): Promise<unknown>
  /** Whether names of the region are known at all: without them nothing can be said of which services it has. */
  knowsNames(region: string, partition: Partition, service: Service): Promise<boolean>
  close(): void
}

/** The part of the SDK's clients that all share; the types of single commands are checked where they are asked. */
interface Client {
  send(command: object, options: { abortSignal: AbortSignal }): Promise<unknown>
}
interface Opened {
  readonly sdk: Readonly<Record<string, unknown>>
  readonly client: Client
  /** For stand-ins that know the service's older form alone. */
  readonly byForm?: Client
}

const nothing = (): void => undefined
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Clients are cheap to make and not small: those of two hundred accounts in all regions are not kept. */
const MOST_CLIENTS = 128
const USER_AGENT = 'ai-census'

export function createConnections(signal: AbortSignal, clock: Clock): Connections {
  const clients = new Map<string, Promise<Opened>>()
  const names = new Map<string, Promise<boolean>>()
  const budgets: Budgets = createBudgets(clock)
  // One pool of sockets for all clients; the SDK gives each its own, and thousands of those would be open at once.
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: 10_000,
    // That requests wait for a socket is meant: the handler would warn of it on standard error.
    logger: SILENT,
    httpsAgent: { keepAlive: true, maxSockets: 64 },
    httpAgent: { keepAlive: true, maxSockets: 64 },
  })

  const readingHandler = readWhole(requestHandler)

  const open = (identity: Identity, region: string, service: Service): Promise<Opened> => {
    const key = `${identity.account} ${identity.generation} ${region} ${service}`
    const known = clients.get(key) ?? openClient(service, configOf(identity, region, service, readingHandler))
    clients.delete(key)
    clients.set(key, known)
    if (clients.size > MOST_CLIENTS) clients.delete(clients.keys().next().value ?? key)
    return known
  }
  return {
    signal,
    clock,
    budget: budgets,
    regionFor: (service, { region, partition }) =>
      globalRegion(partition, service) ?? (region === 'global' ? nearRegion(partition) : region),
    async send(identity, region, service, operation, input, timeoutMs) {
      const { sdk, client, byForm } = await open(identity, region, service)
      const Command = sdk[`${operation}Command`]
      if (typeof Command !== 'function') throw new Error(`The SDK has no ${service}:${operation}.`)
      const ask = (by: Client) =>
        // A command's constructor takes its input; that it is this command's input is checked where it is asked.
        by.send(new (Command as new (input: object) => object)(input), {
          abortSignal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        })
      if (!byForm) return ask(client)
      // What the first try came to is what counts, where neither is understood.
      return ask(client).catch((error: unknown) =>
        isNotUnderstood(error)
          ? ask(byForm).catch(() => {
              throw error
            })
          : Promise.reject(error),
      )
    },
    knowsNames(region, partition, service) {
      if (hasOwnEndpoint(service)) return Promise.resolve(false)
      const host = `sts.${region}.${dnsSuffix(partition)}`
      const known = names.get(host) ?? resolves(host)
      names.set(host, known)
      return known
    },
    close: () => {
      clients.clear()
      requestHandler.destroy()
    },
  }
}

const resolves = (host: string): Promise<boolean> =>
  lookup(host).then(
    () => true,
    () => false,
  )

async function openClient(service: Service, config: ClientConfig): Promise<Opened> {
  // Each package's own types are erased here; `Aws` gives them back to those who ask.
  const opened = (await services[service](config)) as unknown as Opened
  // AWS itself answers in the one form that its SDK reads; whoever stands in for it may not.
  if (!hasOwnEndpoint(service)) return opened
  readsEitherTime(opened.client)
  if (service !== 'cloudwatch') return opened
  const byForm = await openByForm(config)
  readsXmlAsWell(opened.client, byForm)
  // A client like the other one.
  return { ...opened, byForm: byForm as Client }
}

function configOf(
  { credentials }: Identity,
  region: string,
  service: Service,
  requestHandler: ClientConfig['requestHandler'],
): ClientConfig {
  return {
    region,
    maxAttempts: 1,
    requestHandler,
    customUserAgent: USER_AGENT,
    // An emulator has one address, and no names before it.
    disableHostPrefix: hasOwnEndpoint(service),
    credentials,
  }
}

/** Assumes the role of one account, once for all its clients, and again before it ends. */
export function assumedIdentity(
  account: string,
  assume: () => Promise<Credentials>,
  now: () => number,
): Identity {
  let current: { credentials: Promise<Credentials>; until: number } | null = null
  let generation = 0
  const fresh = () => {
    const credentials = assume().then((got) => {
      if (current?.credentials === credentials)
        current.until = (got.expiration?.getTime() ?? now() + HOUR) - MARGIN
      return got
    })
    // Whoever asks next tries again.
    credentials.catch(() => {
      if (current?.credentials === credentials) current = null
    })
    current = { credentials, until: Number.POSITIVE_INFINITY }
    return credentials
  }
  return {
    account,
    get generation() {
      return generation
    },
    credentials: () => (current && now() < current.until ? current.credentials : fresh()),
    renew: async () => {
      current = null
      generation++
    },
  }
}
const HOUR = 3_600_000
const MARGIN = 300_000

/**
 * The caller's own credentials by the SDK's default chain: environment, profile, SSO, web identity, container, instance.
 * Found once for all clients, since each would ask the instance's metadata or the sign-in service again.
 */
export function ownIdentity(): Identity {
  let chain: Promise<() => Promise<Credentials>> | null = null
  let generation = 0
  const load = async () => (await import('@aws-sdk/credential-provider-node')).defaultProvider()
  return {
    account: 'own',
    get generation() {
      return generation
    },
    credentials: async () => {
      chain ??= load()
      return (await chain)()
    },
    renew: async () => {
      chain = null
      generation++
    },
  }
}
