/** Filing decisions: one way for all pages, safe to retry, with undo as one more decision. */
import { ApiError, call } from './api.ts'
import { notices } from './state/notices.svelte.ts'
import { refreshHeld, watch } from './state/resource.svelte.ts'
import type { Decision, DecisionBody, SystemDetail } from './types.ts'

export interface Filed {
  decision: Decision
  system: SystemDetail | null
}

let last: { sequence: number; said: string } | undefined

/**
 * Files a decision and brings everything on screen up to date. The request id makes the retry after a lost
 * answer safe. Throws `ApiError`; status 412 means that the system is not what the person saw.
 */
export async function file(body: DecisionBody, ifVersion?: string): Promise<Filed> {
  const request = { body, requestId: requestId(), ...(ifVersion === undefined ? {} : { ifVersion }) }
  const filed = await twice(() => call('post', '/api/v1/decisions', { body: request }))
  if (filed.system)
    watch('/api/v1/systems/{id}', { params: { id: filed.system.system.id } }).put(filed.system)
  void refreshHeld()
  return filed
}

/** Tries once more where no answer came: the request id keeps it one decision. */
async function twice<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ApiError) || !error.unreachable) throw error
    return await send()
  }
}

/** `crypto.randomUUID` needs a secure context, and a collector may be reached by plain HTTP on a host name. */
function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Says what was decided and offers to take it back. */
export function sayDecided(said: string, { decision }: Filed): void {
  last = { sequence: decision.sequence, said }
  notices.add({ text: said, tone: 'ok', action: { label: 'Undo', key: 'u', run: () => void undoLast() } })
}

export function sayFailed(what: string, error: ApiError, action?: { label: string; run: () => void }): void {
  notices.add({ text: `${what}: ${error.message}`, tone: 'danger', ...(action ? { action } : {}) })
}

/** Revokes the newest decision of this visit. Nothing is deleted: the log shows both. */
export async function undoLast(): Promise<void> {
  const undone = last
  if (!undone) return
  last = undefined
  try {
    await file({ type: 'revoke', sequence: undone.sequence })
    notices.add({ text: `Taken back: ${undone.said}`, tone: 'ok' })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    last = undone
    sayFailed('Not taken back', error)
  }
}
