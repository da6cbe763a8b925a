import type { Catalogue } from './catalogue.ts'
import type { FileSigns } from './signs.ts'

export interface AnalyserOptions {
  /** HMAC of a secret under the deployment's key, lower-case hexadecimal. */
  fingerprint(secret: string): string
}

/** Reads one file at a time; knows nothing of any other file. */
export interface Analyser {
  /** Changes whenever the same bytes could give other signs. */
  readonly cacheKey: string
  /** How much of a file is worth reading, by name and size alone. */
  wants(path: string, size: number): 'text' | 'head' | 'none'
  /** What the file shows. Never throws on content: what cannot be read becomes an entry in `unknowns`. */
  analyse(path: string, bytes: Uint8Array): FileSigns
}

export function createAnalyser(_catalogue: Catalogue, _options: AnalyserOptions): Analyser {
  return { cacheKey: '0', wants: () => 'text', analyse: () => ({}) }
}
