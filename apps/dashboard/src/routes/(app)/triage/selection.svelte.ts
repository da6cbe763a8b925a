/** What is selected of the list, to be decided on together. */
import { span } from './queue.ts'

export class Selection {
  ids = $state.raw<ReadonlySet<string>>(new Set())

  get size(): number {
    return this.ids.size
  }

  has(id: string): boolean {
    return this.ids.has(id)
  }

  toggle(id: string): void {
    const next = new Set(this.ids)
    if (!next.delete(id)) next.add(id)
    this.ids = next
  }

  /** Takes in all from one row to the other. */
  extend(rows: readonly { id: string }[], from: string, to: string): void {
    this.ids = new Set([...this.ids, ...span(rows, from, to)])
  }

  /** All of these; none of them where all were selected already. */
  all(rows: readonly { id: string }[]): void {
    const every = rows.every(({ id }) => this.ids.has(id))
    this.ids = every ? new Set() : new Set([...this.ids, ...rows.map(({ id }) => id)])
  }

  drop(ids: readonly string[]): void {
    const gone = new Set(ids)
    this.ids = new Set([...this.ids].filter((id) => !gone.has(id)))
  }

  clear(): void {
    this.ids = new Set()
  }
}
