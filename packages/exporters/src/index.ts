import type { Exporter } from './exporter.ts'

export { CSV_MARK, csvLine, csvText } from './csv-text.ts'
export {
  type PackContext,
  type PackFile,
  type PackManifest,
  type PackPart,
  writeEvidencePack,
} from './evidence-pack/evidence-pack.ts'
export type { ExportContext, Exporter } from './exporter.ts'
export { type SystemColumnText, systemColumns } from './system-columns.ts'

/** Every format, by the id that a person types. Loaded when it is asked for. */
export const exporters = {
  csv: async () => (await import('./formats/csv.ts')).csv,
  json: async () => (await import('./formats/json.ts')).json,
} satisfies Record<string, () => Promise<Exporter>>

export type Format = keyof typeof exporters

export const isFormat = (id: string): id is Format => Object.hasOwn(exporters, id)
