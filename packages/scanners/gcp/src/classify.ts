import { NO_ADDRESS, NO_PLACE, type Verdict } from '@ai-census/cloud-kit'
import { retryAfterMs } from '@ai-census/scanner-kit'
import { z } from 'zod'
import { NoCredentials } from './auth.ts'
import { Refusal, Unreadable } from './transport.ts'

/** Those of a list that are objects; one that is none costs the others nothing. */
const objects = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(z.looseObject(shape).nullable().catch(null))
    .transform((all) => all.flatMap((one) => (one === null ? [] : [one])))
    .catch([])

/** Google's error model: a canonical code, and details of which `ErrorInfo` and `RetryInfo` are read. */
const ErrorBody = z.object({
  error: z.object({
    message: z.string().catch(''),
    status: z.string().catch(''),
    details: objects({ '@type': z.string().catch('') }),
    // The form of BigQuery and other older services.
    errors: objects({ reason: z.string().catch('') }),
  }),
})

const NETWORK = /^(ECONN|EPIPE|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR)/
const OFF = new Set(['SERVICE_DISABLED', 'accessNotConfigured', 'BILLING_DISABLED'])
/** What no permission on the list itself would help with: which one would. */
const OF_THE_PROJECT: Readonly<Record<string, readonly [string, string]>> = {
  CONSUMER_INVALID: [
    'resourcemanager.projects.get',
    'the project is not there, or these credentials may not see it',
  ],
  USER_PROJECT_DENIED: [
    'serviceusage.services.use',
    'these credentials may not use the project that is billed for requests',
  ],
}
const BUSY = new Set([
  'RATE_LIMIT_EXCEEDED',
  // Of older services.
  'concurrentLimitExceeded',
  'dailyLimitExceeded',
  'quotaExceeded',
  'rateLimitExceeded',
  'servingLimitExceeded',
  'userRateLimitExceeded',
  'variableTermLimitExceeded',
])

/** What an error means for the cell. `permission` is what our table says it needs; Google's own word goes first. */
export function classify(error: unknown, permission: string): Verdict {
  if (error instanceof NoCredentials)
    return { type: 'denied', permission: 'credentials', detail: 'there are no usable Google credentials' }
  if (error instanceof Refusal) return classifyRefusal(error, permission)
  if (error instanceof Unreadable)
    return { type: 'transient', detail: 'was answered with something that cannot be read' }
  return classifyNetwork(error)
}

function classifyRefusal({ status, headers, body }: Refusal, permission: string): Verdict {
  const about = aboutOf(body)
  const off = OFF.has(about.reason) ? about.reason : offBy(about.message)
  if (off) return { type: 'not-enabled', reason: off, detail: offDetail(off) }
  // What it has is there all the same.
  if (about.reason === 'CONSUMER_SUSPENDED')
    return { type: 'failed', reason: about.reason, detail: 'the project is suspended' }
  if (status === 429 || about.code === 'RESOURCE_EXHAUSTED' || BUSY.has(about.reason)) {
    const wait = about.retryMs ?? retryAfterMs(headers, Date.now)
    return wait === null ? { type: 'throttled' } : { type: 'throttled', waitMs: wait }
  }
  if (status === 401) return { type: 'stale-credentials', detail: 'Google refused the credentials' }
  if (status === 403) return denied(about, permission)
  // Whoever does not speak as Google does may know no such address at all: that is no empty list.
  if ((status === 404 || status === 410) && (about.code === 'NOT_FOUND' || about.reason === 'notFound'))
    return { type: 'gone' }
  if (about.code === 'UNIMPLEMENTED')
    return { type: 'unsupported', reason: 'operation', detail: 'this place does not have the operation' }
  if (status === 400 && isNoPlace(about.message))
    return { type: 'unsupported', reason: NO_PLACE, detail: 'the service is not in this location' }
  // 409 is a lock or an abort that passes.
  if (status === 408 || status === 409 || (status >= 500 && status !== 501))
    return { type: 'transient', detail: `was answered with status ${status}` }
  return {
    type: 'failed',
    reason: about.code || `http-${status}`,
    detail: about.code
      ? `was answered with ${about.code} (${status})`
      : `was answered with status ${status}, and no error of Google’s`,
  }
}

