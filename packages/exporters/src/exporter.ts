import type { Inventory } from '@ai-census/schema'

/** What an export says of itself. */
export interface ExportContext {
  /** When it was made. */
  at: string
  /** The version of AI Census that made it. */
  version: string
}

/** One format: the whole inventory as the text of a file. Pure; the same inventory gives the same bytes. */
export interface Exporter {
  title: string
  mediaType: string
  /** Of the file's name, without a dot. */
  extension: string
  write(inventory: Inventory, context: ExportContext): string
}
