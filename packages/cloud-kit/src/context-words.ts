import type { Context } from '@ai-census/schema'

/** Words that a name or a tag may hold as a word of its own, and what they say. No other word is guessed at. */
const WORDS: Readonly<Record<string, Context>> = {
  dev: 'development',
  develop: 'development',
  development: 'development',
  sandbox: 'development',
  playground: 'development',
  test: 'test',
  tests: 'test',
  testing: 'test',
  qa: 'test',
  stage: 'test',
  staging: 'test',
  uat: 'test',
  ci: 'ci',
}

/** What these names say of where the thing is used, first one first; null where none says anything. */
export function contextOf(names: readonly (string | undefined)[]): Context | null {
  for (const name of names) {
    const words = (name ?? '').toLowerCase().split(/[^a-z0-9]+/)
    if (words.some((word) => word === 'prod' || word === 'production' || word === 'prd')) return 'production'
    for (const word of words) if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null
  }
  return null
}
