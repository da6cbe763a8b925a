export interface CollectorEvent {
  /** `scan`: a scan made progress. `inventory`: the inventory changed. */
  type: 'scan' | 'inventory'
  data: Record<string, string | number | boolean>
}

type Listener = (event: CollectorEvent) => void

/** Tells the open event streams of this process that something happened. */
export class EventHub {
  readonly #listeners = new Set<Listener>()

  publish(event: CollectorEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
