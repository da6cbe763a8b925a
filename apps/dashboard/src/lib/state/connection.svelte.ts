/** Whether the collector answers. While it does not, it is asked again until it does. */
import { onOutcome } from '../api.ts'
import { refreshHeld } from './resource.svelte.ts'

const askEvery = 5_000

class Connection {
  offline = $state(false)
  /** When the collector last answered, ms since the epoch. */
  lastAnswer = $state(Date.now())
  #timer: ReturnType<typeof setInterval> | undefined

  heard(): void {
    this.lastAnswer = Date.now()
    if (!this.offline) return
    this.offline = false
    clearInterval(this.#timer)
    this.#timer = undefined
    void refreshHeld()
  }

  lost(): void {
    this.offline = true
    this.#timer ??= setInterval(() => void this.ask(), askEvery)
  }

  /** Asks now, e.g. because the person pressed the button. */
  async ask(): Promise<void> {
    try {
      const response = await fetch('/healthz', { cache: 'no-store' })
      if (response.ok) this.heard()
    } catch {
      // Still nobody there; the next turn asks again.
    }
  }
}

export const connection = new Connection()

onOutcome((error) => {
  if (error?.unreachable) connection.lost()
  else connection.heard()
})
