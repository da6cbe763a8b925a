import {
  attempt,
  type CellNotes,
  CHECK_ATTEMPTS,
  guardOperation,
  isGone,
  mapAhead,
  type ResourceType,
} from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import { ArmRefusal, classify } from './classify.ts'
import type { Connection } from './connection.ts'
import { FOUNDRY_ROLE, type Operation, permissionOf, restOf } from './operations.ts'
import { type Asked, nextPage } from './paging.ts'
import { rateOf } from './rates.ts'
import { at, type Json, type Resource, toResource } from './resource.ts'
import { rowsOf } from './table-answer.ts'
import { otherVersion } from './versions.ts'

/** What one cell may ask Resource Manager. Failures are `ScopeFailure`s. */
export interface Arm {
  /** The resources of a list, page by page. `id`: what they are below, for lists that are. */
  list(operation: Operation, ask?: Ask): AsyncGenerator<Resource, void, undefined>
  /** The same for what only leads to what the row is about: its pages are not the row's. */
  parents(operation: Operation, ask?: Ask): AsyncGenerator<Resource, void, undefined>
  /** What is below each of these. One that cannot be read is said by the cell and costs the others nothing. */
  below<P extends Resource>(
    operation: Operation,
    parents: AsyncIterable<P>,
    ask?: Ask | ((parent: P) => Ask),
  ): AsyncGenerator<Child<P>, void, undefined>
  /** Maps each of these, side by side; as with `below` one that fails costs the others nothing. */
  each<P, R>(
    operation: Operation,
    parents: AsyncIterable<P>,
    map: (parent: P) => Promise<R>,
  ): AsyncGenerator<{ readonly parent: P; readonly result: R }, void, undefined>
  get(operation: Operation, ask?: Ask): Promise<Json>
  /** What adds to something that was read: null where it cannot be, which the cell then says, or is gone. */
  more(operation: Operation, ask?: Ask): Promise<Json | null>
  /**
   * The first of a list that adds to something that was read, and `most` of them. What cannot be read the cell says; but who does
   * not know the list at all (an emulator, a recording) takes nothing from what was read.
   */
  some(operation: Operation, ask: Ask, most: number): Promise<readonly Resource[]>
  /** The answers to a question that is asked with a body, page by page. */
  pages(operation: Operation, ask: Ask): AsyncGenerator<Json, void, undefined>
  /** Something is not as it should be; the cell says so, and reading goes on. */
  doubt(place: string, reason: string, message: string): void
}

export interface Ask {
  readonly id?: string
  /** Of what an account is asked itself: the account by its own name, and the project. */
  readonly project?: { readonly account: string; readonly name: string }
  readonly group?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Json
  /** It only leads to what the row is about: its pages are not the row's. */
  readonly leads?: true
  /** What an answer must have, a list or an object; without it something else answered than was asked. */
  readonly has?: readonly string[]
  /** More pages than this are not read, and the cell says so. */
  readonly mostPages?: number
}
export type Child<P extends Resource = Resource> = Resource & { readonly parent: P }

/** For a check of permissions: what each operation came to, and no list further than its first page. */
export interface Probe {
  answered(operation: Operation, failure: ScopeFailure | null): void
}

const MOST_PAGES = 100_000
/** Parents that are asked side by side; the rate budget decides how fast. */
const AHEAD = 8