interface About {
  readonly message: string
  readonly code: string
  readonly reason: string
  /** Which permission is missing, where Google names it. */
  readonly permission: string | null
  readonly retryMs: number | null
}

function aboutOf(body: unknown): About {
  // Where many answers would have come the one refusal comes in a list.
  const parsed = ErrorBody.safeParse(Array.isArray(body) ? body[0] : body)
  if (!parsed.success) return { message: '', code: '', reason: '', permission: null, retryMs: null }
  const { message, status, details, errors } = parsed.data.error
  const info = details.find((one) => one['@type'].endsWith('google.rpc.ErrorInfo'))
  const retry = details.find((one) => one['@type'].endsWith('google.rpc.RetryInfo'))
  const metadata = z.looseObject({ permission: z.string().optional() }).safeParse(info?.metadata)
  const seconds = typeof retry?.retryDelay === 'string' ? Number.parseFloat(retry.retryDelay) : Number.NaN
  return {
    message,
    code: status,
    reason: typeof info?.reason === 'string' ? info.reason : (errors[0]?.reason ?? ''),
    permission: isPermission(metadata.data?.permission) ? metadata.data.permission : named(message),
    retryMs: Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : null,
  }
}

const isPermission = (said: string | undefined): said is string => /^[a-z]+(\.[A-Za-z]+)+$/.test(said ?? '')

const PERMISSION = '([a-z]+\\.[A-Za-z]+\\.[A-Za-z]+)'
/** `Permission 'aiplatform.endpoints.list' denied on resource …`, `User does not have bigquery.jobs.create permission in …` */
const NAMED = [
  new RegExp(`[Pp]ermission[: ]+["'\`]?${PERMISSION}`),
  new RegExp(`does not have ${PERMISSION} (?:permission|access)`),
]
const named = (message: string): string | null => {
  for (const form of NAMED) {
    const found = form.exec(message)?.[1]
    if (found) return found
  }
  return null
}

/** Services that are older than Google's details of errors say it in words alone. */
function offBy(message: string): string | null {
  if (/has not been used in project \S+ before or it is disabled/i.test(message)) return 'SERVICE_DISABLED'
  return /requires billing to be enabled|billing (has not been|is not) enabled/i.test(message)
    ? 'BILLING_DISABLED'
    : null
}

function denied({ reason, permission: said }: About, permission: string): Verdict {
  if (reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT')
    return { type: 'denied', permission: 'credentials', detail: 'the token lacks the scope cloud-platform' }
  const project = Object.hasOwn(OF_THE_PROJECT, reason) ? OF_THE_PROJECT[reason] : undefined
  if (project) return { type: 'denied', permission: project[0], detail: project[1] }
  const missing = said ?? permission
  const why = ['SECURITY_POLICY_VIOLATED', 'ORG_RESTRICTION_VIOLATION', 'VPC_SERVICE_CONTROLS'].includes(
    reason,
  )
    ? `a policy of the organisation forbids it (${reason})`
    : `the permission ${missing} is missing`
  return { type: 'denied', permission: missing, detail: why }
}

const isNoPlace = (message: string): boolean =>
  /location|region/i.test(message) &&
  /not (a )?(supported|valid|found|available)|unsupported|invalid|is unavailable/i.test(message)

const offDetail = (reason: string): string =>
  reason === 'BILLING_DISABLED' ? 'the project has no billing' : 'the service is not enabled in this project'

function classifyNetwork(error: unknown): Verdict {
  const { name, code } = networkError(error)
  if (name === 'TimeoutError' || name === 'AbortError')
    return { type: 'transient', detail: 'had no answer in time', most: 2 }
  if (code === 'ENOTFOUND')
    return { type: 'failed', reason: NO_ADDRESS, detail: 'its address is not known here' }
  if (NETWORK.test(code)) return { type: 'transient', detail: `had no answer (${code})` }
  return { type: 'transient', detail: 'had no answer' }
}

/** A short word: the message of a network error may hold addresses and headers. */
function networkError(error: unknown): { name: string; code: string } {
  if (!(error instanceof Error)) return { name: '', code: '' }
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return { name: error.name, code }
}
