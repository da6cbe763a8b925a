/** Follows the collector's events, so that what others decide and what scans find appears by itself. */
import { ApiError, call } from '../api.ts'
import { refreshHeld } from './resource.svelte.ts'

/** A scan can change the inventory many times a second; people need it a few times a minute. */
const atMostEvery = 3_000

/** Listens while the page can be seen; call the answer to stop. */
export function follow(): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void refreshHeld()
    }, atMostEvery)
  }

  // A hidden page would hold one of the browser's few connections to this host.
  const listen = () => {
    source?.close()
    source = undefined
    if (document.hidden) return
    source = new EventSource('/api/v1/events')
    source.addEventListener('inventory', later)
    source.addEventListener('scan', later)
    source.addEventListener('notification', later)
    source.addEventListener('error', () => {
      // The browser tries again by itself, unless it was refused: then the session may have ended elsewhere.
      if (source?.readyState === EventSource.CLOSED) void askWhetherSignedIn()
    })
  }

  listen()
  document.addEventListener('visibilitychange', listen)
  return () => {
    document.removeEventListener('visibilitychange', listen)
    clearTimeout(timer)
    source?.close()
  }
}

/** Whoever listens to the outcome of calls hears a refusal. */
async function askWhetherSignedIn(): Promise<void> {
  try {
    await call('get', '/api/v1/session', {})
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
