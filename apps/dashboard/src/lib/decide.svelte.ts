/** Filing decisions: one way for all pages, safe to retry, with undo as one more decision. */
import { type Answer, ApiError, call } from './api.ts'
import { notices } from './state/notices.svelte.ts'
import { refreshHeld, watch } from './state/resource.svelte.ts'
import type { Decision, DecisionBody, SystemDetail } from './types.ts'

export interface Filed {
  decision: Decision
  system: SystemDetail | null
}

/** The versions of the systems that a person looked at, by id: a newer one is refused with 412. */
export type Versions = Readonly<Record<string, string>>

/** One decision of many, with what the person saw. */
export interface Wanted {
  body: DecisionBody
  ifVersions?: Versions
}

/** What this visit filed itself is no news from somebody else. */
const own = new Set<number>()
export const wasFiledHere = (sequence: number): boolean => own.has(sequence)

/** What can be taken back, newest last; many decisions that were filed together are taken back together. */
interface Done {
  sequences: readonly number[]
  said: string
  systems: readonly string[]
}
let done: Done[] = []
const remembered = 50

/** Decisions that are on their way. */
const underWay = new Set<Promise<unknown>>()
function tracked<T>(work: Promise<T>): Promise<T> {
  underWay.add(work)
  const over = () => underWay.delete(work)
  work.then(over, over)
  return work
}

/** Settles when what the newest decision changed is on screen. */
let renewed: Promise<void> = Promise.resolve()

/**
 * Files a decision and brings everything on screen up to date. The request id makes the retry after a lost
 * answer safe. Throws `ApiError`; status 412 means that a system is not what the person saw.
 */
export async function file(body: DecisionBody, seen?: string | Versions): Promise<Filed> {
  const versions = typeof seen === 'string' ? { ifVersion: seen } : seen ? { ifVersions: seen } : {}
  const request = { body, requestId: requestId(), ...versions }
  const filed = await tracked(twice(() => call('post', '/api/v1/decisions', { body: request })))
  own.add(filed.decision.sequence)
  if (filed.system)
    watch('/api/v1/systems/{id}', { params: { id: filed.system.system.id } }).put(filed.system)
  renewed = refreshHeld()
  return filed
}

type BatchAnswer = Answer<'post', '/api/v1/decisions/batch'>

/** What these would touch; writes nothing. Throws `ApiError` where one of them would be refused. */
export const previewAll = (wanted: readonly Wanted[]): Promise<BatchAnswer> =>
  call('post', '/api/v1/decisions/batch', { query: { dryRun: 'true' }, body: { decisions: [...wanted] } })

/** Files all or none, in their order. Throws `ApiError`; a fault's place names the one that was refused. */
export async function fileAll(wanted: readonly Wanted[]): Promise<readonly Decision[]> {
  const decisions = wanted.map((one) => ({ ...one, requestId: requestId() }))
  const answer = await tracked(twice(() => call('post', '/api/v1/decisions/batch', { body: { decisions } })))
  for (const { sequence } of answer.decisions) own.add(sequence)
  renewed = refreshHeld()
  return answer.decisions
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
  const hex = randomHex(16)
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}`
}

export function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Says what was decided and offers to take it back. */
export function sayDecided(said: string, { decision }: Filed, about = systemsOf(decision.body)): void {
  sayAllDecided(said, [decision], about)
}

export function sayAllDecided(
  said: string,
  decisions: readonly Decision[],
  systems = [...new Set(decisions.flatMap(({ body }) => systemsOf(body)))],
): void {
  const one: Done = { sequences: decisions.map(({ sequence }) => sequence), said, systems }
  done = [...done.slice(1 - remembered), one]
  notices.add({ text: said, tone: 'ok', action: { label: 'Undo', key: 'u', run: () => void undo(one) } })
}

export function sayFailed(what: string, error: ApiError, action?: { label: string; run: () => void }): void {
  notices.add({ text: `${what}: ${error.message}`, tone: 'danger', ...(action ? { action } : {}) })
}

/**
 * Revokes the newest decision of this visit that still stands, also where it is only on its way. Nothing is deleted:
 * the log shows both.
 */
export async function undoLast(): Promise<void> {
  while (underWay.size > 0) {
    await Promise.allSettled(underWay)
    // Whoever decided says so first.
    await new Promise((resolve) => setTimeout(resolve))
  }
  if (notices.actNewest('u')) return
  const last = done.at(-1)
  if (last) await undo(last)
  else
    notices.add({
      text: 'Nothing of this visit is left to take back. The decision log takes back older ones.',
      tone: 'ok',
    })
}

let takingBack: Promise<void> = Promise.resolve()
/** Settles when what is being taken back is on record, and on screen: a decision before that would be about what was. */
export const takenBack = (): Promise<void> => takingBack

/** Is told whose decisions are being taken back; what it answers with is called once they are. */
type OnTakingBack = (systems: readonly string[]) => () => void
const listeners = new Set<OnTakingBack>()

/** Call the answer to hear no more. */
export function onTakingBack(listener: OnTakingBack): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the decision was about, the one that it started from first. */
function systemsOf(body: DecisionBody): string[] {
  if (body.type === 'merge') return [body.from]
  return 'system' in body ? [body.system] : []
}

async function undo(one: Done): Promise<void> {
  if (!done.includes(one)) return
  done = done.filter((other) => other !== one)
  const told = [...listeners].map((listener) => listener(one.systems))
  try {
    const work = revoke(one.sequences)
    takingBack = work.then(
      () => renewed,
      () => undefined,
    )
    await work
    notices.add({ text: `Taken back: ${one.said}`, tone: 'ok' })
    for (const then of told) then()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    done = [...done, one]
    sayFailed('Not taken back', error, { label: 'Try again', run: () => void undo(one) })
  }
}

/** The newest first, so that the inventory passes through no state that nobody decided. */
async function revoke(sequences: readonly number[]): Promise<void> {
  const [only, ...more] = sequences
  if (only !== undefined && more.length === 0) await file({ type: 'revoke', sequence: only })
  else await fileAll(sequences.toReversed().map((sequence) => ({ body: { type: 'revoke', sequence } })))
}
