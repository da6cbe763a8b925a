import { foldRepository } from './keys.ts'
import type { KnownSystem } from './known.ts'

/** Which repositories a row puts its system under, and what it says of those that are another system's. */
export interface Claims {
  readonly bound: readonly string[]
  readonly reasons: readonly string[]
}

/** Hands each repository to one system: what is known by now, then row by row. */
export class RepositoryClaims {
  readonly #owners = new Map<string, string>()
  readonly #rows = new Map<string, number>()

  constructor(systems: readonly KnownSystem[]) {
    for (const { repositories, name } of systems)
      for (const key of repositories) this.#owners.set(foldRepository(key), name)
  }

  claim(row: number, repositories: readonly string[], system: KnownSystem | null): Claims {
    const own = new Set(system?.repositories.map(foldRepository))
    const bound: string[] = []
    const reasons: string[] = []
    for (const key of repositories) {
      const folded = foldRepository(key)
      if (own.has(folded)) continue
      const owner = this.#owners.get(folded)
      const earlier = this.#rows.get(folded)
      if (earlier !== undefined) reasons.push(`The repository ${key} is row ${earlier}’s.`)
      else if (owner !== undefined)
        reasons.push(`The repository ${key} is the system “${owner}”; merge the two if they are one.`)
      else {
        bound.push(key)
        this.#rows.set(folded, row)
      }
    }
    return { bound, reasons }
  }
}
