import type { Verdict } from '@ai-census/cloud-kit'
import { retryAfterMs } from '@ai-census/scanner-kit'
import { versionsIn } from './versions.ts'

/** Resource Manager's refusal: `{ "error": { "code", "message" } }` with its status. */
export class ArmRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Headers
  constructor(status: number, code: string, message: string, headers: Headers) {
    super(message)
    this.name = 'ArmRefusal'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** An answer that says it is fine and cannot be read. */
export class UnreadableAnswer extends Error {}

// Codes from Resource Manager's list of common errors.
const NOT_ENABLED: Readonly<Record<string, { reason: string; detail: string }>> = {
  MissingSubscriptionRegistration: {
    reason: 'provider-not-registered',
    detail: 'the resource provider is not registered',
  },
  SubscriptionNotRegistered: {
    reason: 'provider-not-registered',
    detail: 'the resource provider is not registered',
  },
  // Such as those that came with a directory alone: no permission would help.
  DisallowedOperation: {
    reason: 'subscription-type',
    detail: 'a subscription of this type can have no such resources',
  },
}
/**
 * Nothing of the kind can be there. An api-version that a cloud does not know is none of these: what it would have shown may
 * well be there.
 */
const UNSUPPORTED = new Set([
  'FeatureNotSupported',
  'FeatureNotSupportedInRegion',
  'InvalidResourceNamespace',
  'InvalidResourceType',
  'LocationNotAvailableForResourceType',
  'OperationNotSupported',
])
/** Also the answer to who may not see the subscription at all. */
const NO_SUBSCRIPTION = new Set(['SubscriptionNotFound', 'InvalidSubscriptionId'])
const NETWORK = /^(ECONN|EPIPE|EAI_AGAIN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR)/

/** `role`: the built-in one that allows it, where Reader does not. */
export function classify(error: unknown, permission: string, role?: string): Verdict {
  if (!(error instanceof ArmRefusal)) return classifyNetwork(error)
  const { status, code, headers } = error
  if (status === 429 || code === 'SubscriptionRequestsThrottled') return throttled(headers)
  // The projects of AI Foundry say so of somebody whom they know very well, and new credentials would not help.
  if (status === 401 && (code === 'PermissionDenied' || DATA_ACTION.test(error.message)))
    return denied(error, permission, role)
  if (status === 401) return { type: 'stale-credentials', detail: 'Azure refused the credentials' }
  const off = Object.hasOwn(NOT_ENABLED, code) ? NOT_ENABLED[code] : undefined
  if (off) return { type: 'not-enabled', ...off }
  // The type is known, by other versions than those that we speak.
  if (versionsIn(error.message).length > 0)
    return { type: 'failed', reason: code, detail: 'this cloud has it in other api-versions alone' }
  if (UNSUPPORTED.has(code))
    return { type: 'unsupported', reason: code, detail: 'this cloud or region does not have it' }
  if (NO_SUBSCRIPTION.has(code))
    return {
      type: 'denied',
      permission: 'Microsoft.Resources/subscriptions/read',
      detail: 'the subscription is not there, or these credentials may not see it',
    }
  if (status === 403) return denied(error, permission, role)
  // Whoever answers without a code of Resource Manager's may know no such address at all: that is no empty list.
  if ((status === 404 || status === 410) && code) return { type: 'gone' }
  // Something is being made or taken away there at this moment.
  if (status === 409) return { type: 'transient', detail: `was answered with ${code || status}`, most: 3 }
  // Said in Resource Manager's own form; from anybody else it may mean that only they do not have it.
  if (status === 501 && code)
    return { type: 'unsupported', reason: 'operation', detail: 'this endpoint does not have the operation' }
  if (status === 503 && headers.has('retry-after')) return throttled(headers)
  if (status === 408 || (status >= 500 && status !== 501))
    return { type: 'transient', detail: `was answered with status ${status}` }
  if (status >= 300 && status < 400)
    return {
      type: 'failed',
      reason: 'redirected',
      detail: 'was answered with a redirect, which is not followed',
    }
  return {
    type: 'failed',
    reason: code || `http-${status}`,
    detail: code
      ? `was answered with ${code} (${status})`
      : `was answered with status ${status}, and no error of Azure’s`,
  }
}

function classifyNetwork(error: unknown): Verdict {
  if (error instanceof UnreadableAnswer)
    return { type: 'transient', detail: 'was answered with something that cannot be read', most: 3 }
  if (!(error instanceof Error)) return { type: 'transient', detail: 'had no answer' }
  if (error.name === 'TimeoutError') return { type: 'transient', detail: 'had no answer in time', most: 2 }
  // The message of a network error may hold addresses and headers; its code does not.
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return {
    type: 'transient',
    detail: NETWORK.test(code) ? `had no answer (${code})` : 'had no whole answer',
  }
}

/** Cost Management and others ask for patience in headers of their own; the longest counts. */
function throttled(headers: Headers): Verdict {
  const waits = [retryAfterMs(headers, Date.now) ?? 0]
  for (const [name, value] of headers)
    if (/^x-ms-ratelimit-.*retry-after$/.test(name)) waits.push(Number(value) * 1000 || 0)
    else if (name === 'x-ms-user-quota-resets-after') waits.push(clockMs(value))
  const waitMs = Math.max(...waits.filter(Number.isFinite))
  return waitMs > 0 ? { type: 'throttled', waitMs } : { type: 'throttled' }
}

/** Resource Graph's `00:00:05`. */
function clockMs(value: string): number {
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+)/.exec(value) ?? []
  return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000
}

/** `… does not have authorization to perform action 'Microsoft.X/y/read' over scope '…'` */
const ACTION =
  /does not have (?:the )?(?:permission|authorization) to perform (?:the )?action\(?s?\)? '([\w.]+(?:\/[\w.]+)+)'/

/** ``The principal `…` lacks the required data action `Microsoft.X/y/read` to perform `GET …` operation.`` */
const DATA_ACTION = /lacks the required data action [`'"]?([\w.]+(?:\/[\w.]+)+)/

/** An account that only its own network may reach refuses like one that asks for a role. */
const NETWORK_RULES = /public (network )?access is disabled|virtual network|firewall|private endpoint/i

function denied({ message, code }: ArmRefusal, permission: string, role?: string): Verdict {
  if (NETWORK_RULES.test(message))
    return { type: 'denied', permission: 'network-rules', detail: 'only its own network may reach it' }
  const missing = (ACTION.exec(message) ?? DATA_ACTION.exec(message))?.[1] ?? permission
  const detail =
    code === 'RequestDisallowedByPolicy' || /deny assignment/i.test(message)
      ? `${missing} is denied by a policy or a deny assignment`
      : `the permission ${missing} is missing`
  if (role)
    return {
      type: 'denied',
      permission: `${missing} (role ${role})`,
      detail: `${detail}: the role ${role} has it`,
    }
  return { type: 'denied', permission: missing, detail }
}
