import {
  type Analyser,
  createAnalyser,
  literalTables,
  type SharedTables,
  useTables,
} from '@ai-census/detectors'
import { fingerprintOf } from '@ai-census/scanner-kit'
import { type Catalogue, loadCatalogue } from '@ai-census/signatures'
import { FileReader } from '../files/read-file.ts'

/** What the signatures know; read once per process. */
export const catalogue = (): Catalogue => loadCatalogue()

/** What a thread needs to start reading; sent to workers. */
export interface ReaderSettings {
  readonly fingerprintKey: string | Uint8Array
  readonly maxFileBytes: number
}

/** What goes to a thread: the settings, and the tables in memory that all threads look at. */
export interface ThreadSettings extends ReaderSettings {
  readonly tables: SharedTables
}

export const threadSettings = (settings: ReaderSettings): ThreadSettings => ({
  ...settings,
  tables: literalTables(catalogue()),
})

export function readerInThread({ tables, ...settings }: ThreadSettings): FileReader {
  useTables(catalogue(), tables)
  return readerFor(settings)
}

let analyser: { readonly key: string; readonly value: Analyser } | undefined

/** The analyser of a deployment. Its tables take a while to build, so that the last one is kept. */
export function analyserFor({ fingerprintKey }: Pick<ReaderSettings, 'fingerprintKey'>): Analyser {
  const key = Buffer.from(fingerprintKey).toString('hex')
  if (analyser?.key !== key) {
    const fingerprint = (secret: string) => fingerprintOf(secret, fingerprintKey)
    analyser = { key, value: createAnalyser(catalogue(), { fingerprint }) }
  }
  return analyser.value
}

export const readerFor = (settings: ReaderSettings): FileReader =>
  new FileReader(analyserFor(settings), settings.maxFileBytes)
