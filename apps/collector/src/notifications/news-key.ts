import { createHash } from 'node:crypto'
import type { News } from '@ai-census/schema'

/** News and what it is the only one of, so that nobody is told twice. */
export interface KeyedNews {
  key: string
  news: News
}

/** Names can be long, and a key of an index may not be. */
export const keyOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
