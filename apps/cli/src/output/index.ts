import { renderJson, renderNdjson } from './json.ts'
import { renderMarkdown } from './markdown.ts'
import { renderSarif } from './sarif/sarif.ts'
import { renderTerminal } from './terminal.ts'
import type { ScanView, Style } from './view.ts'

export const scanFormats = ['terminal', 'json', 'ndjson', 'sarif', 'markdown'] as const
export type ScanFormat = (typeof scanFormats)[number]

const formats: Readonly<Record<ScanFormat, (view: ScanView, style: Style) => string>> = {
  terminal: renderTerminal,
  json: renderJson,
  ndjson: renderNdjson,
  sarif: renderSarif,
  markdown: renderMarkdown,
}

/** The whole output as text that ends with a line feed. */
export const render = (format: ScanFormat, view: ScanView, style: Style): string =>
  formats[format](view, style)
