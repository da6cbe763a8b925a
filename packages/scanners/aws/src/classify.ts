import { NO_ADDRESS, OWN_ENDPOINT, type Verdict } from '@ai-census/cloud-kit'

/** What the SDK's exceptions tell; read by shape, since each package has classes of its own. */
interface Refusal {
  readonly name: string
  readonly message: string
  readonly status: number
  /** A network error's short word. */
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
}

// Names from the services' own models and AWS's lists of common errors.
const CREDENTIALS = new Set([
  'AuthFailure',
  'CredentialsProviderError',
  'IncompleteSignature',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'NotAuthorizedException',
  'SignatureDoesNotMatch',
  'TokenProviderError',
  'UnrecognizedClientException',
])
const STALE = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'])
const SKEWED = new Set([
  'RequestTimeTooSkewed',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewedException',
])
const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'ForbiddenException',
  'UnauthorizedException',
  'UnauthorizedOperation',
])
const NOT_ENABLED = new Set(['OptInRequired', 'SubscriptionRequiredException', 'NotSignedUp'])
const UNSUPPORTED = new Set([
  'InvalidAction',
  'UnknownOperationException',
  'UnknownOperation',
  'UnsupportedOperation',
  'UnsupportedOperationException',
])
const THROTTLED = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])
const GONE = new Set([
  'NoSuchEntity',
  'NoSuchEntityException',
  'NotFoundException',
  'ResourceNotFound',
  'ResourceNotFoundException',
  'StateMachineDoesNotExist',
])
const NETWORK = /^(ECONN|EPIPE|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR)/

/**
 * What an error of the SDK means for the cell. `permission` is what the operation needs by our table; where AWS names
 * another one in its refusal, that one is missing. `isOwn`: an emulator or the like answered, which speaks for no region.
 */
export function classify(error: unknown, permission: string, isOwn = false): Verdict {
  const refusal = asRefusal(error)
  const { name, message, status, code } = refusal
  if (STALE.has(name)) return { type: 'stale-credentials', detail: 'the credentials have expired' }
  if (SKEWED.has(name) || isSkewed(name, message))
    return { type: 'transient', detail: 'this machine’s clock is not that of AWS' }
  if (NOT_ENABLED.has(name) || isClosed(message))
    return { type: 'not-enabled', reason: name, detail: 'the account is not signed up for this service' }
  if (THROTTLED.has(name) || status === 429) return throttled(refusal)
  if (isElsewhere(name, message)) return unsupported(isOwn)
  if (isOfAccount(message))
    return { type: 'failed', reason: name, detail: 'AWS refuses the account itself, whatever its roles may' }
  if (DENIED.has(name)) return denied(message, permission)
  if (CREDENTIALS.has(name))
    return { type: 'denied', permission: 'credentials', detail: `AWS refused the credentials (${name})` }
  if (name === 'UnreadableAnswer')
    return { type: 'failed', reason: 'unexpected-answer', detail: `was answered with ${message}` }
  if (UNSUPPORTED.has(name)) return unsupported(isOwn)
  if (isGone(refusal)) return { type: 'gone' }
  // Whether any name is known in the region, the caller must find out.
  if (code === 'ENOTFOUND')
    return { type: 'unsupported', reason: NO_ADDRESS, detail: 'this region has no address for the service' }
  // Emulators and private clouds say so of what they do not have.
  if (status === 501 || name === 'NotImplemented') return unsupported(true)
  if (status >= 500) return { type: 'transient', detail: `was answered with status ${status}` }
  if (name === 'TimeoutError' || name === 'AbortError')
    return { type: 'transient', detail: 'had no answer in time', most: 2 }
  if (NETWORK.test(code)) return { type: 'transient', detail: `had no answer (${code})` }
  if (status < 400 && (name === 'SyntaxError' || status === 200))
    return { type: 'transient', detail: 'was answered with something that cannot be read' }
  if (status === 401 || status === 403) return denied(message, permission)
  return { type: 'failed', reason: reasonOf(name, status), detail: saidOf(name, status) }
}

