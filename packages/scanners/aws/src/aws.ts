import {
  attempt,
  type CellNotes,
  CHECK_ATTEMPTS,
  guardOperation,
  isGone,
  NO_ADDRESS,
  type ResourceType,
} from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import { classify } from './classify.ts'
import type { Connections, Identity } from './connections.ts'
import { hasOwnEndpoint } from './own-endpoint.ts'
import { type Operation, permissionOf } from './permissions.ts'
import type { Place } from './place.ts'
import { type Rate, rateOf } from './rates.ts'
import type { InputOf, OperationOf, OutputOf, Service } from './services.ts'

export type ElementOf<T> = NonNullable<T> extends readonly (infer Element)[] ? Element : never

/** What one cell may ask AWS. Failures are `ScopeFailure`s. */
export interface Aws {
  /** The items of a list, page by page. `key` is where they are in the answer. */
  list<S extends Service, O extends OperationOf<S>, K extends keyof OutputOf<S, O>>(
    service: S,
    operation: O,
    key: K,
    input?: Partial<InputOf<S, O>>,
    paging?: Paging,
  ): AsyncGenerator<ElementOf<OutputOf<S, O>[K]>, void, undefined>
  /** The answers themselves, for lists whose items are deeper. */
  pages<S extends Service, O extends OperationOf<S>>(
    service: S,
    operation: O,
    input?: Partial<InputOf<S, O>>,
    paging?: Paging,
  ): AsyncGenerator<OutputOf<S, O>, void, undefined>
  get<S extends Service, O extends OperationOf<S>>(
    service: S,
    operation: O,
    input: InputOf<S, O>,
  ): Promise<OutputOf<S, O>>
  /**
   * Details of something that was listed: undefined where it is gone, null where they could not be read, which the
   * cell then says. `none`: refusals that mean that there are no such details.
   */
  more<S extends Service, O extends OperationOf<S>>(
    service: S,
    operation: O,
    input: InputOf<S, O>,
    none?: readonly string[],
  ): Promise<OutputOf<S, O> | null | undefined>
  /** All that a list within a listed thing has; what could not be read is said by the cell. */
  within<T>(operation: string, items: AsyncIterable<T>, most?: number): Promise<T[]>
  /** Waits for what AWS prepares. */
  pause(ms: number): Promise<void>
  /** Ends a list that is longer than anybody needs, aloud; `reason`: where it is something else that is not as it should be. */
  cut(operation: string, why: string, reason?: string): void
}

/** Names of the cursor, where the request's differs from the answer's or neither is a usual one. */
export interface Paging {
  readonly ask?: string
  readonly answer?: string
  readonly mostPages?: number
}

const CURSORS = ['NextToken', 'nextToken', 'NextPageToken', 'nextPageToken', 'Marker', 'NextMarker'] as const
const MOST_PAGES = 100_000
/** One answer, its slow body included. */
const TIMEOUT_MS = 30_000

/** For a check of permissions: what each operation came to, and no list further than its first page. */
export interface Probe {
  answered(operation: Operation, failure: ScopeFailure | null): void
}

