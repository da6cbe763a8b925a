export interface CollectorEvent {
  /** `scan`: a scan made progress. `inventory`: the inventory changed. `notification`: a message went out or did not. */
  type: 'scan' | 'inventory' | 'notification'
  data: Record<string, string | number | boolean>
}

type Listener = (event: CollectorEvent) => void

/** Tells the open event streams of this process that something happened. */
export class EventHub {
  readonly #listeners = new Set<Listener>()
  readonly #closing = new AbortController()
  /** Where else to tell what happened here. */
  relay: Listener | null = null
  readonly #pauses = new Set<() => void>()

  publish(event: CollectorEvent): void {
    this.tell(event)
    this.relay?.(event)
  }

  /** Only here: it happened elsewhere. */
  tell(event: CollectorEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get closed(): boolean {
    return this.#closing.signal.aborted
  }

  /** Lets every open stream end, so that the server can. */
  close(): void {
    this.#closing.abort()
  }

  /** Ends every pause, so that each stream looks at once whether its listener may still hear. */
  lookAgain(): void {
    for (const end of [...this.#pauses]) end()
  }

  /** Waits, but not beyond the close. */
  pause(ms: number): Promise<void> {
    const { signal } = this.#closing
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        this.#pauses.delete(done)
        resolve()
      }
      this.#pauses.add(done)
      const timer = setTimeout(done, ms)
      if (signal.aborted) done()
      else signal.addEventListener('abort', done)
    })
  }
}
