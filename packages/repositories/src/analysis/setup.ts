import { type Analyser, createAnalyser } from '@ai-census/detectors'
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