export function createAws(
  connections: Connections,
  identity: Identity,
  place: Place,
  type: Pick<ResourceType<Aws, Place>, 'id' | 'operations'>,
  notes: CellNotes,
  probe?: Probe,
): Aws {
  const send = async <S extends Service, O extends OperationOf<S>>(service: S, name: O, input: object) => {
    const operation: Operation = `${service}:${String(name)}`
    guardOperation(type, operation)
    const region = connections.regionFor(service, place)
    const rate: Rate = rateOf(operation)
    const asked = attempt(
      {
        name: `${permissionOf(operation)} in ${place.region}`,
        budget: connections.budget(
          `${identity.account} ${region} ${rate.shared ? service : operation}`,
          rate,
        ),
        signal: connections.signal,
        classify: (error) => classify(error, permissionOf(operation), hasOwnEndpoint(service)),
        renew: () => identity.renew(),
        clock: connections.clock,
        ...(probe && { attempts: CHECK_ATTEMPTS }),
      },
      () => connections.send(identity, region, service, String(name), input, TIMEOUT_MS),
    )
    const named = asked.catch(async (failure: unknown) => {
      if (!(failure instanceof ScopeFailure) || failure.reason !== NO_ADDRESS) throw failure
      if (await connections.knowsNames(region, place.partition, service)) throw failure
      throw new ScopeFailure(
        'failed',
        'no-network',
        `${permissionOf(operation)} in ${place.region}: no name could be resolved.`,
      )
    })
    const output = await (probe ? observed(named, operation, probe) : named)
    // The SDK's command of this name answers with the output of this name.
    return output as OutputOf<S, O>
  }
  const get: Aws['get'] = (service, operation, input) => send(service, operation, input as object)
  const pages: Aws['pages'] = async function* (service, operation, input = {}, paging = {}) {
    const used = new Set<string>()
    const name = `${service}:${String(operation)}`
    let cursor: Record<string, string> = {}
    let previous: unknown = null
    for (let count = 1; ; count++) {
      const page = await send(service, operation, { ...input, ...cursor })
      if (hasOwnEndpoint(service) && saysNothing(page as object)) throw silent(name)
      const next = nextOf(page as object, paging)
      const isLoop = next !== null && used.has(next.value)
      // Who gives the same token for ever gives the same page for ever: nothing in it is to be counted twice.
      if (!isLoop || contentOf(page) !== contentOf(previous)) {
        notes.page()
        yield page
      }
      if (!next || probe) return
      if (isLoop)
        throw new ScopeFailure('failed', 'pagination-loop', `${name} gave the same page token twice.`)
      if (count >= (paging.mostPages ?? MOST_PAGES))
        throw new ScopeFailure('partial', 'pagination-limit', `${name} has more than ${count} pages.`)
      used.add(next.value)
      cursor = { [next.ask]: next.value }
      previous = page
    }
  }
  return {
    get,
    pages,
    list: async function* (service, operation, key, input, paging) {
      for await (const page of pages(service, operation, input, paging)) {
        // A list that is not in the answer is an empty one: several protocols leave it out.
        // What is under this key of this answer has this type.
        for (const item of asList(page[key])) yield item as never
      }
    },
    more: async (service, operation, input, none = []) => {
      try {
        return await get(service, operation, input)
      } catch (failure) {
        if (isGone(failure)) return undefined
        if (!(failure instanceof ScopeFailure)) throw failure
        if (none.includes(failure.reason)) return undefined
        notes.miss(permissionOf(`${service}:${String(operation)}`), failure)
        return null
      }
    },
    within: async (operation, items, most = 1000) => {
      const all = []
      try {
        for await (const item of items) {
          all.push(item)
          if (all.length < most) continue
          notes.miss(
            operation,
            new ScopeFailure('partial', 'limit-reached', `Only the first ${most} were read.`),
          )
          break
        }
      } catch (failure) {
        if (isGone(failure)) return all
        if (!(failure instanceof ScopeFailure)) throw failure
        notes.miss(operation, failure)
      }
      return all
    },
    pause: (ms) => connections.clock.sleep(ms, connections.signal),
    cut: (operation, why, reason = 'limit-reached') =>
      notes.miss(operation, new ScopeFailure('partial', reason, why)),
  }
}

async function observed<T>(asked: Promise<T>, operation: Operation, probe: Probe): Promise<T> {
  try {
    const answer = await asked
    probe.answered(operation, null)
    return answer
  } catch (failure) {
    // Gone is an answer: we were let in.
    if (failure instanceof ScopeFailure) probe.answered(operation, isGone(failure) ? null : failure)
    throw failure
  }
}

/** Without what the SDK says of the request. */
const contentOf = (page: unknown): string =>
  JSON.stringify(page, (name, value) => (name === '$metadata' ? undefined : value))

/** AWS may leave out an empty list; a stand-in that answers `{}` to whatever it does not know must not make an empty account. */
const saysNothing = (page: object): boolean =>
  Object.entries(page).every(([name, value]) => name === '$metadata' || value === undefined)

const silent = (name: string) =>
  new ScopeFailure(
    'failed',
    'unexpected-answer',
    `${name} was answered with nothing by the endpoint that is set.`,
  )

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function nextOf(page: object, { ask, answer }: Paging): { ask: string; value: string } | null {
  // Every output of the SDK is a plain object with its fields under their names.
  const fields = page as Record<string, unknown>
  // Some stand-ins give a marker with the last page as well, and say that it is the last.
  if (fields.IsTruncated === false) return null
  for (const name of answer ? [answer] : CURSORS) {
    const value = fields[name]
    if (typeof value === 'string' && value !== '')
      return { ask: ask ?? (name === 'NextMarker' ? 'Marker' : name), value }
  }
  return null
}
