import type { RepositoryFile } from './repository.ts'

const families: readonly RegExp[] = [
  /\.go$/,
  /\.(java|kts?|scala|groovy)$/,
  /\.(cs|fs|vb)$/,
  /\.(rb|rake)$/,
  /\.php$/,
  /\.rs$/,
  /\.swift$/,
  /\.dart$/,
  /\.exs?$/,
]

/** Files of one family may use each other's constants; null where a module's path says which file is meant. */
export const familyOf = (path: string): number | null => {
  const found = families.findIndex((pattern) => pattern.test(path))
  return found < 0 ? null : found
}

/** Files by family and name of a constant that they set. */
export function constantsIn(files: readonly RepositoryFile[]): Map<string, RepositoryFile[]> {
  const found = new Map<string, RepositoryFile[]>()
  for (const file of files) {
    const family = familyOf(file.path)
    if (family === null) continue
    for (const name of Object.keys(file.signs.values ?? {})) {
      const key = `${family} ${name}`
      found.set(key, [...(found.get(key) ?? []), file])
    }
  }
  return found
}
