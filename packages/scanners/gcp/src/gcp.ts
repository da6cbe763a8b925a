import {
  attempt,
  type Budgets,
  type CellNotes,
  CHECK_ATTEMPTS,
  guardOperation,
  isGone,
  type Rate,
} from '@ai-census/cloud-kit'
import { type Clock, ScopeFailure } from '@ai-census/scanner-kit'
import { z } from 'zod'
import { addressOf } from './address.ts'
import type { Credentials } from './auth.ts'
import { classify } from './classify.ts'
import type { GcpConfig } from './config.ts'
import type { ServiceName } from './services.ts'
import type { Query, Send } from './transport.ts'

export interface Call {
  readonly service: ServiceName
  /** `/v1/projects/…`. */
  readonly path: string
  /** The IAM permission that it needs. */
  readonly permission: string
  /** Where the service is asked; default: where the cell is. */
  readonly location?: string
  readonly query?: Query
  /** A question that is asked with a body. It changes nothing; which rows may ask one a test says. */
  readonly question?: object
}

export interface ListCall<T> extends Call {
  /** Where the items are in the answer. */
  readonly key: string
  readonly item: z.ZodType<T>
  /** `pageSize` by most; BigQuery has `maxResults`, and some lists have neither. */
  readonly size?: Query
  /** More pages than this are not read, and the cell says so. */
  readonly mostPages?: number
  /** So many are all that is wanted: what there is more is not asked for, and nothing is missing. */
  readonly most?: number
  /** It adds to what was read: who does not know it at all (an emulator, a recording) takes nothing from that. */
  readonly isExtra?: true
}

/** What one cell may ask Google. Failures are `ScopeFailure`s. */
export interface Gcp {
  /** The items of a list, page by page. One that is of another shape is left out, aloud. */
  list<T>(call: ListCall<T>): AsyncGenerator<T, void, undefined>
  get<T>(call: Call, schema: z.ZodType<T>): Promise<T>
  /** Undefined where there is none. */
  find<T>(call: Call, schema: z.ZodType<T>): Promise<T | undefined>
  /** Undefined where it is gone, null where it could not be read, which the cell then says. */
  more<T>(call: Call, schema: z.ZodType<T>): Promise<T | null | undefined>
  /** All that a list within a listed thing has; what could not be read is said by the cell. */
  within<T>(call: ListCall<T>): Promise<T[]>
  /** Something is not as it should be; the cell says so, and reading goes on. */
  doubt(place: string, reason: string, message: string): void
  /** After the last one: lists that were gone wherever they were asked for are none that went away meanwhile. */
  settle(): void
}

/** What the check wants to know: whether an operation was let in. */
export interface Probe {
  /** The first page of a list tells it. */
  readonly isBrief?: true
  answered(permission: string, failure: ScopeFailure | null): void
}

export interface Connection {
  readonly config: GcpConfig
  readonly send: Send
  readonly credentials: Credentials
  readonly budgets: Budgets
  readonly clock: Clock
  readonly signal: AbortSignal
}

export interface Asker {
  readonly id: string
  readonly operations: readonly string[]
}

// The smallest quota of reads among these services is 600 a minute and project, but for those that count otherwise.
const RATE: Rate = { perSecond: 10, burst: 20 }
const RATES: Readonly<Partial<Record<ServiceName, Rate>>> = {
  logging: { perSecond: 1, burst: 5 },
  cloudasset: { perSecond: 5, burst: 10 },
}
const MOST_PAGES = 100_000

const Page = z.looseObject({
  nextPageToken: z.string().nullish(),
  unreachable: z.array(z.string()).nullish(),
  // The same of Kubernetes Engine, and what Monitoring could not sum.
  missingZones: z.array(z.string()).nullish(),
  executionErrors: z.array(z.unknown()).nullish(),
})

