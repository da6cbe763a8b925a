import type { Connection } from './connection.ts'
import { type Operation, restOf } from './operations.ts'
import { at, flag, type Json, text } from './resource.ts'

/** One page as it is asked for. */
export interface Asked {
  readonly url: URL
  readonly body?: Json
}

interface Next {
  /** What the answer gave to go on with: the same one twice leads nowhere. */
  readonly mark: string
  readonly asked: Asked
}

/** How to ask for the page after this answer; null where it was the last one. */
export function nextPage(
  operation: Operation,
  { url, body }: Asked,
  answer: Json,
  connection: Connection,
): Next | null {
  const { paging } = restOf(operation)
  if (paging === 'after') {
    const last = text(answer, 'last_id')
    if (!flag(answer, 'has_more') || !last) return null
    const next = new URL(url)
    next.searchParams.set('after', last)
    return { mark: last, asked: { url: next } }
  }
  if (paging === 'skip-token') {
    const mark = text(answer, '$skipToken')
    if (!mark) return null
    const options = at(body, 'options') ?? {}
    return { mark, asked: { url, body: { ...body, options: { ...options, $skipToken: mark } } } }
  }
  const mark = text(answer, 'nextLink') ?? text(answer, 'properties', 'nextLink')
  return mark ? { mark, asked: { url: connection.follow(mark), ...(body ? { body } : {}) } } : null
}
