import { UsageError } from '../exit-codes.ts'
import type { Condition } from '../fail-on.ts'
import type { AnyScanner, ScannerName } from '../scanners.ts'
import { settingsOf } from '../settings.ts'
import { fromCaller, stateFolder } from '../state.ts'

export interface ScanOptions {
  scanner: ScannerName
  set: string[]
  format: string[]
  output?: string
  collector?: string
  token?: string
  wait: number
  failOn?: Condition[]
  baseline?: string
  writeBaseline?: string
  explain?: string
  ref?: string
  gitignore: boolean
  /** False by `--no-history`. */
  history?: 'auto' | 'all' | false
  authors: boolean
  cache: boolean
  workers?: number
  quiet?: boolean
}

export function checkOptions(paths: string[], options: ScanOptions): void {
  const { scanner, failOn, explain } = options
  if (scanner === 'code' && paths.length === 0)
    throw new UsageError('name what to scan: `ai-census scan .` scans this folder (--help shows more)')
  if (scanner !== 'code' && paths.length > 0)
    throw new UsageError(
      `the scanner ${scanner} takes no paths; its settings come by --set and from the environment`,
    )
  if (failOn?.includes('new-supplier') && !options.baseline)
    throw new UsageError(
      '--fail-on new-supplier needs --baseline, a file of --write-baseline or an earlier output of --format json',
    )
  if (failOn?.includes('unregistered') && !options.collector)
    throw new UsageError('--fail-on unregistered needs --collector, which knows what is registered')
  if (explain !== undefined && options.collector)
    throw new UsageError('--explain is for people; scan for the collector without it')
  if (explain !== undefined && (options.format.length > 0 || options.output || options.writeBaseline))
    throw new UsageError('--explain prints the explanation and nothing else')
  if (options.workers !== undefined && !(options.workers >= 0))
    throw new UsageError('--workers takes a whole number')
  if (!(options.wait >= 0)) throw new UsageError('--wait takes a number of seconds')
}

export const codeConfig = (paths: string[], options: ScanOptions) => ({
  paths: paths.map(absolute),
  ref: options.ref,
  gitignore: options.gitignore,
  history: options.history === false ? 'off' : options.history,
  authors: options.authors ? undefined : false,
  workers: options.workers,
  explain: options.explain === undefined ? undefined : true,
})

/** Where a scanner keeps what it wants to know next time. Two that read one repository must not displace each other. */
export function cacheConfig(scanner: AnyScanner, options: ScanOptions): { cacheFolder?: string } {
  if (!options.cache || !settingsOf(scanner).some(({ name }) => name === 'cacheFolder')) return {}
  const folder = `${stateFolder()}/cache`
  return { cacheFolder: scanner.id === 'code' ? folder : `${folder}/${scanner.id}` }
}

/** A folder is meant from where the person stands; a git URL stays as it is. */
export const absolute = (path: string): string =>
  /^[a-z+]+:\/\/|^[\w.-]+@[\w.-]+:/i.test(path) ? path : fromCaller(path)