export function createArm(
  connection: Connection,
  subscription: string,
  type: Pick<ResourceType<Arm, never>, 'id' | 'operations'>,
  notes: CellNotes,
  probe?: Probe,
): Arm {
  const send = async (operation: Operation, { url, body }: Asked): Promise<Json> => {
    guardOperation(type, operation)
    const { key, rate } = rateOf(operation, subscription)
    const permission = permissionOf(operation)
    const asked = attempt(
      {
        name: `${operation} of ${subscription}`,
        budget: connection.budget(key, rate),
        signal: connection.signal,
        classify: (error) => classify(error, permission, restOf(operation).plane ? FOUNDRY_ROLE : undefined),
        renew: () => connection.renew(),
        clock: connection.clock,
        ...(probe && { attempts: CHECK_ATTEMPTS }),
      },
      () => sendInVersion(connection, operation, url, body),
    )
    return probe ? observed(asked, operation, probe) : asked
  }

  const get: Arm['get'] = async (operation, ask = {}) =>
    checked(operation, ask, await send(operation, firstPage(connection, subscription, operation, ask)))

  async function* answers(
    operation: Operation,
    ask: Ask,
    page: () => void,
  ): AsyncGenerator<Json, void, undefined> {
    const used = new Set<string>()
    let asked = firstPage(connection, subscription, operation, ask)
    for (let count = 1; ; count++) {
      const answer = checked(operation, ask, await send(operation, asked))
      page()
      yield answer
      const next = probe ? null : nextPage(operation, asked, answer, connection)
      if (!next) return
      if (used.has(next.mark))
        throw new ScopeFailure('failed', 'pagination-loop', `${operation} gave the same next page twice.`)
      const most = ask.mostPages ?? MOST_PAGES
      if (count >= most)
        throw new ScopeFailure(
          'partial',
          'limit-reached',
          `Of ${operation} only the first ${most} pages were read.`,
        )
      used.add(next.mark)
      asked = next.asked
    }
  }

  async function* resources(operation: Operation, ask: Ask, page: () => void): AsyncGenerator<Resource> {
    // What an account is asked itself is answered in the form of OpenAI's API, Resource Graph has one of its own.
    const key = restOf(operation).paging ? 'data' : 'value'
    for await (const answer of answers(operation, ask, () => undefined)) {
      const items = rowsOf(answer[key]) ?? answer[key]
      if (items !== null && !Array.isArray(items)) throw unexpected(operation)
      page()
      for (const item of items ?? []) {
        const resource = toResource(item, url(operation, subscription, ask))
        // One that cannot be read must not be one that is not there.
        if (resource) yield resource
        else notes.miss(permissionOf(operation), unexpected(operation))
      }
    }
  }

  const each: Arm['each'] = async function* (operation, parents, map) {
    let worked = 0
    let first: ScopeFailure | null = null
    let gone: ScopeFailure | null = null
    const results = mapAhead(parents, AHEAD, (parent) =>
      map(parent).then(
        (result) => ({ parent, result }),
        (error: unknown) => ({ parent, error }),
      ),
    )
    for await (const one of results) {
      if ('result' in one) {
        worked++
        yield one
        continue
      }
      if (!(one.error instanceof ScopeFailure)) throw one.error
      // Gone between the two looks; where all seem to be, something is wrong with the asking.
      if (isGone(one.error)) {
        gone = one.error
        continue
      }
      // The next ones would meet the same.
      if (one.error.status === 'throttled' || one.error.reason === 'credentials') throw one.error
      first ??= one.error
      if (one.error.status !== 'unsupported') notes.miss(permissionOf(operation), one.error)
    }
    const failure = first ?? gone
    if (failure && worked === 0) throw failure
  }

  return {
    get,
    each,
    async more(operation, ask) {
      try {
        return await get(operation, ask)
      } catch (failure) {
        if (!(failure instanceof ScopeFailure)) throw failure
        if (!isGone(failure)) notes.miss(permissionOf(operation), failure)
        return null
      }
    },
    async some(operation, ask, most) {
      const found: Resource[] = []
      try {
        for await (const one of resources(operation, ask, () => undefined)) if (found.push(one) >= most) break
      } catch (failure) {
        if (!(failure instanceof ScopeFailure)) throw failure
        if (!isGone(failure) && !UNKNOWN_ADDRESS.has(failure.reason))
          notes.miss(permissionOf(operation), failure)
      }
      return found
    },
    list: (operation, ask = {}) => resources(operation, ask, () => notes.page()),
    parents: (operation, ask = {}) => resources(operation, ask, () => undefined),
    pages: (operation, ask) => answers(operation, ask, () => notes.page()),
    doubt: (place, reason, message) => notes.miss(place, new ScopeFailure('partial', reason, message)),
    async *below(operation, parents, ask = {}) {
      const all = each(operation, parents, (parent) => {
        const asked = typeof ask === 'function' ? ask(parent) : { ...ask, id: parent.id }
        return readable(resources(operation, asked, () => (asked.leads ? undefined : notes.page())))
      })
      for await (const { parent, result } of all) {
        for (const child of result.items) yield { ...child, parent }
        if (result.broken) notes.miss(permissionOf(operation), result.broken)
      }
    },
  }
}

/** What is said without any error of Azure's. */
const UNKNOWN_ADDRESS: ReadonlySet<string> = new Set(['http-404', 'http-405', 'http-501'])

/** Once more in a version that this cloud says it has, where it does not have ours. */
async function sendInVersion(connection: Connection, operation: Operation, url: URL, body?: Json) {
  const { method, version } = restOf(operation)
  try {
    return await connection.send(url, method, body)
  } catch (error) {
    const other = error instanceof ArmRefusal ? otherVersion(error.message, version) : null
    if (!other || url.searchParams.get('api-version') !== version) throw error
    const again = new URL(url)
    again.searchParams.set('api-version', other)
    return await connection.send(again, method, body)
  }
}

/** What a list gave before it broke off is worth having; where it gave nothing the failure is all there is. */
async function readable<T>(
  source: AsyncIterable<T>,
): Promise<{ readonly items: readonly T[]; readonly broken: ScopeFailure | null }> {
  const items: T[] = []
  try {
    for await (const item of source) items.push(item)
  } catch (failure) {
    if (!(failure instanceof ScopeFailure) || items.length === 0) throw failure
    return { items, broken: failure }
  }
  return { items, broken: null }
}

function checked(operation: Operation, { has }: Ask, answer: Json): Json {
  const found = has ? at(answer, ...has) : answer
  if (typeof found !== 'object' || found === null) throw unexpected(operation)
  return answer
}

const unexpected = (operation: Operation): ScopeFailure =>
  new ScopeFailure(
    'failed',
    'unexpected-answer',
    `${operation} was answered with something of another shape.`,
  )

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

const url = (operation: Operation, subscription: string, { id = '', group = '' }: Ask): string =>
  restOf(operation)
    .path.replace('{subscription}', subscription)
    .replace('{group}', group)
    .replace('{id}', id.replace(/\/+$/, ''))

/** An id comes from an answer: it names something below Resource Manager, and nothing else. */
const isPath = (path: string): boolean =>
  /^(\/[^/?#\\]+)+$/.test(path) &&
  path.isWellFormed() &&
  !path.split('/').some((part) => part === '.' || part === '..')

/** So does a name, which becomes a part of a host: a letter that may not be in one must not lead elsewhere. */
const isHostLabel = (name: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(name)

function firstPage(connection: Connection, subscription: string, operation: Operation, ask: Ask): Asked {
  const { version, plane } = restOf(operation)
  const { project, body } = ask
  const query = { 'api-version': version, ...ask.query }
  const own = url(operation, subscription, ask)
  const path = plane ? `/api/projects/${project?.name ?? ''}${own}` : own
  if (!isPath(path) || (plane && !isHostLabel(project?.account ?? '')))
    throw new ScopeFailure(
      'failed',
      'unexpected-answer',
      `${operation} was asked of something that is no id.`,
    )
  const address =
    plane && project ? connection.addressAt(project.account, path, query) : connection.address(path, query)
  return { url: address, ...(body ? { body } : {}) }
}
