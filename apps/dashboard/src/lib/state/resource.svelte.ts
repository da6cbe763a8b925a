/**
 * What the server said, kept for the time of the visit. A page's `load` watches what it needs; the newest
 * answer is shown at once and refreshed behind, and a failed refresh never takes away what is on screen.
 */
import { type Answer, ApiError, address, type CallInput, call, type PathOf } from '../api.ts'

const freshFor = 5_000
const kept = 200

export class Resource<T> {
  data = $state.raw<T>()
  error = $state.raw<ApiError>()
  loading = $state(false)
  /** When `data` was answered, ms since the epoch. */
  at = $state<number>()

  readonly key: string
  readonly #fetch: () => Promise<T>
  #holders = 0
  #running: Promise<void> | undefined

  constructor(key: string, fetch: () => Promise<T>) {
    this.key = key
    this.#fetch = fetch
  }

  /** Settles with the call that is under way; never rejects. */
  refresh(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** After a change: an answer that is under way may be from before it, so it is asked for once more. */
  async refreshAfter(): Promise<void> {
    await this.#running
    await this.refresh()
  }

  async #run(): Promise<void> {
    this.loading = true
    try {
      this.data = await this.#fetch()
      this.at = Date.now()
      this.error = undefined
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      this.error = cause
    } finally {
      this.loading = false
    }
  }

  /** Refreshes unless the answer is only seconds old. */
  async renew(): Promise<void> {
    if (this.at === undefined || this.error || Date.now() - this.at > freshFor) await this.refresh()
  }

  /** Takes a newer answer that came by another way, e.g. with a decision. */
  put(data: T): void {
    this.data = data
    this.at = Date.now()
    this.error = undefined
  }

  /** Says that a component shows this; held resources are refreshed on focus and after decisions. */
  hold(): () => void {
    this.#holders++
    return () => {
      this.#holders--
    }
  }

  get held(): boolean {
    return this.#holders > 0
  }

  expire(): void {
    this.at = undefined
  }
}

/** A resource without knowledge of its answer's type, as the cache keeps it. */
type AnyResource = Resource<unknown>
const cache = new Map<string, AnyResource>()

function remember(resource: AnyResource): void {
  cache.set(resource.key, resource)
  if (cache.size <= kept) return
  const oldest = [...cache.values()].find((other) => !other.held && other !== resource)
  if (oldest) cache.delete(oldest.key)
}

/** The resource of a GET endpoint; starts to fetch it when it is not fresh. */
export const watch = <P extends PathOf<'get'>>(
  path: P,
  input: CallInput<'get', P>,
): Resource<Answer<'get', P>> =>
  watchBy(address(path, input.params, input.query ?? {}), () => call('get', path, input))

/** The same of what takes more than one call. `key`: an address, which no other kind of answer has. */
export function watchBy<T>(key: string, fetch: () => Promise<T>): Resource<T> {
  // One key has one answer's type.
  const known = cache.get(key) as Resource<T> | undefined
  const resource = known ?? new Resource<T>(key, fetch)
  cache.delete(key)
  remember(resource as AnyResource)
  // Later, because a derived value may ask, and those must not change any state.
  queueMicrotask(() => void resource.renew())
  return resource
}

const patience = 200

/**
 * Waits until all have an answer or 200 ms have passed, whichever is first: a quick answer needs no
 * placeholder, a slow one gets it.
 */
export async function soon<R extends Record<string, AnyResource | unknown>>(page: R): Promise<R> {
  const waits = Object.values(page)
    .filter((value) => value instanceof Resource)
    .filter((resource) => resource.data === undefined)
    .map((resource) => resource.renew())
  if (waits.length > 0) {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, patience)
    await Promise.race([Promise.all(waits), promise])
    clearTimeout(timer)
  }
  return page
}

/** After a change: what is on screen is fetched again, everything else when it is next asked for. */
export async function refreshHeld(): Promise<void> {
  const held: Promise<void>[] = []
  for (const resource of cache.values()) {
    if (resource.held) held.push(resource.refreshAfter())
    else resource.expire()
  }
  await Promise.all(held)
}

/** On return to the window: what is on screen, where it is older than a few seconds. */
export function renewHeld(): void {
  for (const resource of cache.values()) if (resource.held) void resource.renew()
}

/** Nothing of one person's visit stays for the next. */
export function forgetAll(): void {
  cache.clear()
}