export function createGcp(
  connection: Connection,
  where: { readonly project: string; readonly location: string },
  type: Asker,
  notes: CellNotes,
  probe?: Probe,
): Gcp {
  const { config, send, credentials, budgets, clock, signal } = connection
  const answered = new Set<string>()
  const gone = new Map<string, ScopeFailure>()
  const ask = async (call: Call, more: Query = {}): Promise<unknown> => {
    guardOperation(type, call.permission)
    const address = addressOf(config, call.service, call.location ?? where.location)
    try {
      const answer = await attempt(
        {
          name: `${call.permission} in ${call.location ?? where.location} of ${where.project}`,
          budget: budgets(`${where.project} ${call.service}`, RATES[call.service] ?? RATE),
          signal,
          classify: (error) => classify(error, call.permission),
          renew: credentials.renew,
          clock,
          ...(probe?.isBrief && { attempts: CHECK_ATTEMPTS }),
        },
        () =>
          call.question
            ? send(address, call.path, call.query ?? {}, signal, { ...call.question, ...defined(more) })
            : send(address, call.path, { ...call.query, ...more }, signal),
      )
      answered.add(call.permission)
      probe?.answered(call.permission, null)
      return answer
    } catch (failure) {
      if (failure instanceof ScopeFailure) probe?.answered(call.permission, failure)
      throw failure
    }
  }
  const list = async function* <T>(call: ListCall<T>): AsyncGenerator<T, void, undefined> {
    const used = new Set<string>()
    let pageToken: string | undefined
    let told = 0
    for (let pages = 1; ; pages++) {
      const { body, next } = readPage(
        await ask(call, { ...(call.size ?? { pageSize: 100 }), pageToken }),
        call,
      )
      notes.page()
      if (body.executionErrors && body.executionErrors.length > 0)
        notes.miss(
          call.permission,
          new ScopeFailure('failed', 'partial-failure', 'Google could not read all of it.'),
        )
      for (const place of [...(body.unreachable ?? []), ...(body.missingZones ?? [])])
        notes.miss(
          `${call.permission} in ${place}`,
          new ScopeFailure('failed', 'unreachable', `${place} did not answer Google itself.`),
        )
      const items = body[call.key] ?? []
      if (!Array.isArray(items)) throw malformed(call, `${call.key} is no list`)
      for (const one of items) {
        if (call.most !== undefined && told++ >= call.most) return
        const parsed = call.item.safeParse(one)
        if (parsed.success) yield parsed.data
        else notes.miss(call.permission, malformed(call, `an item of ${call.key} is of another shape`))
      }
      if (!next || probe?.isBrief || told >= (call.most ?? Number.POSITIVE_INFINITY)) return
      if (used.has(next))
        throw new ScopeFailure('failed', 'pagination-loop', 'Google gave a page token twice.')
      if (call.mostPages !== undefined && pages >= call.mostPages)
        throw new ScopeFailure(
          'partial',
          'limit-reached',
          `Of ${call.permission} only the first ${pages} pages were read.`,
        )
      if (pages >= MOST_PAGES)
        throw new ScopeFailure('failed', 'pagination-limit', `The list has more than ${MOST_PAGES} pages.`)
      used.add(next)
      pageToken = next
    }
  }
  const get = async <T>(call: Call, schema: z.ZodType<T>): Promise<T> => {
    const parsed = schema.safeParse(await ask(call))
    if (!parsed.success) throw malformed(call, 'the answer is of another shape')
    return parsed.data
  }
  return {
    list,
    get,
    async find(call, schema) {
      try {
        const found = await get(call, schema)
        notes.page()
        return found
      } catch (failure) {
        if (!isGone(failure)) throw failure
        notes.page()
        return undefined
      }
    },
    async more(call, schema) {
      try {
        return await get(call, schema)
      } catch (failure) {
        if (!(failure instanceof ScopeFailure)) throw failure
        if (isGone(failure)) return undefined
        notes.miss(call.permission, failure)
        return null
      }
    },
    async within(call) {
      const all = []
      try {
        for await (const one of list(call)) all.push(one)
      } catch (failure) {
        if (!(failure instanceof ScopeFailure)) throw failure
        if (isGone(failure)) gone.set(call.permission, failure)
        else if (!call.isExtra || !UNKNOWN_ADDRESS.has(failure.reason)) notes.miss(call.permission, failure)
      }
      return all
    },
    doubt: (place, reason, message) => notes.miss(place, new ScopeFailure('partial', reason, message)),
    settle() {
      for (const [permission, failure] of gone) if (!answered.has(permission)) notes.miss(permission, failure)
    },
  }
}

/** What is said without any error of Google's. */
const UNKNOWN_ADDRESS: ReadonlySet<string> = new Set(['http-404', 'http-405', 'http-501'])

/** A body has no way of leaving a value out but leaving out its name. */
const defined = (query: Query): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))

function readPage(answer: unknown, call: Call) {
  const parsed = Page.safeParse(answer)
  if (!parsed.success) throw malformed(call, 'the page is of another shape')
  return { body: parsed.data, next: parsed.data.nextPageToken }
}

const malformed = (call: Call, what: string): ScopeFailure =>
  new ScopeFailure('failed', 'unexpected-answer', `${call.permission}: ${what}.`)
