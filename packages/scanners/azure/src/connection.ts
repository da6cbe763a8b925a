import { type Budgets, createBudgets } from '@ai-census/cloud-kit'
import { type Clock, readBounded, ScopeFailure } from '@ai-census/scanner-kit'
import { ArmRefusal, UnreadableAnswer } from './classify.ts'
import { cloudOf, isResourceManager } from './clouds.ts'
import type { AzureConfig } from './config.ts'
import { createCredentials } from './credentials.ts'
import { isJson, type Json, text } from './resource.ts'

/** The way to Resource Manager that all cells of a run share. */
export interface Connection {
  readonly budget: Budgets
  readonly signal: AbortSignal
  readonly clock: Clock
  renew(): Promise<void>
  /** A path below Resource Manager as an address. */
  address(path: string, query: Readonly<Record<string, string>>): URL
  /** The same for what an account is asked itself. `account`: the name of its own that its host begins with. */
  addressAt(account: string, path: string, query: Readonly<Record<string, string>>): URL
  /** The link to the next page, at the endpoint that is asked; a link to anywhere else is refused. */
  follow(link: string): URL
  send(url: URL, method: 'GET' | 'POST', body?: Json): Promise<Json>
}

/** One answer, its slow body included. */
const TIMEOUT_MS = 60_000
const MOST_BYTES = 32 * 2 ** 20

export function createConnection(config: AzureConfig, signal: AbortSignal, clock: Clock): Connection {
  const base = new URL(config.endpoint ?? cloudOf(config.cloud).resourceManager)
  const prefix = base.pathname.replace(/\/$/, '')
  const credentials = createCredentials(config)
  const { resourceManager, foundry, foundryAudience } = cloudOf(config.cloud)
  const accounts = config.foundryEndpoint ?? config.endpoint ?? `https://{account}.${foundry}`
  const isManager = (url: URL): boolean => url.origin === base.origin && url.pathname.startsWith(prefix)
  const headersFor = async (url: URL): Promise<Record<string, string>> => {
    // Who is signed in on this machine is nothing to tell an address without TLS.
    if (url.protocol === 'http:' && !config.token) return {}
    if (isManager(url)) return credentials.headers(signal, resourceManager)
    // A token that a person gave is for Resource Manager; an address that they gave as well may have it.
    if (config.token && !config.foundryEndpoint) throw notForAccounts()
    return credentials.headers(signal, foundryAudience)
  }
  return {
    budget: createBudgets(clock),
    signal,
    clock,
    renew: () => credentials.renew(),
    address(path, query) {
      const url = new URL(`${prefix}${encodeURI(path)}`, base)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      return url
    },
    addressAt(account, path, query) {
      const url = new URL(
        `${accounts.replaceAll('{account}', account).replace(/\/+$/, '')}${encodeURI(path)}`,
      )
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      return url
    },
    follow: (link) => follow(link, base, prefix),
    async send(url, method, body) {
      const timeout = AbortSignal.timeout(TIMEOUT_MS)
      const response = await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          'user-agent': 'ai-census',
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(await headersFor(url)),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.any([signal, timeout]),
        // A redirect could lead anywhere, and fetch would carry headers along.
        redirect: 'manual',
      })
      const answer = await readBounded(response, `${method} ${url.pathname}`, MOST_BYTES)
      if (!response.ok) throw refusalOf(response, answer)
      return parse(answer)
    },
  }
}

/**
 * Resource Manager's links name the host it was asked by, or that of a region; behind a private endpoint or an emulator
 * they still may. They are followed where the first request went, with the token that went there.
 */
function follow(link: string, base: URL, prefix: string): URL {
  if (!URL.canParse(link, base.href))
    throw new ScopeFailure('failed', 'unexpected-answer', 'The link to the next page is no address.')
  const url = new URL(link, base)
  if (url.origin === base.origin) return url
  if (!isResourceManager(url.hostname))
    throw new ScopeFailure('failed', 'foreign-link', `A link to ${url.host} was not followed.`)
  return new URL(`${prefix}${url.pathname}${url.search}`, base)
}

const notForAccounts = (): ScopeFailure =>
  new ScopeFailure(
    'denied',
    'credentials',
    'The token that was given is for Resource Manager: accounts take one of their own, which `foundryEndpoint` would get.',
  )

function parse(answer: string): Json {
  let json: unknown
  try {
    json = JSON.parse(answer)
  } catch {
    throw new UnreadableAnswer()
  }
  if (!isJson(json)) throw new UnreadableAnswer()
  // A refusal under a good status is a refusal all the same.
  if (isJson(json.error) && !('value' in json)) throw refusalIn(200, json, new Headers())
  return json
}

function refusalOf(response: Response, answer: string): ArmRefusal {
  let json: unknown = null
  try {
    json = JSON.parse(answer)
  } catch {
    // A gateway's page: the status has to do.
  }
  return refusalIn(response.status, json, response.headers)
}

function refusalIn(status: number, json: unknown, headers: Headers): ArmRefusal {
  // Some providers leave the envelope out, and some begin names with a capital.
  const code = text(json, 'error', 'code') ?? text(json, 'code') ?? text(json, 'Code') ?? ''
  const message = text(json, 'error', 'message') ?? text(json, 'message') ?? text(json, 'Message') ?? ''
  return new ArmRefusal(status, /^[\w.-]{1,100}$/.test(code) ? code : '', message, headers)
}
