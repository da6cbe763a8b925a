/** Follows the collector's events, so that what others decide and what scans find appears by itself. */
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
  }

  listen()
  document.addEventListener('visibilitychange', listen)
  return () => {
    document.removeEventListener('visibilitychange', listen)
    clearTimeout(timer)
    source?.close()
  }
}
