import type { Supplier } from '../catalogue-form.ts'
import { entryName } from './claims.ts'

/** Names of repositories that say themselves what they are, and that they are of Go: `go-acme`, `acme-sdk-go`, `acmesdkgo`. */
const telling =
  /^(?:go-(?!client$|sdk$)[a-z][\w.-]{3,}|(?!(?:aws|azure|oci)-sdk)[a-z][\w.]{3,}(?:-[a-z]+)*-go(?:-\w+)?|[a-z]{6,}go)$/

const GITHUB = /^github\.com\/([^/]+)\/([^/]+)(?=\/|$)/

/** The name of a Go module's repository where a fork of it can be told by that alone; null elsewhere. */
export function forkableName(module: string): string | null {
  const [, , repository = ''] = GITHUB.exec(module) ?? []
  return telling.test(repository) ? repository : null
}

/**
 * Modules of Go that may be forked: a fork has its owner's name in its path, and so in each import
 * (go.dev/ref/mod#module-path).
 */
export function forkTable(all: readonly Supplier[]): ReadonlyMap<string, string> {
  const originals = new Map<string, string>()
  for (const s of all)
    for (const entry of [...(s.packages?.golang ?? []), ...(s.imports?.go ?? [])]) {
      const name = forkableName(entryName(entry))
      if (name !== null && !originals.has(name)) originals.set(name, GITHUB.exec(entryName(entry))![0])
    }
  return originals
}

/** The same place in the module that `module` is a fork of, as far as its name tells: `github.com/me/go-acme/x`. */
export function originalOf(module: string, originals: ReadonlyMap<string, string>): string | null {
  const [found = '', , repository = ''] = GITHUB.exec(module) ?? []
  const original = originals.get(repository)
  return original === undefined || original === found ? null : original + module.slice(found.length)
}
