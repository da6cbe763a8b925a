import type { Ecosystem, PackageOwner } from '@ai-census/signatures'

export interface Package {
  /** `generic`: C and C++ have no registry that all share; the header names the library. */
  readonly ecosystem: Ecosystem | 'generic'
  readonly name: string
  readonly owner: PackageOwner
}

/** A supplier's first package where its name begins with a module's: `mem0ai` brings `mem0`, and `mem0-haystack` does not. */
export const mainOf = ([main]: readonly Package[], module: string): Package | undefined =>
  main && bare(main.name).startsWith(bare(module.split('.')[0]!)) ? main : undefined

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '')

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[^a-z0-9]+/)

/** A module's, without one that is anybody's. */
const wordsIn = (module: string) => new Set(wordsOf(module).filter((word) => word !== 'llm'))

/** The package of several words, all of which the module's name has too. */
export function named(packages: readonly Package[], module: string): Package | undefined {
  const words = wordsIn(module)
  return packages.find(({ name }) => {
    const own = wordsOf(name)
    return own.length > 1 && own.every((word) => words.has(word))
  })
}

/**
 * Of Composer, whose vendor is called as a namespace begins, the package whose name shares most words with it; of equals the one
 * that is listed first: `openai-php/laravel` for `OpenAI\\Laravel\\Facades`.
 */
export function ofVendor(packages: readonly Package[], module: string): Package | undefined {
  const root = bare(module.split('\\')[0]!)
  const words = wordsIn(module)
  const scored = packages.flatMap((one) => {
    const vendor = one.name.split('/')[0]!
    if (!wordsOf(vendor).includes(root) && !bare(vendor).startsWith(root)) return []
    return [{ one, score: wordsOf(one.name).filter((word) => words.has(word)).length }]
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.one
}

/** The package whose name shares most words with the module's, if any does; of equals the shorter name. */
export function closest(packages: readonly Package[], module: string): Package | undefined {
  const words = wordsIn(module)
  const scored = packages.map((one) => ({
    one,
    score: wordsOf(one.name).filter((word) => words.has(word)).length,
  }))
  const best = scored.sort(
    (a, b) =>
      b.score - a.score || a.one.name.length - b.one.name.length || (a.one.name < b.one.name ? -1 : 1),
  )[0]
  return best && best.score > 0 ? best.one : undefined
}
