import type { ScanView, Style } from './view.ts'

export const scanFormats = ['terminal', 'json', 'ndjson', 'sarif', 'markdown'] as const
export type ScanFormat = (typeof scanFormats)[number]

type Render = (view: ScanView, style: Style) => string

/** Each is loaded when it is asked for: two of them speak of the catalogue, which takes a while to load. */
const formats: Readonly<Record<ScanFormat, () => Promise<Render>>> = {
  terminal: async () => (await import('./terminal.ts')).renderTerminal,
  json: async () => (await import('./json.ts')).renderJson,
  ndjson: async () => (await import('./json.ts')).renderNdjson,
  sarif: async () => (await import('./sarif/sarif.ts')).renderSarif,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
}

/** The whole output as text that ends with a line feed. */
export const render = async (format: ScanFormat, view: ScanView, style: Style): Promise<string> =>
  (await formats[format]())(view, style)
