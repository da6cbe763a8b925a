import type { Exporter } from '../exporter.ts'

/** The inventory as the API speaks it. */
export const json: Exporter = {
  title: 'JSON: everything, as the API speaks it',
  mediaType: 'application/json',
  extension: 'json',
  write: (inventory, { at, version }) =>
    `${JSON.stringify({ generator: `ai-census ${version}`, generatedAt: at, ...inventory }, null, 2)}\n`,
}