function asRefusal(error: unknown): Refusal {
  if (!(error instanceof Error)) return { name: 'unknown', message: '', status: 0, code: '', headers: {} }
  const metadata = '$metadata' in error ? error.$metadata : undefined
  const status = field(metadata, 'httpStatusCode')
  const cause = error.cause instanceof Error ? error.cause : undefined
  const code = field(error, 'code') ?? field(cause, 'code')
  const headers = field(field(error, '$response'), 'headers')
  return {
    // Query services say it with a `Code` of their own, which may come with a namespace before it.
    name: error.name.replace(/^.*#/, ''),
    message: error.message,
    status: typeof status === 'number' ? status : 0,
    code: typeof code === 'string' ? code : '',
    // Headers as the SDK's HTTP handler gives them: by lower-case name.
    headers: typeof headers === 'object' && headers !== null ? (headers as Record<string, string>) : {},
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function throttled({ headers }: Refusal): Verdict {
  const seconds = Number(headers['retry-after'])
  return seconds > 0 && Number.isFinite(seconds)
    ? { type: 'throttled', waitMs: seconds * 1000 }
    : { type: 'throttled' }
}

/** `User: arn:… is not authorized to perform: sagemaker:ListEndpoints on resource: … with an explicit deny in …` */
const PERFORM = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/

function denied(message: string, permission: string): Verdict {
  const missing = PERFORM.exec(message)?.[1] ?? permission
  const policy = /explicit deny in an? ([a-z -]+policy)/.exec(message)?.[1]
  const why = policy
    ? `${missing} is denied by a ${policy}`
    : `the permission ${missing} is missing${HINTS[missing] ?? ''}`
  return { type: 'denied', permission: missing, detail: why }
}

/** Where AWS gives the same answer to something else as well. */
const HINTS: Readonly<Record<string, string>> = {
  'resource-explorer-2:ListResources': ', or Resource Explorer has no default view in this region',
  'resource-explorer-2:Search': ', or Resource Explorer has no default view in this region',
}

/** Said under the name of a refusal of an account that never had the service: no permission would help. */
const isClosed = (message: string): boolean =>
  /no longer (available|open) to new customers|your account is not (subscribed|signed up)/i.test(message)

/** An account may be refused as a whole, suspended for one; what it has, it has all the same. */
const isOfAccount = (message: string): boolean => /your account is not (authorized|allowed)/i.test(message)

/** Of what a region does not have some services say that the request is wrong, or forbidden. */
const isElsewhere = (name: string, message: string): boolean =>
  /^(Validation|InvalidParameter|InvalidRequest|BadRequest|AccessDenied|Forbidden|InternalFailure)/.test(
    name,
  ) &&
  /not (yet |currently )?(available|supported) in (this|the|your|current)[a-z ]* region|operation is not recognized|unknown operation/i.test(
    message,
  )

/** Signed with a clock that is off: the SDK has learnt the difference from the answer. */
const isSkewed = (name: string, message: string): boolean =>
  (name === 'InvalidSignatureException' || name === 'SignatureDoesNotMatch') &&
  /signature (not yet current|expired)/i.test(message)

/** SageMaker says `ValidationException: Could not find endpoint …`, and some services the like. */
const isMissing = (name: string, message: string): boolean =>
  /^(Validation|InvalidParameter|InvalidRequest|BadRequest)/.test(name) &&
  /could not find|does not exist|cannot be found|not found/i.test(message)

/**
 * Of a 404 only one that says what is missing means that a thing is gone: without an error of AWS's in it, it is the word of
 * a proxy or an emulator that does not know the operation, and says nothing of the thing.
 */
const isGone = ({ name, message, status }: Refusal): boolean =>
  GONE.has(name) ||
  // `NotFound` alone is what the SDK calls a 404 that names nothing.
  (status === 404 && name !== 'NotFound' && /NotFound|NoSuch|NotExist/.test(name)) ||
  isMissing(name, message)

const unsupported = (isOwn: boolean): Verdict =>
  isOwn
    ? { type: 'unsupported', reason: OWN_ENDPOINT, detail: 'this endpoint does not have the operation' }
    : { type: 'unsupported', reason: 'operation', detail: 'this region does not have the operation' }

/** Names that the SDK, not AWS, gave to an answer without a name. */
const NAMELESS = new Set([
  'Error',
  'NotFound',
  'SyntaxError',
  'TypeError',
  'Unknown',
  'UnknownError',
  'unknown',
])

const saidOf = (name: string, status: number): string =>
  NAMELESS.has(name)
    ? `was answered with status ${status}, and no error of AWS’s`
    : `was answered with ${name} (${status})`

const reasonOf = (name: string, status: number): string =>
  NAMELESS.has(name) ? `http-${status}` : name.slice(0, 200)
