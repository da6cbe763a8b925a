import { type Clock, type RateBudget, ScopeFailure, systemClock } from '@ai-census/scanner-kit'

/** What a provider's error means; the only thing about errors that a scanner must tell the kit. */
export type Verdict =
  | { readonly type: 'denied'; readonly permission: string; readonly detail: string }
  /** `waitMs`: as long as the provider asks for, where it does. */
  | { readonly type: 'throttled'; readonly waitMs?: number }
  /** Worth another try: the network, a 5xx, a clock that was set right by the answer. `most`: tries, where fewer do. */
  | { readonly type: 'transient'; readonly detail: string; readonly most?: number }
  /** The credentials ran out; new ones may be had. */
  | { readonly type: 'stale-credentials'; readonly detail: string }
  | { readonly type: 'gone' }
  | {
      readonly type: 'not-enabled' | 'unsupported' | 'failed'
      readonly reason: string
      readonly detail: string
    }

export interface AttemptOptions {
  /** The operation, for messages: `sagemaker:ListEndpoints in eu-west-1`. */
  readonly name: string
  readonly budget: RateBudget
  readonly signal: AbortSignal
  classify(error: unknown): Verdict
  /** Makes the next try use new credentials. Asked once an operation. */
  renew?(): Promise<void>
  /** Tries, the first included. Default 6. */
  readonly attempts?: number
  /** A longer wait than this that the provider asks for ends the cell as `throttled`. Default 120 000. */
  readonly maxWaitMs?: number
  readonly clock?: Clock
  readonly random?: () => number
}

/** What "gone" looks like where it is thrown. */
const GONE = 'gone'

/** Listed a moment ago, and not there any more. */
export const isGone = (error: unknown): boolean => error instanceof ScopeFailure && error.reason === GONE

/**
 * One operation under its budget, tried again where that can help. Every failure that it throws is a `ScopeFailure`
 * with the coverage that it leaves; on abort it throws the signal's reason.
 */
export async function attempt<T>(options: AttemptOptions, send: () => Promise<T>): Promise<T> {
  const { budget, signal, clock = systemClock, random = Math.random } = options
  const attempts = Math.max(1, options.attempts ?? 6)
  let renewed = false
  for (let tries = 1; ; tries++) {
    await budget.take(signal)
    const outcome = await send().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    signal.throwIfAborted()
    if ('value' in outcome) {
      budget.succeeded()
      return outcome.value
    }
    // What the caller's own code threw on the way, such as the refusal to send what is not in the table.
    if (outcome.error instanceof ScopeFailure) throw outcome.error
    const verdict = options.classify(outcome.error)
    if (verdict.type === 'stale-credentials' && options.renew && !renewed) {
      renewed = true
      await options.renew()
      continue
    }
    if (verdict.type !== 'throttled' && verdict.type !== 'transient') {
      if (verdict.type === 'gone') budget.succeeded()
      throw failureOf(verdict, options.name)
    }
    const told = verdict.type === 'throttled' ? verdict.waitMs : undefined
    const wait = waitBefore(tries, told, random)
    if (verdict.type === 'throttled') budget.throttled(wait)
    const most = Math.min(attempts, (verdict.type === 'transient' ? verdict.most : undefined) ?? attempts)
    if (tries >= most || wait > (options.maxWaitMs ?? 120_000)) throw givenUp(verdict, options.name, tries)
    await clock.sleep(wait, signal)
  }
}

/** As the provider asks, else growing from half a second to half a minute; spread, so that not all come at once. */
function waitBefore(tries: number, told: number | undefined, random: () => number): number {
  if (told !== undefined) return told + random() * Math.min(1000, told * 0.1)
  return Math.min(30_000, 500 * 2 ** (tries - 1)) * (0.5 + random() / 2)
}

type Final = Exclude<Verdict, { type: 'throttled' | 'transient' }>

function failureOf(verdict: Final, name: string): ScopeFailure {
  if (verdict.type === 'gone') return new ScopeFailure('failed', GONE, `${name}: it is not there any more.`)
  if (verdict.type === 'denied')
    return new ScopeFailure('denied', verdict.permission, `${name}: ${verdict.detail}`)
  if (verdict.type === 'stale-credentials')
    return new ScopeFailure('denied', 'credentials', `${name}: ${verdict.detail}`)
  return new ScopeFailure(verdict.type, verdict.reason, `${name}: ${verdict.detail}`)
}

function givenUp(
  verdict: Extract<Verdict, { type: 'throttled' | 'transient' }>,
  name: string,
  tries: number,
) {
  const times = tries === 1 ? 'once' : `${tries} times`
  if (verdict.type === 'throttled')
    return new ScopeFailure(
      'throttled',
      'rate-limit',
      `${name} was refused as too many requests, tried ${times}.`,
    )
  return new ScopeFailure('failed', 'unavailable', `${name}: ${verdict.detail}, tried ${times}.`)
}
